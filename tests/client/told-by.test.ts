import { describe, expect, it } from 'vitest';
import { keepTold, parseReading, withTold, writeReading } from '../../client/reading-state.ts';
import { compareWorlds, printMark } from '../../client/told-by.ts';
import type { EdgeData, Filters, Modality, RelationClass } from '../../server/types.ts';

const CLASSES: Record<string, RelationClass> = {
  supports: 'cooperation',
  visits: 'cooperation',
  attacks: 'conflict',
  'holds-office-in': 'neutral',
};

/** "X supports Y" or "X supports Y negated". */
function edge(words: string): EdgeData {
  const [source = '', type = '', target = '', ...modalities] = words.split(' ');
  const said = (modalities.length > 0 ? modalities : ['asserted']) as Modality[];
  return {
    id: `${source}:${type}:${target}`,
    source,
    target,
    type,
    class: CLASSES[type],
    modalities: said.map((value) => ({ value, label: value, count: 1 })),
  } as EdgeData;
}

const ids = (list: { edge: EdgeData }[]) => list.map(({ edge: { id } }) => id);

describe('the worlds of two speakers', () => {
  it.each<[string, string[], string[], { differ: string[]; both: string[]; a: string[]; b: string[] }]>([
    ['share what both say', ['x supports y'], ['x supports y'], { differ: [], both: ['x:supports:y'], a: [], b: [] }],
    [
      'part where one alone speaks',
      ['x supports y'],
      ['y visits x', 'z attacks x'],
      { differ: [], both: [], a: ['x:supports:y'], b: ['y:visits:x', 'z:attacks:x'] },
    ],
    [
      'disagree on a pair told in opposite classes, in whichever direction',
      ['x supports y'],
      ['y attacks x'],
      { differ: ['x:supports:y', 'y:attacks:x'], both: [], a: [], b: [] },
    ],
    [
      'disagree on a relation that one holds and the other denies',
      ['x supports y'],
      ['x supports y negated'],
      { differ: ['x:supports:y', 'x:supports:y'], both: [], a: [], b: [] },
    ],
    [
      'disagree on a plan that the other denies',
      ['x visits y planned'],
      ['x visits y negated'],
      { differ: ['x:visits:y', 'x:visits:y'], both: [], a: [], b: [] },
    ],
    [
      'do not disagree where one says only what may be',
      ['x supports y'],
      ['x attacks y hypothetical'],
      { differ: [], both: [], a: ['x:supports:y'], b: ['x:attacks:y'] },
    ],
    [
      'do not disagree where one tells both sides of a pair',
      ['x supports y', 'x attacks y'],
      ['x attacks y'],
      { differ: [], both: ['x:attacks:y'], a: ['x:supports:y'], b: [] },
    ],
    [
      'do not disagree where conflict is denied and cooperation told',
      ['x supports y'],
      ['x attacks y negated'],
      { differ: [], both: [], a: ['x:supports:y'], b: ['x:attacks:y'] },
    ],
    [
      'leave ties out of a disagreement about their pair',
      ['x supports y', 'x holds-office-in y'],
      ['x attacks y', 'x holds-office-in y'],
      { differ: ['x:supports:y', 'x:attacks:y'], both: ['x:holds-office-in:y'], a: [], b: [] },
    ],
    [
      'take one for a holder who both asserts and denies',
      ['x supports y asserted negated'],
      ['x supports y negated'],
      { differ: ['x:supports:y', 'x:supports:y'], both: [], a: [], b: [] },
    ],
    ['may be empty', [], ['x supports y'], { differ: [], both: [], a: [], b: ['x:supports:y'] }],
  ])('%s', (_what, a, b, expected) => {
    const { differ, both, onlyA, onlyB } = compareWorlds(a.map(edge), b.map(edge));
    expect({
      differ: differ.flatMap(({ relations }) => ids(relations)),
      both: ids(both),
      a: ids(onlyA),
      b: ids(onlyB),
    }).toEqual(expected);
  });

  it('are marked in letters', () => {
    const { marks } = compareWorlds(
      ['x supports y', 'p supports q', 'm visits n'].map(edge),
      ['x attacks y', 'p supports q', 'n visits m', 'p visits q negated'].map(edge),
    );
    expect([...marks].map(([id, mark]) => `${printMark(mark)} ${id}`)).toEqual([
      '≠ A x:supports:y',
      'A+B p:supports:q',
      'A m:visits:n',
      '≠ B x:attacks:y',
      'B n:visits:m',
      'B p:visits:q',
    ]);
  });
});

describe('who tells, in the address', () => {
  const bare = (): Filters => ({ include: {}, exclude: {} });

  it('is the filter on speakers, and two at most', () => {
    const filters: Filters = { include: { type: ['visits'] }, exclude: { speaker: ['x'] } };
    expect(parseReading(new URLSearchParams('told=a&told=a&told=b&told=c&panel=closed'), filters)).toEqual({
      told: ['a', 'b'],
      panel: 'closed',
    });
    expect(filters).toEqual({ include: { type: ['visits'], speaker: ['a', 'b'] }, exclude: {} });
    expect(parseReading(new URLSearchParams('panel=sideways'), bare())).toEqual({ told: [], panel: null });
  });

  it('is written once', () => {
    const query = new URLSearchParams('type=visits&speaker=a&speaker=none');
    writeReading({ told: ['a', 'none'], panel: null }, query);
    expect(query.toString()).toBe('type=visits&told=a&told=none');
  });

  it.each<[string, string[], Filters['include'], Filters['exclude'], string[]]>([
    ['stays under other filters', ['a', 'b'], { speaker: ['b', 'a'], type: ['visits'] }, {}, ['a', 'b']],
    ['narrows with the filter', ['a', 'b'], { speaker: ['b'] }, {}, ['b']],
    ['ends with a third speaker', ['a', 'b'], { speaker: ['a', 'b', 'c'] }, {}, []],
    ['ends when the filter goes', ['a', 'b'], {}, {}, []],
    ['ends with an exclusion', ['a'], { speaker: ['a'] }, { speaker: ['b'] }, []],
  ])('%s', (_what, told, include, exclude, expected) => {
    expect(keepTold(told, { include, exclude })).toEqual(expected);
  });

  it('sets and drops the filter', () => {
    const filters: Filters = {
      include: { speaker: ['x'] },
      exclude: { speaker: ['y'], kind: ['group'] },
      from: '2020-01-01',
    };
    expect(withTold(filters, ['a'])).toEqual({
      include: { speaker: ['a'] },
      exclude: { kind: ['group'] },
      from: '2020-01-01',
    });
    expect(withTold(filters, [])).toEqual({ include: {}, exclude: { kind: ['group'] }, from: '2020-01-01' });
  });
});
