/** Advance widths of Helvetica (and of Liberation Sans, which has the same metrics) in thousandths of the font size. */
const REGULAR: [number, string][] = [
  [191, "'’‘"],
  [222, 'ijl'],
  [278, ' !,./:;I[]\\ft·'],
  [333, '()-r“”`'],
  [355, '"'],
  [389, '*'],
  [500, 'Jckvsxyz'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ✕×'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…'],
  [1015, '@'],
];
const BOLD: [number, string][] = [
  [238, "'"],
  [278, ' ,./I\\ijl’‘·'],
  [333, '!()-:;[]ft`'],
  [389, '*r'],
  [474, '"'],
  [500, 'z“”'],
  [584, '+<=>~'],
  [611, '?FLTZbdghnopqu'],
  [667, 'EPSVXY'],
  [722, '&ABCDHKNRU'],
  [778, 'GOQw✕×'],
  [833, 'M'],
  [889, '%m'],
  [944, 'W'],
  [975, '@'],
  [1000, '—…'],
];
/** Width of the characters in neither list: digits and most small letters. */
const USUAL = 556;
const IDEOGRAPH = 1000;

function spread(classes: [number, string][]): Map<string, number> {
  return new Map(classes.flatMap(([width, characters]) => [...characters].map((c): [string, number] => [c, width])));
}

const regular = spread(REGULAR);
const bold = spread(BOLD);

/** Width in px of a text in Helvetica of `size` px. An accented letter is as wide as its base letter. */
export function measureText(text: string, size: number, weight: 'regular' | 'bold'): number {
  const widths = weight === 'bold' ? bold : regular;
  let sum = 0;
  for (const character of text.normalize('NFD')) {
    if (/\p{Mark}/u.test(character)) continue;
    sum += widths.get(character) ?? (character >= '\u2e80' ? IDEOGRAPH : USUAL);
  }
  return (sum * size) / 1000;
}

/** Width and number of lines of a node's name, wrapped between words at `limit` px; a longer word stands out. */
export function measureName(name: string, size: number, limit: number): { width: number; lines: number } {
  let width = 0;
  let lines = 1;
  let line = '';
  for (const word of name.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measureText(longer, size, 'bold') > limit) {
      lines += 1;
      line = word;
    } else {
      line = longer;
    }
    width = Math.max(width, measureText(line, size, 'bold'));
  }
  return { width, lines };
}
