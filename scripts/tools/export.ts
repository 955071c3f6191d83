import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type Caller, type Core, type ExchangeKind, openCore, readSettings } from '@tongpan/core';
import { writeXlsxStream } from 'hucre/xlsx';
import { toolCaller } from './tool-caller';

const kinds: readonly string[] = ['products', 'partners', 'stock', 'prices', 'limits'];

const usage = `npm run export -- products|partners|stock|prices|limits FILE.xlsx [--as LOGIN]

Writes what there is in the columns that npm run import reads.`;

const rowsTogether = 1_000;

/** `npm run export`: exits 2 when it cannot run. */
async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' } } });
  const [kind = '', fileName] = positionals;
  if (!kinds.includes(kind) || !fileName) throw new Error(usage);
  const core = await openCore(readSettings(process.env));
  try {
    const caller = await toolCaller(core, values.as);
    const rows = allRows(core, caller, kind as ExchangeKind);
    await writeXlsxStream(rows, { name: kind }).pipeTo(Writable.toWeb(createWriteStream(fileName)));
  } finally {
    await core.close();
  }
}

async function* allRows(core: Core, caller: Caller, kind: ExchangeKind) {
  const columns = Object.values(core.exchange.columnsOf(kind));
  yield columns.map(({ heading }) => heading);
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await core.exchange.exportPage(caller, { kind, cursor, limit: rowsTogether });
    for (const row of page.rows) yield row;
    count += page.rows.length;
    cursor = page.nextCursor ?? undefined;
    process.stdout.write(`\r  ${count} rows`);
  } while (cursor);
  process.stdout.write('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
