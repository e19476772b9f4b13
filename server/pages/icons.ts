import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const cache = new Map<string, string>();

/** A Lucide icon as inline SVG: 16 px, stroke 1.75, hidden from readers of the accessibility tree. */
export function icon(name: string): string {
  let svg = cache.get(name);
  if (svg === undefined) {
    const source = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
    const shapes = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'));
    svg =
      '<svg class="icon" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
      'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">' +
      `${shapes.replace(/\s+/g, ' ').trim()}</svg>`;
    cache.set(name, svg);
  }
  return svg;
}
