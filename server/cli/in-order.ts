/**
 * Prepares items some at a time and finishes them one after another in their order: what comes of them is then the same
 * however long each takes, and what is finished is always a first part of the whole.
 */
export async function runInOrder<Item, Ready>(
  items: AsyncIterable<Item>,
  atOnce: number,
  prepare: (item: Item) => Promise<Ready>,
  finish: (ready: Ready) => Promise<void>,
): Promise<void> {
  const underWay: Promise<Ready>[] = [];
  const finishFirst = async (): Promise<void> => finish(await (underWay.shift() as Promise<Ready>));
  for await (const item of items) {
    const preparing = prepare(item);
    // one that fails is reported in its turn; until then it is no unhandled rejection
    preparing.catch(() => {});
    underWay.push(preparing);
    if (underWay.length >= atOnce) await finishFirst();
  }
  while (underWay.length > 0) await finishFirst();
}
