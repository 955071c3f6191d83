import { bookOf } from '../../core/src/promotions/promotion-book';
import { quotePromotions } from '../../core/src/promotions/quote-promotions';
import { printBars } from './bars';
import { cartsOf, facts, promotionsOf } from './quote-market';
import { jsonRulesOver } from './rivals/json-rules';
import { median } from './statistics';
import type { Options } from './options';
import { printTable, rounded, shown } from './table';

const lineCounts = [5, 50, 500] as const;
const promotionCounts = [10, 100, 1_000] as const;
const cartCount = 20;

interface Cell {
  readonly lines: number;
  readonly promotions: number;
  readonly oursUs: number;
  readonly peerUs: number;
  /** Promotions that took part in a quote, in the mean: accepted or declined. */
  readonly asked: number;
  readonly accepted: number;
}

/**
 * `npm run bench -- quote`: what a quote costs, by lines and by live promotions, beside `json-rules-engine` that
 * decides the same conditions in the same run. Answers whether the bars were reached.
 */
export async function benchQuote({ length }: Options): Promise<boolean> {
  const windowMs = length === 'quick' ? 60 : length === 'full' ? 1_000 : 250;
  const cells: Cell[] = [];
  for (const promotions of promotionCounts)
    for (const lines of lineCounts) cells.push(await measure(lines, promotions, windowMs));
  printTable(
    ['lines × promotions', 'asked', 'accepted', 'µs a quote', 'µs json-rules-engine', 'ratio'],
    cells.map(({ lines, promotions, asked, accepted, oursUs, peerUs }) => [
      `${lines} × ${promotions}`,
      shown(asked),
      shown(accepted),
      shown(oursUs),
      shown(peerUs),
      shown(peerUs / oursUs),
    ]),
  );
  const cellOf = (lines: number, promotions: number) =>
    cells.find((cell) => cell.lines === lines && cell.promotions === promotions) as Cell;
  const usual = cellOf(50, 100);
  const ratioPromotions = cellOf(50, 1_000).oursUs / usual.oursUs;
  const bars = [
    { what: 'µs a quote of 50 lines under 100 promotions', value: usual.oursUs, atMost: 1_000 },
    { what: '1,000 promotions against 100, 50 lines', value: ratioPromotions, atMost: 3 },
  ];
  printBars(bars);
  process.stdout.write(
    `${JSON.stringify({
      bench: 'quote',
      usPerQuote: rounded(usual.oursUs),
      ratioPromotions: rounded(ratioPromotions),
      ratioPeer: rounded(usual.peerUs / usual.oursUs),
    })}\n`,
  );
  return bars.every(({ value, atMost }) => value <= atMost);
}

async function measure(lines: number, promotionCount: number, windowMs: number): Promise<Cell> {
  const promotions = promotionsOf(promotionCount);
  const carts = cartsOf(lines, cartCount);
  const book = bookOf(promotions);
  const decide = jsonRulesOver(promotions);
  let asked = 0;
  let accepted = 0;
  for (const cart of carts) {
    const quote = quotePromotions(cart, book, facts);
    asked += quote.accepted.length + quote.declined.length;
    accepted += quote.accepted.length;
  }
  const oursUs = await medianUs(windowMs, (at) => {
    quotePromotions(carts[at % cartCount] as (typeof carts)[number], book, facts);
  });
  const peerUs = await medianUs(windowMs, (at) => decide(carts[at % cartCount] as (typeof carts)[number]));
  return {
    lines,
    promotions: promotionCount,
    oursUs,
    peerUs,
    asked: asked / cartCount,
    accepted: accepted / cartCount,
  };
}

/** Microseconds a call in the median of rounds over all carts; the first quarter of the window warms up. */
async function medianUs(windowMs: number, call: (at: number) => unknown): Promise<number> {
  const rounds: number[] = [];
  const startedAt = performance.now();
  for (let round = 0; round < 5 || performance.now() - startedAt < windowMs; round += 1) {
    const beganAt = performance.now();
    for (let at = 0; at < cartCount; at += 1) {
      const answer = call(at);
      if (answer instanceof Promise) await answer;
    }
    const isWarm = beganAt - startedAt > windowMs / 4 || round >= 3;
    if (isWarm) rounds.push(((performance.now() - beganAt) * 1_000) / cartCount);
  }
  return median(rounds) as number;
}
