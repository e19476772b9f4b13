import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { EdgeData, StatementView } from '../server/types.ts';
import { type Actions, type Explorer, indexNodes, listEdges } from './explorer.ts';
import { translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';

/** Id of the relation that a statement belongs to: a symmetric one has its ends in id order. */
function edgeIdOf(statement: StatementView, symmetric: boolean): string {
  const { source, target, type } = statement;
  const [a, b] = symmetric && target.id < source.id ? [target.id, source.id] : [source.id, target.id];
  return `${a}:${type}:${b}`;
}

/** The words of the relation's first statement in its own modality, which are the ones its label stands for. */
function indexWordings(x: Explorer): Map<string, string> {
  const symmetric = new Set(x.vocabulary.types.filter((type) => type.symmetric).map((type) => type.id));
  const modalities = new Map(x.graph.elements.edges.map(({ data }) => [data.id, data.modality]));
  const wordings = new Map<string, string>();
  for (const statement of x.statements ?? []) {
    const id = edgeIdOf(statement, symmetric.has(statement.type));
    if (!wordings.has(id) && statement.modality === modalities.get(id)) wordings.set(id, statement.cue);
  }
  return wordings;
}

function renderSpeakers({ speakers }: EdgeData): string {
  const [first] = speakers;
  if (!first) return '';
  const name = first.value === 'none' ? translate('speaker.article') : first.label;
  return speakers.length > 1 ? translate('table.speakerMore', { name, more: speakers.length - 1 }) : name;
}

/** The relations as a table, the text alternative of the graph. */
export function renderTable(x: Explorer, actions: Actions): TemplateResult {
  const nodes = indexNodes(x.base);
  const wordings = indexWordings(x);
  const edges = listEdges(x.graph);
  const actor = (id: string) => {
    const node = nodes.get(id);
    return node
      ? html`<button type="button" class="cell-actor" @click=${() => actions.selectActor(id)}>
          ${disc(node)} <span>${node.label}</span>
        </button>`
      : nothing;
  };
  return html`<table class="relations">
    <caption class="unseen">${translate('table.caption')}</caption>
    <thead>
      <tr>
        <th scope="col">${translate('table.from')}</th>
        <th scope="col">${translate('table.relation')}</th>
        <th scope="col">${translate('table.to')}</th>
        <th scope="col">${translate('table.modality')}</th>
        <th scope="col">${translate('table.speaker')}</th>
        <th scope="col" class="column-wording">${translate('table.wording')}</th>
        <th scope="col" class="column-count">${translate('table.sentences')}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        edges,
        (edge) => edge.id,
        (edge) => html`<tr class=${edge.id === x.state.edge ? 'current' : ''}>
          <td>${actor(edge.source)}</td>
          <td>
            <button
              type="button"
              class="cell-relation ${colourClass(edge)}"
              aria-pressed=${edge.id === x.state.edge}
              @click=${() => actions.selectEdge(edge.id)}
            >
              ${lineSample(edge.modality, edge.class, edge.count)}
              <span>${edge.label}${edge.symmetric ? ' ↔' : ''}</span>
            </button>
          </td>
          <td>${actor(edge.target)}</td>
          <td class="quiet">${translate(`modality.${edge.modality}`)}</td>
          <td class="quiet">${renderSpeakers(edge)}</td>
          <td class="column-wording" title=${wordings.get(edge.id) ?? ''}>${wordings.get(edge.id) ?? ''}</td>
          <td class="column-count">${edge.count}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
