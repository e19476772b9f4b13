/** The little of a web page's document that is used here; the project compiles without the browser's types. */
import { parseHTML } from 'linkedom';

export interface PageNode {
  nodeType: number;
  localName?: string;
  data?: string;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument extends PageElement {
  body: PageElement;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** HTML, whole or a piece of it, as a document. */
export function parseDocument(html: string): PageDocument {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return (
    parseHTML(/<html[\s>]/i.test(whole) ? whole : `<html>${whole}</html>`) as unknown as { document: PageDocument }
  ).document;
}

/** Every node under `root` as it opens and closes, without recursion: pages may be nested without bound. */
export function* walk(root: PageNode, skip: (node: PageNode) => boolean): Generator<[node: PageNode, opens: boolean]> {
  let node: PageNode = root;
  for (;;) {
    const isSkipped = skip(node);
    if (!isSkipped) yield [node, true];
    if (!isSkipped && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (!isSkipped) yield [node, false];
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as PageNode;
      yield [node, false];
    }
    if (node === root) return;
    node = node.nextSibling as PageNode;
  }
}

/** How deep the elements under `root` are nested. */
export function measureDepth(root: PageNode): number {
  let [depth, deepest] = [0, 0];
  for (const [node, opens] of walk(root, () => false)) {
    if (node.nodeType !== ELEMENT) continue;
    depth += opens ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
