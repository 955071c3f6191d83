/**
 * `CASE id WHEN … THEN … ELSE 0 END` over amounts by id (or by a line's number), with its parameters:
 * one statement changes many rows, each by its own amount.
 */
export function caseById(amounts: ReadonlyMap<string | number, number>, column = 'id') {
  const parameters: (string | number)[] = [];
  let cases = '';
  for (const [id, amount] of amounts) {
    cases += ' WHEN ? THEN ?';
    parameters.push(id, amount);
  }
  return { text: `CASE ${column}${cases} ELSE 0 END`, parameters };
}

/** Adds up amounts under the same id. */
export function addAmounts(amounts: Iterable<readonly [id: string, amount: number]>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [id, amount] of amounts) totals.set(id, (totals.get(id) ?? 0) + amount);
  return totals;
}
