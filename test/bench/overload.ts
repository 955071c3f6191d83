import { rmSync } from 'node:fs';
import { openCore } from '@tongpan/core';
import { makeFolder } from '../engines/child-server';
import { type Bar, printBars } from './bars';
import { booksBalance } from './check-books';
import { sellerNoOf, usualCompany } from './company-shape';
import type { LoadResult, OpenLoadOrder, OpenLoadResult } from './load/load-model';
import type { LoadQuestion, OpenLoadQuestion } from './load/load-process';
import type { Options } from './options';
import { startEngines } from './systems/engines';
import { foundCompany, mintBuyers } from './systems/found-company';
import { startOurServer } from './systems/our-server';
import { profileFlags } from './systems/profile';
import { printTable, rounded, shown } from './table';
import { startPart } from './worker-link';

const shape = usualCompany;
const saturating = [16, 64, 256, 1_024] as const;
/** Once so close to the best rate, more connections only wait longer. */
const nearlyBest = 0.95;
const overloadTimes = 4;
const noisyShare = 0.9;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run bench -- overload`. Answers whether it could be measured and the books balance. */
export async function benchOverload({ length, profileFolder }: Options): Promise<boolean> {
  const windowMs = length === 'quick' ? 4_000 : 10_000;
  const folder = makeFolder('bench');
  const engines = await startEngines();
  const stops: (() => Promise<void>)[] = [() => engines.stop()];
  try {
    const place = {
      databaseUrl: `${engines.database.url}bench_overload`,
      redisUrl: engines.redis.url,
      dataDir: folder,
    };
    const core = await openCore({ ...place, databasePool: 4, sessionDays: 1 });
    await foundCompany(core, shape);
    const tokens = await mintBuyers(core, shape);
    await core.close();
    const server = await startOurServer({
      folder,
      engines: place,
      moreFlags: profileFlags(profileFolder, 'ours'),
    });
    stops.unshift(() => server.stop());
    const generator = await startPart('load', folder);
    stops.unshift(() => generator.stop());
    const target = { ports: [server.port], ask: 'order', tokens } as const;
    let seed = 1;
    const closed = (connections: number) =>
      generator.ask<LoadResult>({
        order: {
          shape,
          load: 'even',
          lines: 3,
          connections,
          warmMs: 1_000,
          windowMs: 3_000,
          seed: (seed += 1),
        },
        target,
      } satisfies LoadQuestion);
    const open = (ratePerSecond: number, groups: OpenLoadOrder['groups']) =>
      generator.ask<OpenLoadResult[]>({
        openOrder: { shape, load: 'even', lines: 3, ratePerSecond, windowMs, seed: (seed += 1), groups },
        target,
      } satisfies OpenLoadQuestion);

    await closed(64);
    const levels: { connections: number; rate: number; p99Ms: number }[] = [];
    for (const connections of saturating) {
      const { good, seconds, p99Ms } = await closed(connections);
      levels.push({ connections, rate: good / seconds, p99Ms });
      say(`${connections} connections: ${shown(good / seconds)}/s, p99 ${shown(p99Ms)} ms`);
    }
    const best = Math.max(...levels.map(({ rate }) => rate));
    const saturated = levels.find(({ rate }) => rate >= best * nearlyBest) as (typeof levels)[number];

    const buyersOf = (sellerNo: number) =>
      Array.from({ length: shape.buyers }, (_, buyerNo) => buyerNo).filter(
        (buyerNo) => sellerNoOf(buyerNo, shape) === sellerNo,
      );
    const everybody = Array.from({ length: shape.buyers }, (_, buyerNo) => buyerNo);
    const offered = saturated.rate * overloadTimes;
    const [all] = await open(offered, [{ name: 'everybody', share: 1, buyerNos: everybody }]);
    const quietRate = offered * (1 - noisyShare);
    const [alone] = await open(quietRate, [
      { name: 'the quiet seller alone', share: 1, buyerNos: buyersOf(1) },
    ]);
    const [noisy, quiet] = await open(offered, [
      { name: 'the noisy seller', share: noisyShare, buyerNos: buyersOf(0) },
      { name: 'the quiet seller beside it', share: 1 - noisyShare, buyerNos: buyersOf(1) },
    ]);
    const results = [all, alone, noisy, quiet] as OpenLoadResult[];
    for (const stop of stops.splice(0, stops.length - 1)) await stop();
    const books = await booksBalance([{ name: 'MariaDB', place }]);
    report({ saturated, offered, windowMs, results, books });
    return books;
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(parts: {
  readonly saturated: { readonly connections: number; readonly rate: number; readonly p99Ms: number };
  readonly offered: number;
  readonly windowMs: number;
  readonly results: readonly OpenLoadResult[];
  readonly books: boolean;
}) {
  const { saturated, offered, windowMs, results, books } = parts;
  const perSecond = (count: number) => (count * 1000) / windowMs;
  printTable(
    [
      'who',
      'offered/s',
      'accepted/s',
      'p50 ms',
      'p99 ms',
      'refused/s',
      'p50 ms',
      'p99 ms',
      'unanswered',
      'late p99 ms',
      'refusals',
    ],
    results.map((one) => [
      one.name,
      shown(perSecond(one.offered)),
      shown(perSecond(one.accepted)),
      shown(one.acceptedP50Ms),
      shown(one.acceptedP99Ms),
      shown(perSecond(one.refused)),
      shown(one.refusedP50Ms),
      shown(one.refusedP99Ms),
      String(one.unanswered),
      shown(one.lateP99Ms),
      Object.entries(one.codes)
        .map(([code, count]) => `${count} ${code}`)
        .join(', ') || '–',
    ]),
  );
  const [all, alone, , quiet] = results as [OpenLoadResult, OpenLoadResult, OpenLoadResult, OpenLoadResult];
  const sum = (pick: (one: OpenLoadResult) => number) => results.reduce((total, one) => total + pick(one), 0);
  const figures = {
    saturatedPerSecond: saturated.rate,
    saturatedConnections: saturated.connections,
    saturatedP99Ms: saturated.p99Ms,
    offeredPerSecond: offered,
    acceptedPerSecond: perSecond(all.accepted),
    acceptedP99Ms: all.acceptedP99Ms,
    ratioAcceptedP99: all.acceptedP99Ms / saturated.p99Ms,
    refusedP99Ms: all.refused > 0 ? all.refusedP99Ms : null,
    withoutRetryAfter: sum((one) => one.withoutRetryAfter),
    unanswered: sum((one) => one.unanswered),
    quietAcceptedShare: quiet.accepted / quiet.offered,
    quietP99Ms: quiet.acceptedP99Ms,
    quietAloneP99Ms: alone.acceptedP99Ms,
  };
  const bars: readonly Bar[] = [
    { what: 'accepted p99 of the saturated p99', value: figures.ratioAcceptedP99, atMost: 5 },
    { what: 'ms until a refusal, p99', value: figures.refusedP99Ms, atMost: 50 },
    { what: 'refusals that do not say when to come back', value: figures.withoutRetryAfter, atMost: 0 },
    { what: 'requests without any answer', value: figures.unanswered, atMost: 0 },
    {
      what: "of the quiet seller's orders taken beside a noisy one",
      value: figures.quietAcceptedShare,
      atLeast: 0.99,
    },
    {
      what: "the quiet seller's p99 of the saturated p99",
      value: figures.quietP99Ms / saturated.p99Ms,
      atMost: 5,
    },
  ];
  process.stdout.write('\nBars\n');
  printBars(bars);
  const numbers = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
  const line = { bench: 'overload', ...numbers, codes: all.codes, books: books ? 'balance' : 'mismatch' };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
