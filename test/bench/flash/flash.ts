import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Core, openCore } from '@tongpan/core';
import { makeFolder } from '../../engines/child-server';
import { type Bar, printBars } from '../bars';
import { callerOf } from '../callers';
import { booksBalance } from '../check-books';
import { buyerIdOf, type CompanyShape, sellerIdOf, skuIdOf } from '../company-shape';
import type { Options } from '../options';
import { median } from '../statistics';
import { startEngines } from '../systems/engines';
import { foundCompany, mintBuyers } from '../systems/found-company';
import { printTable, rounded, shown } from '../table';
import { type Part, startPart } from '../worker-link';
import type { CrowdQuestion, CrowdResult, StretchQuestion, StretchResult, WebQuestion } from './flash-model';
import { measureScript } from './measure-script';
import { emptyPath } from './web-process';

const units = 1_000;
const tokenMs = 5_000;
const connections = 128;
const skuId = skuIdOf(0);
/** Buyers whose sessions are warm, for the comparison with an empty handler. */
const warmBuyers = 2_000;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run bench -- flash`. Answers whether exactly all was sold, no cheat got through and the books balance. */
export async function benchFlash({ length }: Options): Promise<boolean> {
  const isQuick = length === 'quick';
  const shape: CompanyShape = {
    sellers: 1,
    buyers: isQuick ? 20_000 : 200_000,
    skus: 3,
    skusPerSeller: 3,
    lotsPerSku: 3,
    promotions: 0,
  };
  const folder = makeFolder('bench');
  const engines = await startEngines();
  const stops: (() => Promise<void>)[] = [() => engines.stop()];
  try {
    const place = {
      databaseUrl: `${engines.database.url}bench_flash`,
      redisUrl: engines.redis.url,
      dataDir: folder,
    };
    const startedAt = Date.now();
    const core = await openCore({ ...place, databasePool: 4, sessionDays: 1 });
    stops.unshift(() => core.close());
    await foundCompany(core, shape);
    const tokens = await mintBuyers(core, shape);
    say(`founded ${shape.buyers} buyers in ${shown((Date.now() - startedAt) / 1_000)} s`);
    const web = await startPart('flashWeb', folder);
    stops.unshift(() => web.stop());
    const { port } = await web.ask<{ port: number }>(place satisfies WebQuestion);
    const crowd = await startPart('flashCrowd', folder);
    stops.unshift(() => crowd.stop());

    const sale = await openSale(core, 'SALE', Date.now() + 8_000, units, tokenMs);
    const played = await crowd.ask<CrowdResult>({
      play: {
        port,
        tokens,
        skuId,
        units,
        connections,
        seed: 7,
        longestMs: 15 * 60_000,
        ...sale,
      },
    } satisfies CrowdQuestion);
    say(`sold ${played.bought} in ${shown(played.seconds)} s, ${played.grabs} grabs`);
    await wait(1_000);
    const sold = await soldIn(core, sale.activityId);

    const lost = await openSale(core, 'SOLD-OUT', Date.now() - 1_000, 1, 600_000);
    await core.flash.grab(callerOf('store', buyerIdOf(shape.buyers - 1), Date.now()), {
      activityId: lost.activityId,
      requestId: 'FIRST',
      quantity: 1,
    });
    const http = await compareHttp(crowd, port, tokens.slice(0, warmBuyers), lost.activityId, isQuick);
    const script = await measureScript(core, engines.redis.url, lost.activityId, isQuick ? 1_500 : 3_000);
    for (const stop of stops.splice(0, stops.length - 1)) await stop();
    const balances = await booksBalance([{ name: 'MariaDB', place }]);

    const figures = {
      bench: 'flash',
      sold,
      oversold: Math.max(0, sold - units),
      undersold: Math.max(0, units - sold),
      grabsPerSecond: rounded(http.grabs),
      ratioEmptyHandler: rounded(http.ratio),
      ratioScript: rounded(script.ratio),
    };
    printPlayed(played, sold, shape.buyers);
    process.stdout.write(
      `\ngrabs of losers with warm sessions ${shown(http.grabs)}/s, an empty handler ${shown(http.empty)}/s (medians of ${http.rounds} rounds, in turn)\n` +
        `in process ${shown(script.grabs)}/s, the bare script over one connection ${shown(script.bare)}/s\n\n`,
    );
    const bars: Bar[] = [
      { what: 'oversold', value: figures.oversold, atMost: 0 },
      { what: 'undersold', value: figures.undersold, atMost: 0 },
      {
        what: 'bought as the crowd counted it, less what the books say',
        value: played.bought - sold,
        atLeast: 0,
        atMost: 0,
      },
      { what: 'cheats that got through, repeats answered otherwise', value: played.wrongs.length, atMost: 0 },
      { what: 'grabs beside an empty handler', value: http.ratio, atLeast: 0.6 },
      { what: 'grabs in process beside the bare script', value: script.ratio, atLeast: 0.8 },
    ];
    printBars(bars);
    process.stdout.write(`\n${JSON.stringify(figures)}\n`);
    return balances && sold === units && played.wrongs.length === 0;
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drafts, publishes and warms a sale of the only seller. */
async function openSale(core: Core, activityId: string, startsAt: number, quota: number, tokenMs: number) {
  const seller = sellerNow();
  const terms = { skuId, title: '基准秒杀', unitPriceE4: 99_000, quota, perBuyer: 1, tokenMs, audience: {} };
  const endsAt = startsAt + 3_600_000;
  await core.flash.create(seller, { commandId: `${activityId}-1`, activityId, ...terms, startsAt, endsAt });
  await core.flash.publish(seller, { commandId: `${activityId}-2`, activityId, expectedVersion: 1 });
  await core.flash.warm(activityId);
  return { activityId, startsAt };
}

/** What the database says was sold; the books hold it against the orders, the caps and the tokens. */
async function soldIn(core: Core, activityId: string): Promise<number> {
  const { seen } = await core.flash.get(sellerNow(), activityId);
  return seen.activity.sold;
}

const sellerNow = () => callerOf('distributor', sellerIdOf(0), Date.now());

/** Losers at the gate and an empty handler, in turn, in the same process and with the same sessions. */
async function compareHttp(
  crowd: Part,
  port: number,
  tokens: readonly string[],
  activityId: string,
  isQuick: boolean,
) {
  const stretch = (path: string, seed: number) =>
    crowd.ask<StretchResult>({
      stretch: {
        port,
        tokens,
        path,
        activityId,
        connections: 64,
        warmMs: 500,
        windowMs: isQuick ? 1_500 : 3_000,
        seed,
      },
    } satisfies StretchQuestion);
  const rounds = isQuick ? 3 : 5;
  const [empties, grabs]: [number[], number[]] = [[], []];
  await stretch(emptyPath, 1);
  for (let round = 0; round < rounds; round += 1) {
    const empty = await stretch(emptyPath, round);
    const grab = await stretch('/api/v1/flash/grab', round);
    empties.push(empty.perSecond);
    grabs.push(grab.perSecond);
    say(
      `empty ${shown(empty.perSecond)}/s  grabs ${shown(grab.perSecond)}/s ${JSON.stringify(grab.outcomes)}`,
    );
  }
  const empty = median(empties) as number;
  const grab = median(grabs) as number;
  return { rounds, empty, grabs: grab, ratio: grab / empty };
}

function printPlayed(played: CrowdResult, sold: number, buyers: number) {
  const { winners, losers, orders, outcomes, cheats, wrongs } = played;
  process.stdout.write(
    `\n${buyers} buyers, ${units} units, ${played.walkedAway} winners walked away, ${played.repeats} things said twice\n` +
      `sold ${sold} in ${shown(played.seconds)} s; ${played.grabs} grabs, ${shown(played.arrivalGrabs / played.arrivalSeconds)}/s while buyers arrived with sessions nobody had read before\n` +
      `outcomes ${JSON.stringify(outcomes)}\ncheats ${JSON.stringify(cheats)}\n${wrongs.map((one) => `WRONG ${one}\n`).join('')}\n`,
  );
  printTable(
    ['answers', 'count', 'p50 ms', 'p99 ms'],
    [
      ['winners', String(winners.count), shown(winners.p50Ms), shown(winners.p99Ms)],
      ['losers', String(losers.count), shown(losers.p50Ms), shown(losers.p99Ms)],
      ['orders', String(orders.count), shown(orders.p50Ms), shown(orders.p99Ms)],
    ],
  );
}
