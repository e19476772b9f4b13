import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

interface EdgeKey {
  source: string;
  target: string;
  type: string;
}

/** The statements behind one relation that count: all but those a reader rejected. */
const counted = (trx: Transaction<Tables>) => trx.selectFrom('statement').where('status', '!=', 'rejected');

async function refreshEdge(trx: Transaction<Tables>, { source, target, type }: EdgeKey): Promise<void> {
  const total = await counted(trx)
    .where('source', '=', source)
    .where('target', '=', target)
    .where('type', '=', type)
    .select(({ fn }) => [fn.countAll<number | string>().as('n'), fn.min('day').as('first'), fn.max('day').as('last')])
    .executeTakeFirstOrThrow();
  await trx
    .deleteFrom('edge_total')
    .where('source', '=', source)
    .where('target', '=', target)
    .where('type', '=', type)
    .execute();
  const n = Number(total.n);
  if (n > 0)
    await trx
      .insertInto('edge_total')
      .values({ source, target, type, n, first: total.first, last: total.last })
      .execute();
}

async function refreshPair(trx: Transaction<Tables>, a: string, b: string): Promise<void> {
  const { n } = await trx
    .selectFrom('edge_total')
    .where((is) =>
      is.or([
        is.and([is('source', '=', a), is('target', '=', b)]),
        is.and([is('source', '=', b), is('target', '=', a)]),
      ]),
    )
    .select(({ fn }) => fn.sum<number | string | null>('n').as('n'))
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('pair').where('a', '=', a).where('b', '=', b).execute();
  if (Number(n) > 0)
    await trx
      .insertInto('pair')
      .values({ a, b, n: Number(n) })
      .execute();
}

/**
 * Brings edge_total and pair up to date for the relations that a transaction touched. They are counted again rather
 * than added to, so that every kind of change (added, rejected, restored, removed) goes one way.
 */
export async function refreshAggregates(trx: Transaction<Tables>, touched: Iterable<EdgeKey>): Promise<void> {
  const edges = new Map<string, EdgeKey>();
  const pairs = new Map<string, [string, string]>();
  for (const { source, target, type } of touched) {
    edges.set(JSON.stringify([source, target, type]), { source, target, type });
    const pair: [string, string] = source < target ? [source, target] : [target, source];
    pairs.set(JSON.stringify(pair), pair);
  }
  for (const edge of edges.values()) await refreshEdge(trx, edge);
  for (const [a, b] of pairs.values()) await refreshPair(trx, a, b);
}
