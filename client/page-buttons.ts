import type { GraphView } from './graph/graph-view.ts';
import { part, setDrawer } from './page.ts';
import type { SearchBox } from './search-box.ts';

/** Buttons that the server has put on the page: zoom, the drawer of filters, search and export on the phone. */
export function listenToButtons(graph: GraphView, search: SearchBox): void {
  const on = (id: string, act: () => void) => part(id).addEventListener('click', act);
  on('zoom-in', () => graph.zoomBy(1.25));
  on('zoom-out', () => graph.zoomBy(0.8));
  on('zoom-fit', () => graph.fit(true));
  on('filters-button', () => setDrawer(true));
  on('filters-close', () => setDrawer(false));
  on('backdrop', () => setDrawer(false));
  on('bottom-export', () => part('bottom-export').closest('details')?.removeAttribute('open'));
  on('search-button', () => {
    if (document.documentElement.classList.toggle('search-open')) search.focus();
  });
}
