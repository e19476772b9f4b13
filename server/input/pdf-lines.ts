/** The pieces of text on a PDF's pages → paragraphs. A PDF knows places of words, neither lines nor paragraphs. */

export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Height of its base line; grows upwards. */
  base: number;
  size: number;
}

interface Line extends Piece {
  page: number;
}

/** Pieces in the order of the page → lines: a new one where the base moves by more than half the size of the letters. */
function joinPieces(pieces: Piece[], page: number): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (!line || Math.abs(line.base - piece.base) > Math.max(line.size, piece.size) / 2 || piece.left < line.left) {
      if (piece.text.trim()) lines.push({ ...piece, page });
      continue;
    }
    const isApart = piece.left - line.right > piece.size * 0.15;
    line.text += (isApart && !/\s$/.test(line.text) ? ' ' : '') + piece.text;
    line.right = Math.max(line.right, piece.right);
    line.size = Math.max(line.size, piece.size);
  }
  return lines;
}

/** Numbers of pages, and lines that stand at the top or the foot of most pages, are no text. */
function dropFurniture(pages: Line[][]): Line[][] {
  const edges = (lines: Line[]): Line[] => [...new Set([lines[0], lines.at(-1)])].filter((line) => line !== undefined);
  const shape = ({ text }: Line): string => text.trim().replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const line of pages.flatMap(edges)) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1);
  const isFurniture = (line: Line): boolean =>
    /^(?:page )?#(?: (?:of|\/) #)?$/i.test(shape(line)) ||
    (counts.get(shape(line)) ?? 0) > Math.max(2, pages.length / 2);
  return pages.map((lines) => {
    const drop = new Set(edges(lines).filter(isFurniture));
    return lines.filter((line) => !drop.has(line));
  });
}

/** Usual distance of two lines, in sizes of letters. */
function findLeading(lines: Line[]): number {
  const gaps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before && before.page === line.page ? [(before.base - line.base) / line.size] : [];
    })
    .filter((gap) => gap > 0.5 && gap < 4)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 1.2;
}

function startsParagraph(line: Line, before: Line, leading: number, right: number): boolean {
  if (Math.abs(line.size - before.size) > 0.15 * before.size) return true;
  const endsSentence = /[.!?:]["”’)\]]*\s*$/.test(before.text);
  if (line.page !== before.page) return endsSentence;
  const gap = (before.base - line.base) / line.size;
  if (gap > leading * 1.25 || gap < -2) return true;
  const isIndented = line.left - before.left > line.size * 0.8;
  const isShort = right - before.right > line.size * 6;
  return endsSentence && (isIndented || isShort);
}

/** A hyphen at the end of a line, before a small letter, divides a word. */
function joinLine(text: string, next: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return `${text} ${next}`;
}

/** All pages as one text, paragraphs parted by an empty line. */
export function joinParagraphs(pages: Piece[][]): string {
  const lines = dropFurniture(pages.map((pieces, page) => joinPieces(pieces, page))).flat();
  const leading = findLeading(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const text = line.text.replace(/\s+/g, ' ').trim();
    const last = paragraphs.length - 1;
    if (!before || startsParagraph(line, before, leading, right)) paragraphs.push(text);
    else paragraphs[last] = joinLine(paragraphs[last] as string, text);
  }
  return paragraphs.join('\n\n');
}
