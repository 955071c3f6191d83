import { readOptions, usage } from './options';
import type { PartName } from './worker-link';

/** Each loads only what it needs: a generator or a rival must not carry our core with it. */
const parts: Record<PartName, () => Promise<void>> = {
  echo: async () => (await import('./rivals/echo-process')).runEchoProcess(),
  minimal: async () => (await import('./rivals/rival-process')).runRivalProcess('minimal'),
  plain: async () => (await import('./rivals/rival-process')).runRivalProcess('plain'),
  load: async () => (await import('./load/load-process')).runLoadProcess(),
  inside: async () => (await import('./systems/inside-process')).runInsideProcess(),
  flashWeb: async () => (await import('./flash/web-process')).runWebProcess(),
  flashCrowd: async () => (await import('./flash/crowd-process')).runCrowdProcess(),
};

async function main() {
  const [first = '', second = ''] = process.argv.slice(2);
  if (first === 'part') return parts[second as PartName]();
  const { bench, options } = readOptions(process.argv.slice(2));
  const benches: Readonly<Record<string, () => Promise<boolean>>> = {
    orders: async () => (await import('./orders')).benchOrders(options),
    overload: async () => (await import('./overload')).benchOverload(options),
    flash: async () => (await import('./flash/flash')).benchFlash(options),
    growth: async () => (await import('./growth/growth')).benchGrowth(options),
    web: async () => (await import('./web')).benchWeb(options),
    quote: async () => (await import('./quote')).benchQuote(options),
  };
  const run = benches[bench];
  if (!run) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = (await run()) ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(2);
});
