import type { ParsedToken } from '../language/index.ts';

/** One word a line under the word it hangs on, dependents in the order of the sentence. */
export function drawTree(tokens: ParsedToken[]): string {
  const rows: { branch: string; token: ParsedToken }[] = [];
  const visit = (token: ParsedToken, position: number, own: string, below: string): void => {
    rows.push({ branch: `${own}${token.form}`, token });
    const children = tokens.flatMap((child, index) => (child.head === position ? [index] : []));
    children.forEach((child, index) => {
      const last = index === children.length - 1;
      visit(
        tokens[child] as ParsedToken,
        child + 1,
        `${below}${last ? '└─ ' : '├─ '}`,
        `${below}${last ? '   ' : '│  '}`,
      );
    });
  };
  tokens.forEach((token, index) => {
    if (token.head === 0) visit(token, index + 1, '', '');
  });
  const widths = [
    Math.max(...rows.map(({ branch }) => [...branch].length)),
    Math.max(...rows.map(({ token }) => token.deprel.length)),
  ];
  const pad = (text: string, width = 0): string => text + ' '.repeat(Math.max(0, width - [...text].length));
  return rows
    .map(({ branch, token: { deprel, upos, xpos, lemma } }) =>
      `${pad(branch, widths[0])}  ${pad(deprel, widths[1])}  ${pad(upos, 5)}  ${pad(xpos, 5)}  ${lemma}`.trimEnd(),
    )
    .join('\n');
}
