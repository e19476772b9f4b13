import { expect, test } from 'vitest';
import { findQuotations } from '../../../server/language/segment/index.ts';

const cases: readonly (readonly [name: string, text: string, inner: readonly string[]])[] = [
  ['straight', 'He said "we go" and "we stay".', ['we go', 'we stay']],
  ['curly, over sentences', '“We tried. They refused,” he said.', ['We tried. They refused,']],
  ['single curly', 'a ‘threatening posture’ of', ['threatening posture']],
  ['single straight', "a 'threatening posture' of", ['threatening posture']],
  ['nested', '“He said ‘no’ twice,” she said.', ['He said ‘no’ twice,', 'no']],
  ['nested straight', '"He said \'no\' twice," she said.', ["He said 'no' twice,", 'no']],
  ['apostrophes are no marks', "It's the states' aid and O'Neill's.", []],
  ['curly apostrophes are no marks', 'It’s the states’ aid and O’Neill’s.', []],
  ['a possessive within single marks', 'called ‘the states’ aid’ a gift', ['the states’ aid']],
  ['a plural closes single marks', 'the ‘Yankees’ and the ‘dogs’ met', ['Yankees', 'dogs']],
  ['a clitic within single marks', "said 'we don't go' again", ["we don't go"]],
  ['a decade', "In the '90s they called it 'war'.", ['war']],
  ['guillemets', 'Il a dit «non» hier.', ['non']],
  ['doubled marks', "``We go,'' he said.", []],
  ['a bracket and a dash before', 'It ("the pact")—“dead”—held.', ['the pact', 'dead']],
  ['never closed', 'He said "we go and left. They stayed.', []],
  ['each paragraph opens anew', '“We go.\n\n“We stay,” he said.', ['We go.', 'We stay,']],
  ['an unclosed mark ends with its paragraph', 'He said “we go.\n\nThey said “no”.', ['no']],
  ['inches', 'A 12" gun and a "plan".', ['plan']],
];

test.each(cases)('%s', (_name, text, inner) => {
  expect(findQuotations(text).map((quotation) => text.slice(quotation.inner.start, quotation.inner.end))).toEqual(
    inner,
  );
});

test('marks belong to the quotation', () => {
  const text = 'So “we go” now';
  expect(findQuotations(text)).toEqual([{ start: 3, end: 10, inner: { start: 4, end: 9 } }]);
});
