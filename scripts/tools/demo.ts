import { parseArgs } from 'node:util';
import { demoAccounts, demoPassword, openCore, readSettings } from '@tongpan/core';
import { SingleBar } from 'cli-progress';

const usage = `npm run demo -- [--scale 100]

Loads the demo company with three months of orders into an empty database.
--scale  how many times the usual 805 stores and their orders: 0.1 to 200; 1 by default`;

/** `npm run demo`: exits 2 when there is a company already, or the scale makes no sense. */
async function main() {
  const { values } = parseArgs({ options: { scale: { type: 'string' } } });
  const scale = Number(values.scale ?? '1');
  if (!(scale >= 0.1 && scale <= 200)) throw new Error(usage);
  const core = await openCore(readSettings(process.env));
  const bar = new SingleBar({ format: '  {bar} day {value} of {total}' });
  try {
    const known = await core.partners.headquarters();
    if (known) throw new Error(`This database is not empty: ${known.name} is in it.`);
    const startedAt = performance.now();
    let isShown = false;
    await core.loadDemoIfEmpty({
      scale,
      onProgress: (day, days) => {
        if (!isShown) bar.start(days, 0);
        isShown = true;
        bar.update(day);
      },
    });
    bar.stop();
    process.stdout.write(`  loaded in ${Math.ceil((performance.now() - startedAt) / 1_000)} s\n`);
    for (const { loginName, who } of demoAccounts) {
      process.stdout.write(`  ${loginName.padEnd(6)} ${demoPassword}  ${who}\n`);
    }
  } finally {
    bar.stop();
    await core.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
