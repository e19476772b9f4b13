import type { Actions } from './explorer.ts';
import type { GraphView } from './graph/graph-view.ts';
import type { SearchBox } from './search-box.ts';
import type { ViewState } from './state.ts';

interface KeyDeps {
  canvas: HTMLElement;
  graph: GraphView;
  search: SearchBox;
  actions: Actions;
  closeDrawer: () => void;
  /** Relations in the order of the list beside the graph. */
  listEdges: () => string[];
  state: () => ViewState;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}

/** Keys of the page: / search, Esc close, up and down through the relations; on the canvas left and right for actors. */
export function listenToKeys(deps: KeyDeps): void {
  let ring: string | null = null;

  function step<Item>(list: Item[], current: Item | null, by: number): Item | undefined {
    const at = current === null ? -1 : list.indexOf(current);
    if (at < 0) return by > 0 ? list[0] : list.at(-1);
    return list[(at + by + list.length) % list.length];
  }

  function setRing(id: string | null): void {
    ring = id;
    deps.graph.focus(id);
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const { edge, actor } = deps.state();
    if (event.key === '/') deps.search.focus();
    else if (event.key === 'Escape') {
      deps.closeDrawer();
      document.documentElement.classList.remove('search-open');
      if (!edge && !actor) return;
      deps.actions.selectEdge(null);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // Without a selection the arrows scroll, as on every page, unless the canvas has the focus.
      if (!edge && event.target !== deps.canvas) return;
      const next = step(deps.listEdges(), edge, event.key === 'ArrowDown' ? 1 : -1);
      if (next) deps.actions.selectEdge(next);
    } else return;
    event.preventDefault();
  });

  deps.canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      setRing(step(deps.graph.listDrawn(), ring, event.key === 'ArrowRight' ? 1 : -1) ?? null);
    } else if (event.key === 'Enter' && ring) deps.actions.selectActor(ring);
    else if (event.key === '+') deps.graph.zoomBy(1.25);
    else if (event.key === '-') deps.graph.zoomBy(0.8);
    else if (event.key === '0') deps.graph.fit(true);
    else return;
    event.preventDefault();
  });
  deps.canvas.addEventListener('blur', () => setRing(null));
}
