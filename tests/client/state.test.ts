import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTold } from '../../client/reading-state.ts';
import {
  filterQuery,
  hasFilters,
  isOn,
  LIST_KEYS,
  parseState,
  ROWS,
  SORT_COLUMNS,
  stateUrl,
  type ViewState,
  withOn,
  withoutKeys,
  withTypesOn,
} from '../../client/state.ts';
import type { Filters, ListKey } from '../../server/types.ts';

const none: Filters = { include: {}, exclude: {} };
const search = (address: string): string => address.slice(1);

/** Any text that a value, an id or the words may be: never empty, nor blank at its ends. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text && text !== '');
/** A tilde joins two ids, so none holds one. */
const id = word.filter((text) => !text.includes('~'));
const list = fc.array(word, { minLength: 1, maxLength: 3 });
const lists = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...LIST_KEYS), list), { selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries) as Partial<Record<ListKey, string[]>>);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optional = <T>(key: string, values: fc.Arbitrary<T>) =>
  fc.option(values, { nil: null }).map((value) => (value === null ? {} : { [key]: value }));
const filters: fc.Arbitrary<Filters> = fc
  .tuple(
    lists,
    lists,
    optional('from', day),
    optional('to', day),
    optional('q', word),
    optional('min', fc.integer({ min: 2, max: 999_999 })),
  )
  .map(([include, exclude, ...rest]) => Object.assign({ include, exclude }, ...rest));
const states: fc.Arbitrary<ViewState> = fc
  .record({
    filters,
    edge: fc.option(word, { nil: null }),
    actor: fc.option(word, { nil: null }),
    view: fc.constantFrom('graph' as const, 'table' as const),
    sort: fc.option(fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }), { nil: null }),
    rows: fc.integer({ min: ROWS, max: 999_999 }),
    hide: fc.boolean(),
    lonely: fc.boolean(),
    focus: fc.option(word, { nil: null }),
    depth: fc.constantFrom(1 as const, 2 as const, 3 as const),
    path: fc.option(
      fc.record({ from: id, to: id }).filter(({ from, to }) => from !== to),
      { nil: null },
    ),
    expand: fc.uniqueArray(word, { maxLength: 3 }),
    hidden: fc.uniqueArray(word, { maxLength: 3 }),
    told: fc.uniqueArray(word, { maxLength: 2 }),
    panel: fc.constantFrom('open' as const, 'closed' as const, null),
  })
  .map((state) => (state.edge ? { ...state, actor: null } : state))
  // Chains and a neighbourhood are never shown at once; without a neighbourhood there is no depth.
  .map((state) => (state.path ? { ...state, focus: null } : state))
  .map((state) => (state.focus ? state : { ...state, depth: 1 as const }))
  // Who tells is the filter on speakers, and the address says it once.
  .map((state) => (state.told.length > 0 ? { ...state, filters: withTold(state.filters, state.told) } : state));

describe('the state of a view', () => {
  it('is the same again when its address is read', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseState(search(stateUrl(state)))).toEqual(state);
      }),
    );
  });

  it('has one address however often it is read and written', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const address = stateUrl(parseState(query));
        expect(stateUrl(parseState(search(address)))).toBe(address);
      }),
    );
  });

  it('leaves out what it does not know, and says nothing for a bare view', () => {
    const state = parseState(
      '?colour=red&from=yesterday&q=+&min=0&type=&view=cloud&sort=-colour&rows=-3&hide=yes&lonely=no',
    );
    expect(state).toEqual({
      filters: none,
      edge: null,
      actor: null,
      view: 'graph',
      sort: null,
      rows: ROWS,
      hide: false,
      lonely: false,
      focus: null,
      depth: 1,
      path: null,
      expand: [],
      hidden: [],
      told: [],
      panel: null,
    });
    expect(stateUrl(state)).toBe('/');
    expect(hasFilters(state.filters)).toBe(false);
  });

  it('keeps a readable address', () => {
    const state = parseState('?type=supports&not-kind=person&edge=USA:suspends-aid-to:PAK&actor=RUS');
    expect(stateUrl(state)).toBe('/?type=supports&not-kind=person&edge=USA:suspends-aid-to:PAK');
  });
});

describe('switching values', () => {
  const kinds = ['country', 'person', 'organisation', 'group'];
  const query = (result: Filters): string => filterQuery(result).toString();

  it('passes exactly the values that are on', () => {
    fc.assert(
      fc.property(fc.subarray(kinds), filters, (on, before) => {
        const after = withOn(before, 'kind', kinds, new Set(on));
        expect(kinds.filter((kind) => isOn(after, 'kind', kind))).toEqual(on);
        expect(query(withoutKeys(after, 'kind'))).toBe(query(withoutKeys(before, 'kind')));
      }),
    );
  });

  it('says it in the shorter way', () => {
    const say = (...on: string[]): string => query(withOn(none, 'kind', kinds, new Set(on)));
    expect(say(...kinds)).toBe('');
    expect(say('country')).toBe('kind=country');
    expect(say('country', 'person', 'group')).toBe('not-kind=organisation');
    expect(say()).toBe('not-kind=country&not-kind=person&not-kind=organisation&not-kind=group');
  });

  const types = [
    { id: 'supports', class: 'cooperation' },
    { id: 'talks-with', class: 'cooperation' },
    { id: 'attacks', class: 'conflict' },
    { id: 'sanctions', class: 'conflict' },
    { id: 'based-in', class: 'neutral' },
  ];

  it('passes exactly the relation types that are on', () => {
    fc.assert(
      fc.property(fc.subarray(types), (on) => {
        const after = withTypesOn(none, types, new Set(on.map(({ id }) => id)));
        expect(types.filter((type) => isOn(after, 'type', type.id) && isOn(after, 'class', type.class))).toEqual(on);
      }),
    );
  });

  it('says whole classes as classes, a single type as itself', () => {
    const say = (...on: string[]): string => query(withTypesOn(none, types, new Set(on)));
    expect(say('supports', 'talks-with')).toBe('class=cooperation');
    expect(say('supports', 'talks-with', 'based-in')).toBe('not-class=conflict');
    expect(say('based-in')).toBe('type=based-in');
    expect(say('supports', 'attacks')).toBe('type=supports&type=attacks');
  });
});
