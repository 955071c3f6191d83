import type { BookResult } from '@tongpan/core';

/** Prints what was checked, up to the first mismatch. Answers whether the books balance. */
export function printBooks(results: readonly BookResult[]): boolean {
  for (const { name, counted, mismatches } of results) {
    if (mismatches.length === 0) {
      process.stdout.write(`  ok  ${String(counted).padStart(9)}  ${name}\n`);
      continue;
    }
    process.stdout.write(`  BAD ${String(counted).padStart(9)}  ${name}\n`);
    for (const row of mismatches) process.stdout.write(`        ${JSON.stringify(row)}\n`);
    process.stdout.write('The books do not balance.\n');
    return false;
  }
  process.stdout.write(`The books balance: ${results.length} checks.\n`);
  return true;
}
