import { describe, expect, it } from 'vitest';
import { listKnownValues, parseFilters } from '../../server/graph/query.ts';
import { describeFilters, nameValues } from '../../server/pages/filter-sentence.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const index = await indexSample();
const known = listKnownValues(index, lexicon.relationTypes.keys());
const describeQuery = (query: string) => {
  const { filters, errors } = parseFilters(new URLSearchParams(query), known);
  expect(errors).toEqual([]);
  return describeFilters(filters, nameValues(index, lexicon.relationTypes));
};

describe('the filters as a sentence', () => {
  it.each([
    ['', ''],
    [
      'class=conflict&modality=asserted&modality=planned&speaker=ayaz-wazir&from=2018-03-01',
      'conflict, asserted or planned, according to Ayaz Wazir, since 1 March 2018',
    ],
    ['type=supports&type=attacks', 'supports or attacks'],
    ['class=cooperation&not-type=supports', 'cooperation, not supports'],
    ['kind=country&kind=person', 'among countries and people'],
    ['not-kind=group&not-modality=negated', 'without groups, not negated'],
    ['speaker=none', 'according to the article'],
    ['not-speaker=none&not-speaker=ayaz-wazir', 'not according to the article or Ayaz Wazir'],
    ['status=confirmed&status=added', 'confirmed or added by a reader'],
    ['to=2018-03-05', 'until 5 March 2018'],
    ['from=2018-03-01&to=2018-03-01', 'on 1 March 2018'],
    ['min=2&q=aid to', 'in at least 2 sentences, with the words “aid to”'],
    ['type=supports&type=attacks&type=visits&type=threatens&type=sanctions', 'supports, attacks, visits or 2 others'],
  ])('%s reads "%s"', (query, words) => {
    expect(
      describeQuery(query)
        .map((phrase) => phrase.words)
        .join(', '),
    ).toBe(words);
  });

  it('gives with each part the other filters', () => {
    const query = 'class=conflict&not-speaker=none&from=2018-03-01&to=2018-03-05&min=2&q=aid';
    const rests = describeQuery(query).map(({ key, without }) => [key, without]);
    expect(rests).toEqual([
      ['class', 'not-speaker=none&from=2018-03-01&to=2018-03-05&q=aid&min=2'],
      ['not-speaker', 'class=conflict&from=2018-03-01&to=2018-03-05&q=aid&min=2'],
      ['from', 'class=conflict&not-speaker=none&q=aid&min=2'],
      ['min', 'class=conflict&not-speaker=none&from=2018-03-01&to=2018-03-05&q=aid'],
      ['q', 'class=conflict&not-speaker=none&from=2018-03-01&to=2018-03-05&min=2'],
    ]);
  });
});
