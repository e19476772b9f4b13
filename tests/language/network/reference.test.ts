import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadEnglish } from '../../../server/language/index.ts';

/** Trees of 200 sentences of ours by the trainer's own network, see data/model/README.md: FORM, -, UPOS, XPOS, HEAD, DEPREL. */
const reference = readFileSync(fileURLToPath(new URL('./reference.tsv', import.meta.url)), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((block) => block.split('\n').map((line) => line.split('\t')));

test('Node finds the trees that the trainer finds', () => {
  expect(reference).toHaveLength(200);
  const parsed = loadEnglish().parseTokens(reference.map((rows) => rows.map(([form = '']) => form)));
  const differing = reference.filter((rows, at) =>
    rows.some(([, , upos, xpos, head, deprel], word) => {
      const token = parsed[at]?.[word];
      return `${upos} ${xpos} ${head} ${deprel}` !== `${token?.upos} ${token?.xpos} ${token?.head} ${token?.deprel}`;
    }),
  );
  expect(differing.map((rows) => rows.map(([form]) => form).join(' '))).toEqual([]);
});
