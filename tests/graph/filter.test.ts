import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/graph/build-graph.ts';
import { indexGraph } from '../../server/graph/graph-index.ts';
import { listKnownValues, parseFilters, writeFilters } from '../../server/graph/query.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const index = await indexSample();
const known = listKnownValues(index, lexicon.relationTypes.keys());
const parse = (query: string) => parseFilters(new URLSearchParams(query), known);

/** Relations under a query, sorted, as "source label target (statements)". */
function ask(query: string): string[] {
  const { filters, errors } = parse(query);
  expect(errors).toEqual([]);
  return buildGraph(index, filters)
    .body.elements.edges.map(({ data }) => `${data.source} ${data.label} ${data.target} (${data.count})`)
    .sort();
}

const CONFLICT = [
  'PAK does not attack USA (1)',
  'PAK refuses USA (1)',
  'RUS does not attack USA (1)',
  'USA is hostile to PAK (2)',
  'USA is hostile to RUS (1)',
  'USA may attack PAK (1)',
  'USA sanctions PAK (1)',
  'USA suspended aid to PAK (2)',
  'USA threatens PAK (1)',
  'USA threatens RUS (1)',
];
const SUPPORTS = [
  'CHN supports AFG (1)',
  'CHN supports RUS (1)',
  'IRN supports AFG (1)',
  'IRN supports RUS (1)',
  'PAK supports RUS (1)',
  'TUR supports AFG (1)',
  'central-asian-states supports AFG (1)',
  'central-asian-states supports RUS (1)',
];
const PLANNED = [
  'PAK to talk with RUS (2)',
  'khawaja-asif to talk with sergey-lavrov (1)',
  'khawaja-asif to visit RUS (1)',
];
const WAZIR = [
  'CHN supports AFG (1)',
  'IRN supports AFG (1)',
  'PAK does not attack USA (1)',
  'PAK is allied with RUS (2)',
  'RUS does not attack USA (1)',
  'TUR supports AFG (1)',
  'USA is hostile to PAK (2)',
  'USA is hostile to RUS (1)',
  'USA may attack PAK (1)',
  'USA sanctions PAK (1)',
  'USA suspended aid to PAK (1)',
  'central-asian-states supports AFG (1)',
];

describe('filters select statements, and relations are made of the selected ones', () => {
  it.each<[string, string[]]>([
    ['type=suspends-aid-to', ['USA suspended aid to PAK (2)']],
    ['type=suspends-aid-to&modality=hypothetical', ['USA may suspend aid to PAK (1)']],
    ['type=supports', SUPPORTS],
    ['type=talks-with', ['PAK talks with RUS (3)', 'khawaja-asif to talk with sergey-lavrov (1)']],
    ['modality=planned', PLANNED],
    ['speaker=ayaz-wazir', WAZIR],
    ['class=conflict', CONFLICT],
    ['class=conflict&modality=negated', ['PAK does not attack USA (1)', 'RUS does not attack USA (1)']],
    ['type=visits&type=based-in', ['khawaja-asif to visit RUS (1)', 'russian-foreign-ministry is based in RUS (1)']],
    [
      'class=conflict&not-type=attacks&not-type=hostile-to&not-speaker=ayaz-wazir',
      ['PAK refuses USA (1)', 'USA may suspend aid to PAK (1)', 'USA threatens PAK (1)', 'USA threatens RUS (1)'],
    ],
    ['kind=person', ['khawaja-asif to talk with sergey-lavrov (1)']],
    ['kind=group', []],
    [
      'kind=group&kind=country&type=cooperates-with&not-modality=asserted',
      [
        'CHN may cooperate with PAK (1)',
        'IRN may cooperate with PAK (1)',
        'PAK may cooperate with RUS (2)',
        'PAK may cooperate with TUR (1)',
        'PAK may cooperate with USA (1)',
        'PAK may cooperate with central-asian-states (1)',
      ],
    ],
    [
      'not-kind=country',
      ['khawaja-asif to talk with sergey-lavrov (1)', 'maria-zakharova holds office in russian-foreign-ministry (1)'],
    ],
    ['speaker=maria-zakharova', ['PAK cooperates with RUS (1)', 'PAK talks with RUS (1)']],
    ['speaker=none&class=conflict', []],
    ['from=2018-02-20', ['khawaja-asif to talk with sergey-lavrov (1)', 'khawaja-asif to visit RUS (1)']],
    ['to=2018-02-18', []],
    ['from=2018-02-19&to=2018-02-19&type=visits', []],
    ['article=moscow-talks-2018&type=rejects', ['PAK refuses USA (1)']],
    ['not-article=moscow-talks-2018', []],
    ['status=rejected', []],
    ['min=3', ['PAK cooperates with RUS (3)', 'PAK is allied with RUS (4)', 'PAK talks with RUS (3)']],
    // counted under the other filters: two of the three are planned
    ['min=2&modality=planned', ['PAK to talk with RUS (2)']],
    ['min=2&speaker=ayaz-wazir', ['PAK is allied with RUS (2)', 'USA is hostile to PAK (2)']],
    ['min=5', []],
    ['status=confirmed&type=visits', ['khawaja-asif to visit RUS (1)']],
    [
      'q=HELICOPTERS',
      ['RUS supplies arms to PAK (1)', 'USA may suspend aid to PAK (1)']
        .concat(
          ['CHN', 'IRN'].map((id) => `${id} may cooperate with PAK (1)`),
          ['RUS', 'TUR', 'USA', 'central-asian-states'].map((id) => `PAK may cooperate with ${id} (1)`),
        )
        .sort(),
    ],
    ['q=türkiye supports', ['TUR supports AFG (1)']],
  ])('%s', (query, relations) => {
    expect(ask(query)).toEqual(relations);
  });

  it('shows 35 relations among 12 actors without any', () => {
    const { all, total, shown } = buildGraph(index, { include: {}, exclude: {} }).body;
    expect([all, total, shown]).toEqual(Array(3).fill({ nodes: 12, edges: 35 }));
  });
});

describe('facets', () => {
  const count = (query: string, key: keyof typeof known, value: string) => {
    const facet = buildGraph(index, parse(query).filters).body.facets[key].find((entry) => entry.value === value);
    return facet && [facet.count, facet.relations];
  };

  it.each<[string, keyof typeof known, string, number[]]>([
    ['', 'type', 'supports', [8, 8]],
    ['', 'type', 'talks-with', [4, 2]],
    ['', 'class', 'conflict', [12, 10]],
    ['', 'speaker', 'none', [13, 13]],
    ['', 'speaker', 'ayaz-wazir', [14, 12]],
    // a key's own choice does not change its counts, another key's does
    ['type=visits', 'type', 'supports', [8, 8]],
    ['type=visits', 'class', 'conflict', [0, 0]],
    ['speaker=ayaz-wazir', 'type', 'supports', [4, 4]],
    ['speaker=ayaz-wazir', 'speaker', 'none', [13, 13]],
    ['class=conflict&speaker=ayaz-wazir', 'speaker', 'said-nazir-mohmand', [4, 4]],
    ['class=conflict', 'modality', 'negated', [2, 2]],
    ['class=conflict', 'kind', 'person', [0, 0]],
    ['', 'status', 'rejected', [0, 0]],
    ['min=2&modality=planned', 'type', 'talks-with', [2, 1]],
    // without its own choice of planned, three statements make the relation large enough
    ['min=3&modality=planned', 'modality', 'planned', [2, 1]],
    ['min=3', 'type', 'supports', [0, 0]],
  ])('under "%s" count %s %s', (query, key, value, expected) => {
    expect(count(query, key, value)).toEqual(expected);
  });

  it('keep their rows and their order whatever is filtered', () => {
    const rows = (query: string) =>
      Object.entries(buildGraph(index, parse(query).filters).body.facets).map(([key, values]) => [
        key,
        values.map(({ value }) => value),
      ]);
    expect(rows('type=visits&speaker=none')).toEqual(rows(''));
  });
});

describe('what moves nothing', () => {
  it('filtering leaves bends, places and drawn sizes as they are', () => {
    const whole = buildGraph(index, { include: {}, exclude: {} }).body.elements;
    const part = buildGraph(index, parse('class=conflict').filters).body.elements;
    for (const { data } of part.edges)
      expect(data.bend).toBe(whole.edges.find((edge) => edge.data.id === data.id)?.data.bend);
    for (const node of part.nodes) {
      const before = whole.nodes.find(({ data }) => data.id === node.data.id);
      expect([node.position, node.data.total]).toEqual([before?.position, before?.data.total]);
    }
  });

  it('lines of a pair are fanned out evenly, cooperation on one side and conflict on the other', () => {
    const between = buildGraph(index, { include: {}, exclude: {} })
      .body.elements.edges.map(({ data }) => data)
      .filter(({ source, target }) => [source, target].sort().join() === 'PAK,USA')
      .sort((a, b) => a.bend - b.bend);
    expect(between.map(({ bend }) => bend)).toEqual([-73.5, -52.5, -31.5, -10.5, 10.5, 31.5, 52.5, 73.5]);
    expect(between.map((edge) => edge.class)).toEqual(['cooperation', ...Array(7).fill('conflict')]);
  });

  it('a limit keeps the best-connected actors and says so', () => {
    const { body } = buildGraph(index, { include: {}, exclude: {} }, { limit: 3 });
    expect(body.elements.nodes.map(({ data }) => data.id)).toEqual(['PAK', 'RUS', 'USA']);
    expect(body.total).toEqual({ nodes: 12, edges: 35 });
    expect(body.shown).toEqual({ nodes: 3, edges: body.elements.edges.length });
  });
});

describe('actors without a relation', () => {
  it('are told apart: those quoted and those only named', () => {
    const { undrawn } = buildGraph(index, { include: {}, exclude: {} }).body;
    expect(undrawn.named.map(({ id }) => id)).toEqual(['kabul-process', 'united-nations']);
    expect(undrawn.quoted.map(({ id }) => id)).toEqual(['ayaz-wazir', 'said-nazir-mohmand']);
  });
});

describe('the address of filters', () => {
  it.each([
    ['type=nonsense', 'type', 'There is no type "nonsense". Known: talks-with, visits,'],
    ['not-class=war', 'not-class', 'Known: cooperation, conflict, neutral.'],
    ['speaker=nobody', 'speaker', 'Known: none, RUS, ayaz-wazir, maria-zakharova, said-nazir-mohmand.'],
    ['from=2018-02-30', 'from', '"2018-02-30" is no day. Write it as 2018-02-19.'],
    ['colour=red', 'colour', 'There is no parameter "colour". Known: type, not-type,'],
    ['constructor=1', 'constructor', 'There is no parameter "constructor".'],
    ['type=__proto__', 'type', 'There is no type "__proto__".'],
    ['from=2018-02-20&from=2018-02-21', 'from', 'It stands more than once; give it once.'],
    ['from=2018-02-20&to=2018-02-19', 'from', 'It is after to (2018-02-19)'],
    [`q=${'a'.repeat(99)}&q=b`, 'q', 'more than once'],
  ])('%s is refused with the mend', (query, field, detail) => {
    const { errors } = parse(query);
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(errors[0]?.detail).toContain(detail);
  });

  it('answers a flood of wrong values in few words', () => {
    const { errors } = parse(
      Array.from({ length: 2000 }, (_, at) => `type=x${at}&k${at}=${'y'.repeat(200)}`).join('&'),
    );
    expect(JSON.stringify(errors).length).toBeLessThan(5000);
  });

  it('is written as it was read', () => {
    const query = 'type=visits&type=supports&not-modality=negated&speaker=none&from=2018-01-01&q=peace+talks';
    expect(writeFilters(parse(query).filters).toString()).toBe(query);
  });
});

describe('a rejected statement', () => {
  const source = {
    ...index.source,
    statements: index.source.statements.map((statement) =>
      statement.type === 'visits' || statement.cue.text === 'suspending aid to Pakistan'
        ? { ...statement, status: 'rejected' as const }
        : statement,
    ),
  };
  const rejecting = indexGraph(source, lexicon.relationTypes);
  const list = (query: string) =>
    buildGraph(rejecting, parse(query).filters).body.elements.edges.map(({ data }) => `${data.label} (${data.count})`);

  it('counts for nothing unless asked for', () => {
    expect(list('type=visits&type=suspends-aid-to')).toEqual(['may suspend aid to (1)']);
    expect(list('status=rejected')).toEqual(['to visit (1)', 'suspended aid to (1)']);
    expect(buildGraph(rejecting, parse('').filters).body.all).toEqual({ nodes: 12, edges: 34 });
  });

  it('has its own count among the statuses', () => {
    const { status } = buildGraph(rejecting, parse('').filters).body.facets;
    expect(status.map(({ value, count }) => [value, count])).toEqual([
      ['confirmed', 42],
      ['added', 0],
      ['extracted', 0],
      ['rejected', 2],
    ]);
  });
});

describe('the counts of kinds', () => {
  it('are of the actors drawn', () => {
    const kinds = (query: string) =>
      buildGraph(index, parse(query).filters).body.facets.kind.map(({ actors }) => actors);
    expect(kinds('')).toEqual([7, 3, 1, 1]);
    expect(kinds('class=conflict')).toEqual([3, 0, 0, 0]);
  });
});
