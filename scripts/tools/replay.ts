import { parseArgs } from 'node:util';
import { checkBooks, type Core, openCore, readSettings } from '@tongpan/core';
import { SingleBar } from 'cli-progress';
import { printBooks } from './print-books';
import { clientAt } from './replay/http-client';
import { mapCompany } from './replay/map-company';
import { type KnownOrder, orderIdOf, playLane } from './replay/play-lane';
import { type Lane, matchCancellations, planLanes } from './replay/plan-lanes';
import { type Folder, readFolder } from './replay/read-folder';
import { listOrders, percentile, summarise } from './replay/report';
import { setUp, userIdOf } from './replay/set-up';

const usage = `npm run replay -- FOLDER [--url http://127.0.0.1:8080]

Plays real wholesale invoices through a running server. It needs the server's own DATA_DIR or
DATABASE_URL too: that is where it sets up the company and mints its sessions.`;

/** `npm run replay`: exits 1 when the books do not balance, 2 when it cannot run. */
async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
  const [folderName] = positionals;
  if (!folderName) throw new Error(usage);
  const settings = readSettings(process.env);
  const base = (values.url ?? `http://127.0.0.1:${settings.port}`).replace(/\/$/, '');
  const core = await openCore(settings);
  try {
    await assertServing(base);
    process.exitCode = (await replay(core, base, readFolder(folderName))) ? 0 : 1;
  } finally {
    await core.close();
  }
}

async function assertServing(base: string) {
  const response = await fetch(`${base}/readyz`).catch(() => null);
  if (!response?.ok)
    throw new Error(`No Tongpan answers at ${base}. Start it with npm start, or name it with --url.`);
}

async function replay(core: Core, base: string, folder: Folder): Promise<boolean> {
  const company = mapCompany(folder);
  process.stdout.write(
    `${folder.invoices.length} invoices, ${company.stores.length} stores, ${company.skus.length} SKUs; ` +
      `left out: ${folder.chargeLines} charge lines, ${folder.zeroPriceLines} lines without a price\n`,
  );
  await setUp(core, company, folder.invoices[0]?.at ?? 0);
  const partyIds = [...company.distributors, ...company.stores].map(({ id }) => id);
  const tokens = await core.partners.mintSessions(partyIds.map(userIdOf), Date.now());
  const clients = new Map(partyIds.map((id, at) => [id, clientAt(base, tokens[at] as string)]));
  const clientOf = (partyId: string, at: number) => {
    const client = clients.get(partyId);
    if (!client) throw new Error(`no session for ${partyId}`);
    return client(at);
  };

  const lanes = planLanes(company, folder.invoices);
  const matches = matchCancellations(folder.invoices);
  const known = await knownOrders(lanes, (id) => clientOf(id, Date.now()));
  const earlier = known.size;
  const tookMs: number[] = [];
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} orders | {duration_formatted} | eta {eta_formatted}',
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  bar.start(
    lanes.reduce((total, { saleCount }) => total + saleCount, 0),
    0,
  );
  const startedAt = performance.now();
  await Promise.all(
    lanes.map((lane) =>
      playLane({
        lane,
        matches,
        known,
        clientOf,
        releaseLapsed: async (at) => {
          await core.orders.releaseLapsed(at, lane.distributorId);
        },
        onPlaced: (elapsedMs) => {
          bar.increment();
          if (elapsedMs !== null) tookMs.push(elapsedMs);
        },
      }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  bar.stop();

  const orders = (
    await Promise.all(lanes.map(({ distributorId }) => listOrders(clientOf(distributorId, Date.now()))))
  ).flat();
  const cancelledIds = new Set(
    orders.filter(({ state }) => state === 'cancelled').map(({ orderId }) => orderId),
  );
  const cancellations = folder.invoices.filter(({ isCancellation }) => isCancellation);
  const matched = cancellations.filter(({ invoice }) => {
    const sale = matches.get(invoice);
    return sale !== undefined && cancelledIds.has(orderIdOf(sale));
  }).length;
  tookMs.sort((left, right) => left - right);
  const summary = summarise(orders);
  const figures = {
    replay: 'online-retail-orders',
    ...summary,
    decidedShare: Number(summary.decidedShare.toFixed(4)),
    touchlessShare: Number(summary.touchlessShare.toFixed(4)),
    cancellationsMatched: matched,
    cancellationsUnmatched: cancellations.length - matched,
    placedEarlier: earlier,
    placedNow: tookMs.length,
    seconds: Number(seconds.toFixed(1)),
    ordersPerSecond: Number((tookMs.length / seconds).toFixed(1)),
    p50Ms: Number(percentile(tookMs, 0.5).toFixed(1)),
    p99Ms: Number(percentile(tookMs, 0.99).toFixed(1)),
  };
  printFigures(figures);
  const balances = printBooks(await checkBooks(core.database));
  process.stdout.write(`${JSON.stringify({ ...figures, books: balances ? 'balance' : 'mismatch' })}\n`);
  return balances;
}

/** What an earlier run has placed, from the server itself. */
async function knownOrders(
  lanes: readonly Lane[],
  clientOf: (partyId: string) => ReturnType<ReturnType<typeof clientAt>>,
) {
  const known = new Map<string, KnownOrder>();
  for (const { distributorId } of lanes) {
    for (const { orderId, state, payableFen } of await listOrders(clientOf(distributorId))) {
      known.set(orderId, { state, payableFen });
    }
  }
  return known;
}

function printFigures(figures: Readonly<Record<string, unknown>>) {
  for (const [name, value] of Object.entries(figures)) {
    const shown = typeof value === 'object' && value !== null ? tallyLine(value) : String(value);
    process.stdout.write(`  ${name.padEnd(22)} ${shown}\n`);
  }
}

const tallyLine = (counts: object) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(' · ');

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
