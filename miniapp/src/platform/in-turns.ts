/** Requests that run side by side at most: mini-programs allow ten, and other screens want some too. */
const sideBySideMax = 4;

/** Does the work for every item, a few at a time; answers in the order of the items. */
export async function inTurns<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < items.length; from += sideBySideMax)
    outcomes.push(...(await Promise.all(items.slice(from, from + sideBySideMax).map(work))));
  return outcomes;
}
