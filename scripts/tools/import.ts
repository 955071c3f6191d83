import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Core, type ExchangeKind, exchangeLimits, openCore, readSettings } from '@tongpan/core';
import { SingleBar } from 'cli-progress';
import { toolCaller } from './tool-caller';

const kinds: readonly string[] = ['products', 'partners', 'stock', 'prices', 'limits'];

const usage = `npm run import -- products|partners|stock|prices|limits FILE [--as LOGIN] [--yes]

Checks a CSV or XLSX file, shows what it would change, and writes it once you say yes.
--as  whose party it is for: a log-in name; HQ's owner by default
--yes writes without asking`;

const faultsShown = 20;

/** `npm run import`: exits 1 when rows were left out, 2 when it cannot run. */
async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, yes: { type: 'boolean' } },
  });
  const [kind = '', fileName] = positionals;
  if (!kinds.includes(kind) || !fileName) throw new Error(usage);
  const core = await openCore(readSettings(process.env));
  try {
    process.exitCode = await importFile(core, kind as ExchangeKind, fileName, values);
  } finally {
    await core.close();
  }
}

async function importFile(
  core: Core,
  kind: ExchangeKind,
  fileName: string,
  { as, yes = false }: { as?: string | undefined; yes?: boolean | undefined },
): Promise<number> {
  const caller = await toolCaller(core, as);
  const importId = core.newId();
  const content = readFileSync(fileName).toString('base64');
  const parts = content.match(new RegExp(`.{1,${exchangeLimits.partCharacters}}`, 'g')) ?? [''];
  await core.exchange.begin(caller, {
    importId,
    kind,
    fileName: path.basename(fileName).slice(-120),
    partCount: parts.length,
  });
  for (const [at, part] of parts.entries()) {
    await core.exchange.addPart(caller, { importId, partNo: at + 1, content: part });
  }
  await core.exchange.check(importId, ({ rowCount }) => tell(`\r  ${rowCount} rows read`));
  const { run, sameBefore } = await core.exchange.get(caller, importId);
  tell('\n');
  if (run.state === 'failed') throw new Error(run.problem);
  if (sameBefore)
    tell(`  the same file was written before, at ${new Date(sameBefore.startedAt).toISOString()}\n`);
  if (run.unknownHeadings.length > 0) tell(`  left out, unknown: ${run.unknownHeadings.join(', ')}\n`);
  tell(
    `  ${run.addedCount} to add, ${run.changedCount} to change, ${run.sameCount} the same, ${run.badCount} wrong\n`,
  );
  const { items } = await core.exchange.rows(caller, { importId, state: 'bad', limit: faultsShown });
  for (const { rowNo, faults } of items) {
    for (const { heading, fault } of faults) tell(`  row ${rowNo} ${heading}: ${fault}\n`);
  }
  if (run.badCount > faultsShown) tell(`  … and ${run.badCount - faultsShown} rows more\n`);
  const good = run.rowCount - run.badCount;
  if (good === 0 || !(yes || (await isAgreed(`Write ${good} rows? [y/N] `)))) {
    await core.exchange.cancel(caller, importId);
    tell('  nothing was written\n');
    return run.badCount > 0 ? 1 : 0;
  }
  await core.exchange.confirm(caller, importId);
  const bar = new SingleBar({ format: '  {bar} {value}/{total} rows' });
  bar.start(good, 0);
  await core.exchange.apply(importId, ({ appliedCount, refusedCount }) =>
    bar.update(appliedCount + refusedCount),
  );
  bar.stop();
  const after = (await core.exchange.get(caller, importId)).run;
  tell(`  ${after.appliedCount} written, ${after.refusedCount} refused\n`);
  return after.badCount + after.refusedCount > 0 ? 1 : 0;
}

const tell = (text: string) => void process.stdout.write(text);

async function isAgreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
