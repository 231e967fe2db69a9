/**
 * What is found for each item, in their order. The next one is asked for before the one at hand is given, so that whoever
 * answers works while its receiver does; never more than one ahead, so that memory does not grow with them.
 */
export async function* ahead<Item, Found>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Found>,
): AsyncGenerator<readonly [Item, Found]> {
  const asked = (at: number): Promise<Found> | undefined => {
    const item = items[at];
    const found = item === undefined ? undefined : ask(item);
    // Heard when its turn comes; nobody may come to it when something else has failed.
    found?.catch(() => {});
    return found;
  };
  let next = asked(0);
  for (const [at, item] of items.entries()) {
    const found = await next!;
    next = asked(at + 1);
    yield [item, found] as const;
  }
}
