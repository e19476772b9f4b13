/** The part of the graph that is drawn. */
export interface CanvasState {
  /** The actor whose neighbourhood alone is drawn, up to `depth` steps away. */
  focus: string | null;
  depth: Depth;
  /** The two actors whose chains of relations are drawn. */
  path: { from: string; to: string } | null;
  /** Actors whose neighbours are drawn too, in the order in which they were asked for: `ACTOR` or `ACTOR~TYPE`. */
  expand: string[];
  /** Actors that are not drawn. */
  hidden: string[];
}

export type Depth = 1 | 2 | 3;
export const DEPTHS: readonly Depth[] = [1, 2, 3];
/** Stands between the two parts of a parameter; no id holds it. */
const JOINT = '~';

/** The expansion of an actor by the relations of one type, or by all, as the address writes it. */
export function nameExpansion(actor: string, type: string | null): string {
  return type ? `${actor}${JOINT}${type}` : actor;
}

/** The parts of an expansion. */
export function parseExpansion(expansion: string): { actor: string; type: string | null } {
  const [actor = '', type] = expansion.split(JOINT);
  return { actor, type: type || null };
}

function parsePath(value: string | null): CanvasState['path'] {
  const [from, to] = value?.split(JOINT) ?? [];
  return from && to && from !== to ? { from, to } : null;
}

/** What the address says about the part of the graph that is drawn. */
export function parseCanvas(query: URLSearchParams): CanvasState {
  const list = (key: string) => [...new Set(query.getAll(key).filter(Boolean))];
  const path = parsePath(query.get('path'));
  return {
    focus: path ? null : query.get('focus') || null,
    depth: DEPTHS.find((depth) => String(depth) === query.get('depth')) ?? 1,
    path,
    expand: list('expand'),
    hidden: list('hidden'),
  };
}

/** Writes it into an address. */
export function writeCanvas({ focus, depth, path, expand, hidden }: CanvasState, query: URLSearchParams): void {
  if (focus) {
    query.set('focus', focus);
    query.set('depth', String(depth));
  }
  if (path) query.set('path', `${path.from}${JOINT}${path.to}`);
  for (const value of expand) query.append('expand', value);
  for (const value of hidden) query.append('hidden', value);
}
