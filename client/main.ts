import { html, nothing, render } from 'lit-html';
import { renderActor } from './actor-panel.ts';
import { fetchActors, fetchFirstStatement, fetchGraph, fetchVocabulary } from './api.ts';
import { Canvas } from './canvas.ts';
import { renderMessage } from './canvas-message.ts';
import { renderChains } from './chains-panel.ts';
import { EdgeTip } from './edge-tip.ts';
import { renderEvidence } from './evidence-panel.ts';
import { type Actions, describeEdge, type Explorer, indexNodes, isOfEdge, listPairs } from './explorer.ts';
import { renderActiveFilters } from './filters/active-filters.ts';
import { renderFilters } from './filters/filter-panel.ts';
import { GraphCursor } from './graph-cursor.ts';
import { KeyDialog } from './key-dialog.ts';
import { type KeyCommand, listenToKeys } from './keys.ts';
import { translate, translateRich } from './messages.ts';
import { renderOverview } from './overview-panel.ts';
import { part, say, setDrawer, showError, whenIdle } from './page.ts';
import { listenToButtons } from './page-buttons.ts';
import { listPageKeys } from './page-keys.ts';
import { renderChips } from './phone-bars.ts';
import { Reader } from './reader.ts';
import { withTold } from './reading-state.ts';
import { SearchBox } from './search-box.ts';
import { Session } from './session.ts';
import { ShareDialog } from './share-dialog.ts';
import { Sheet } from './sheet.ts';
import { SidePanel } from './side-panel.ts';
import { hasFilters, ROWS, stateUrl, type ViewState } from './state.ts';
import { renderTable } from './table-view.ts';
import { isDark } from './theme.ts';
import { renderExportLinks, renderTabs, renderTools } from './tools.ts';

const phone = matchMedia('(max-width: 700px)');
const hovers = matchMedia('(hover: hover)');
const root = document.documentElement;

async function start(): Promise<void> {
  const [vocabulary, base] = await Promise.all([fetchVocabulary(), fetchGraph()]);
  const session = new Session(vocabulary, base, { onState: showControls, onChange: show, onError: showError });
  // Who selects wants to read, in a panel that was closed too.
  const openPanel = () => (session.explorer.state.panel === 'closed' ? { panel: null } : {});
  const selectEdge = (edge: string | null) => session.go({ edge, actor: null, ...(edge ? openPanel() : {}) });
  // Who looks for a hidden actor wants to see it.
  const selectActor = (actor: string | null) =>
    session.go({
      edge: null,
      actor,
      hidden: session.explorer.state.hidden.filter((id) => id !== actor),
      ...(actor ? openPanel() : {}),
    });
  for (const id of ['filters', 'evidence', 'table', 'tabs', 'tools', 'bottom-tabs', 'status', 'message', 'sentence'])
    part(id).replaceChildren();

  const canvas = new Canvas({
    session,
    narrow: () => phone.matches,
    dark: isDark(),
    selectEdge,
    selectActor,
    pointEdge: (edge) => {
      if (hovers.matches) tip.point(edge);
    },
    onError: showError,
    redraw: () => show(session.explorer),
  });
  const { graph } = canvas;
  const actions: Actions = {
    setFilters: (filters) => {
      // What the first address got wrong is no longer in it.
      document.querySelector('.notice')?.remove();
      return session.go({ filters, rows: ROWS }, { replace: true });
    },
    resetFilters: () => actions.setFilters({ include: {}, exclude: {} }),
    setSort: (sort) => session.go({ sort }, { replace: true }),
    setRows: (rows) => session.go({ rows }, { replace: true }),
    redraw: () => showControls(session.explorer),
    redrawPanel: () => show(session.explorer),
    selectEdge,
    selectActor,
    readStatement: (statement) => {
      const edge = session.explorer.graph.elements.edges.find(({ data }) => isOfEdge(statement, data))?.data.id;
      if (!edge) return;
      reader.enterAt(statement.id);
      selectEdge(edge);
    },
    setTold: (told) =>
      session.go({ told, filters: withTold(session.explorer.state.filters, told), edge: null, actor: null }),
    setHide: (hide) => session.go({ hide }, { replace: true }),
    setLonely: (lonely) => session.go({ lonely }, { replace: true }),
    canvas: canvas.tools,
  };
  const panel = part('panel');
  /** The panel lies over the canvas from below on the phone, from the right on middling screens. */
  const measurePanel = () => {
    const canvas = part('canvas').getBoundingClientRect();
    const { left, top, width } = panel.getBoundingClientRect();
    if (phone.matches) graph.setCovered({ right: 0, bottom: width > 0 ? Math.max(0, canvas.bottom - top) : 0 });
    else graph.setCovered({ right: width > 0 ? Math.max(0, canvas.right - left) : 0, bottom: 0 });
  };
  const setPanel = (state: ViewState['panel']) => session.go({ panel: state }, { replace: true });
  const sheet = new Sheet(panel, part('sheet-handle'), (low) => {
    measurePanel();
    if (low !== (session.explorer.state.panel === 'closed')) setPanel(low ? 'closed' : null);
  });
  const sidePanel = new SidePanel(part('panel-button'), sheet, setPanel);
  const search = new SearchBox(part('search'), {
    graph: () => session.explorer.base,
    fetchActors,
    choose: ({ actor, edge }) => {
      root.classList.remove('search-open');
      readByKey(() => (edge ? actions.selectEdge(edge) : actions.selectActor(actor ?? null)));
    },
    actorAddress: (actor) => stateUrl({ ...session.explorer.state, edge: null, actor }),
    onError: showError,
  });
  const tip = new EdgeTip(part('edge-tip'), {
    middleOf: (edge) => graph.middleOf(edge),
    describe: (id) => describeEdge(session.explorer, id),
    fetchFirst: (edge) => fetchFirstStatement(edge, session.explorer.state.filters),
  });
  const reader = new Reader(part('evidence'), part('canvas'));
  const readByKey = (select: () => void) => {
    reader.enterByKey();
    tip.hide();
    select();
  };
  const cursor = new GraphCursor(part('canvas'), graph, () => session.explorer, {
    openActor: (id) => readByKey(() => actions.selectActor(id)),
    openEdge: (id) => readByKey(() => actions.selectEdge(id)),
    say: (words) => {
      part('canvas-live').textContent = words;
    },
    pointEdge: (edge) => tip.point(edge),
  });
  const restyle = () => {
    graph.restyle(phone.matches, isDark());
    show(session.explorer);
  };
  phone.addEventListener('change', restyle);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', restyle);

  function showControls(x: Explorer): void {
    render(renderFilters(x, actions), part('filters'));
    render(
      renderChips(x, actions, () => setDrawer(true)),
      part('chips'),
    );
  }

  function show(x: Explorer): void {
    const { state } = x;
    const edge = x.graph.elements.edges.find(({ data }) => data.id === state.edge)?.data;
    const node = state.actor ? indexNodes(x.base).get(state.actor) : undefined;
    const selected = Boolean(edge ?? node);
    const empty = x.graph.total.edges === 0;
    document.title = translate('page.title', { count: x.graph.shown.edges });
    root.dataset.view = state.view;
    sidePanel.show({ state, selected, empty });

    showControls(x);
    render(
      renderTabs(x, (view) => session.go({ view })),
      part('tabs'),
    );
    render(
      renderTabs(x, (view) => session.go({ view }), true),
      part('bottom-tabs'),
    );
    render(
      renderTools(x, { share: () => shareDialog.open(), onTheme: restyle, showKeys: () => keyDialog.open() }),
      part('tools'),
    );
    render(renderExportLinks(x), part('bottom-export'));
    render(state.view === 'table' ? renderTable(x, actions) : nothing, part('table'));
    render(renderMessage(x, actions), part('message'));
    render(renderActiveFilters(x, actions), part('sentence'));
    render(
      html`${translateRich('status.showing', {
        shown: state.view === 'graph' ? x.drawing.edges.length : (x.table?.total ?? x.graph.total.edges),
        all: x.base.all.edges,
      })}`,
      part('status'),
    );
    part('canvas-note').textContent = translate('canvas.note', {
      actors: x.graph.total.nodes,
      relations: x.graph.total.edges,
    });
    const content = edge
      ? renderEvidence(x, edge, actions)
      : node
        ? renderActor(x, node, actions)
        : x.paths
          ? renderChains(x.paths, actions)
          : renderOverview(x, actions);
    reader.draw(() => render(content, part('evidence')));
    measurePanel();
    canvas.show(x, { edge: edge?.id ?? null, actor: node?.id ?? null });
  }

  listenToButtons(graph, search);
  const onCanvas = () => document.activeElement === part('canvas');
  const commands: KeyCommand[] = [
    ...cursor.listKeys(),
    ...canvas.tools.listKeys(() => (onCanvas() ? cursor.actor : null) ?? session.explorer.state.actor),
    ...listPageKeys({
      focusSearch: () => search.focus(),
      showKeys: () => keyDialog.open(),
      zoomBy: (factor) => graph.zoomBy(factor),
      fit: () => graph.fit(true),
      closeCover: () => {
        const covered = ['filters-open', 'search-open'].some((name) => root.classList.contains(name));
        setDrawer(false);
        root.classList.remove('search-open');
        return covered;
      },
      endSelection: () => {
        const { edge, actor } = session.explorer.state;
        if (!edge && !actor) return canvas.tools.leave();
        actions.selectEdge(null);
        reader.leave();
        return true;
      },
      listEdges: () => {
        const x = session.explorer;
        return listPairs(x.graph, indexNodes(x.base)).flatMap(({ edges }) => edges.map(({ id }) => id));
      },
      selectedEdge: () => session.explorer.state.edge,
      selectEdge: actions.selectEdge,
    }),
  ];
  const shareDialog = new ShareDialog(part('share') as HTMLDialogElement, say);
  document.getElementById('embed-link')?.addEventListener('click', ({ currentTarget }) => {
    (currentTarget as HTMLAnchorElement).href = `/${location.search}`;
  });
  const keyDialog = new KeyDialog(part('keys') as HTMLDialogElement, () => commands);
  listenToKeys({
    canvas: part('canvas'),
    commands,
    typeName: (character, fresh) => cursor.typeName(character, fresh),
  });
  // The graph can be used before the panels beside it are drawn.
  if (!hasFilters(session.explorer.state.filters)) {
    measurePanel();
    canvas.show(session.explorer, { edge: null, actor: null });
    await whenIdle();
  }
  await session.start();
}

start().catch((error) => {
  // The server's page needs no script: better a table than an empty frame.
  root.classList.remove('js');
  showError(error);
});
