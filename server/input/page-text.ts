/** A document's nodes → plain text whose paragraphs are parted by an empty line. */
import { ELEMENT, type PageNode, TEXT, walk } from './document.ts';

const list = (names: string): Set<string> => new Set(names.split(' '));

/** Elements that stand in lines of their own. */
const BLOCKS = list(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul',
);

/** Elements whose content is no text of the page. */
const SILENT = list(
  'script style noscript template svg math iframe object embed canvas audio video button select textarea input head title',
);

/** Elements around an article, dropped where nothing better tells the article apart. */
const FURNITURE = list('nav aside footer form menu');

export interface TextOptions {
  /** Whether menus, footers and the like are left out. */
  withoutFurniture?: boolean;
}

/** Text of a node: runs of white space are one space, `br` ends a line, a block a paragraph. */
export function collectText(root: PageNode, { withoutFurniture = false }: TextOptions = {}): string {
  const parts: string[] = [];
  let lines = 0;
  let isSpaced = false;
  let preformatted = 0;
  const put = (text: string): void => {
    if (parts.length > 0) parts.push(lines > 1 ? '\n\n' : lines === 1 ? '\n' : isSpaced ? ' ' : '');
    parts.push(text);
    lines = 0;
    isSpaced = false;
  };
  const isSkipped = ({ localName = '' }: PageNode): boolean =>
    SILENT.has(localName) || (withoutFurniture && FURNITURE.has(localName));
  for (const [node, opens] of walk(root, isSkipped)) {
    const { nodeType, localName = '', data = '' } = node;
    if (nodeType === TEXT && opens) {
      if (preformatted > 0 && data.trim()) put(data.replace(/^\n/, '').trimEnd());
      else if (preformatted === 0) {
        const words = data.replace(/[\s\u00ad]+/g, (run) => (run === '\u00ad' ? '' : ' '));
        if (words.startsWith(' ')) isSpaced = true;
        if (words.trim()) put(words.trim());
        if (words.endsWith(' ')) isSpaced = true;
      }
    }
    if (nodeType !== ELEMENT) continue;
    if (localName === 'pre') preformatted += opens ? 1 : -1;
    if (localName === 'br' && opens) lines += 1;
    else if (BLOCKS.has(localName)) lines = 2;
    else if (localName === 'td' || localName === 'th') isSpaced = true;
  }
  const ends = parts.join('').split('\n');
  return ends
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
