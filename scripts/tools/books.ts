import { checkBooks, openCore, readSettings } from '@tongpan/core';
import { printBooks } from './print-books';

/** `npm run books`: holds every balance against its entries. Exits 1 when one does not add up. */
async function main() {
  const core = await openCore(readSettings(process.env));
  try {
    process.exitCode = printBooks(await checkBooks(core.database)) ? 0 : 1;
  } finally {
    await core.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
