import { checkBooks, openCore } from '@tongpan/core';
import type { InsidePlace } from './systems/inside-process';

/** Checks the books of everything that was written to, and says so. Answers whether all of them balance. */
export async function booksBalance(
  places: readonly { readonly name: string; readonly place: InsidePlace }[],
): Promise<boolean> {
  let balances = true;
  for (const { name, place } of places) {
    const core = await openCore({ ...place, databasePool: 2, sessionDays: 1 });
    try {
      const results = await checkBooks(core.database);
      const bad = results.filter(({ mismatches }) => mismatches.length > 0);
      for (const { name: check, mismatches } of bad)
        process.stdout.write(`BOOKS of ${name}: ${check}: ${JSON.stringify(mismatches[0])}\n`);
      if (bad.length === 0) process.stdout.write(`the books of ${name} balance: ${results.length} checks\n`);
      balances &&= bad.length === 0;
    } finally {
      await core.close();
    }
  }
  return balances;
}
