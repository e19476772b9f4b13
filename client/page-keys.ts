import { nextOf } from './directions.ts';
import type { KeyCommand } from './keys.ts';

export interface PageKeyDeps {
  focusSearch: () => void;
  showKeys: () => void;
  zoomBy: (factor: number) => void;
  fit: () => void;
  /** Closes what lies over the page; false where nothing does. */
  closeCover: () => boolean;
  /** Ends the selection; false where there is none. */
  endSelection: () => boolean;
  /** Relations in the order of the list beside the graph. */
  listEdges: () => string[];
  selectedEdge: () => string | null;
  selectEdge: (id: string) => void;
}

/** Keys of the page, and those of the canvas that every map has. */
export function listPageKeys(deps: PageKeyDeps): KeyCommand[] {
  const step = (by: 1 | -1) => {
    const edge = deps.selectedEdge();
    // Without a selection the arrows scroll, as on every page.
    if (!edge) return false;
    const next = nextOf(deps.listEdges(), edge, by);
    if (next) deps.selectEdge(next);
    return true;
  };
  return [
    { keys: ['/'], on: 'page', words: 'key.search', run: deps.focusSearch },
    { keys: ['?'], on: 'page', words: 'key.keys', run: deps.showKeys },
    { keys: ['ArrowDown'], on: 'page', words: 'key.nextEdge', run: () => step(1) },
    { keys: ['ArrowUp'], on: 'page', words: 'key.previousEdge', run: () => step(-1) },
    { keys: ['Escape'], on: 'page', words: 'key.close', run: () => deps.closeCover() || deps.endSelection() },
    { keys: ['+', '='], on: 'canvas', words: 'zoom.in', run: () => deps.zoomBy(1.25) },
    { keys: ['-'], on: 'canvas', words: 'zoom.out', run: () => deps.zoomBy(0.8) },
    { keys: ['0'], on: 'canvas', words: 'zoom.fit', run: deps.fit },
  ];
}
