/**
 * `CASE WHEN id IN (…) THEN … ELSE 0 END` over amounts by id (or by a line's number), with its parameters: one
 * statement changes many rows, each by its own amount. Ids of the same amount stand together, because a database
 * tries one branch after the other for every row, and finds an id in a list at once.
 */
export function caseById(amounts: ReadonlyMap<string | number, number>, column = 'id') {
  const ids = new Map<number, (string | number)[]>();
  for (const [id, amount] of amounts) {
    const alike = ids.get(amount);
    if (alike) alike.push(id);
    else ids.set(amount, [id]);
  }
  const parameters: (number | readonly (string | number)[])[] = [];
  let cases = '';
  for (const [amount, alike] of ids) {
    cases += ` WHEN ${column} IN (?) THEN ?`;
    parameters.push(alike, amount);
  }
  return { text: ids.size === 0 ? '0' : `CASE${cases} ELSE 0 END`, parameters };
}

/** Adds up amounts under the same id. */
export function addAmounts(amounts: Iterable<readonly [id: string, amount: number]>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [id, amount] of amounts) totals.set(id, (totals.get(id) ?? 0) + amount);
  return totals;
}
