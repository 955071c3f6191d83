import { type Beside, aRefund, aStandIn, anOrder, at, fenOf, paths, readBill, stopAll } from '../testing';
import { feeOf } from './fees';

afterEach(stopAll);

const lives = 80;
const seeds = [1, 20_260_310];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Numbers in [0, 1) that only the seed decides. */
function dice(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** What the shop would write into its own book, from callbacks alone and each of them once. */
function bookOf({ shop }: Beside) {
  const paid = new Map<string, number>();
  const back = new Map<string, number>();
  for (const { isProven, content } of shop.callbacks) {
    if (!isProven || !content) continue;
    if (content.trade_state === 'SUCCESS') {
      paid.set(String(content.transaction_id), Number(at(content, 'amount', 'total')));
    }
    if (content.refund_status === 'SUCCESS') {
      back.set(String(content.refund_id), Number(at(content, 'amount', 'refund')));
    }
  }
  const sum = (book: Map<string, number>) => [...book.values()].reduce((total, fen) => total + fen, 0);
  return { paidFen: sum(paid), backFen: sum(back), payments: paid.size, refunds: back.size };
}

/** One order from its beginning to wherever it comes; answers go missing on the way and are asked for again. */
async function live(beside: Beside, roll: () => number): Promise<void> {
  const total = 1 + Math.floor(roll() * 50_000);
  const body = anOrder(beside, { amount: { total, currency: 'CNY' } });
  const insist = async (path: string, sent: object) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await beside.client.post(path, sent).catch(() => null);
      if (answer && answer.status < 500) return answer.status;
    }
    throw new Error(`no answer from ${path}`);
  };
  expect(await insist(paths.native, body)).toBe(200);
  const fate = roll();
  if (fate < 0.15) return;
  if (fate < 0.3) {
    expect(await insist(paths.close(body.out_trade_no), { mchid: body.mchid })).toBe(204);
    return;
  }
  await beside.change('pay', { outTradeNo: body.out_trade_no });
  let left = total;
  while (left > 0 && roll() < 0.5) {
    const part = Math.min(left, 1 + Math.floor(roll() * total));
    const refund = aRefund(body.out_trade_no, part, total, { notify_url: `${beside.shop.url}/refund` });
    const status = await insist(paths.refunds, refund);
    // Too little in the merchant's balance is the one no that may come.
    expect([200, 403]).toContain(status);
    if (status === 403) return;
    left -= part;
  }
}

it.each(seeds)('ends with callbacks, ledger and bills that agree to the fen (seed %i)', async (seed) => {
  const beside = await aStandIn();
  const roll = dice(seed);
  await beside.change('settings', { refundSpacingMs: 0 });
  for (const kind of ['drop', 'duplicate', 'reorder', 'wrongKey', 'alteredCiphertext', 'stale', 'delay']) {
    await beside.change('faults', { on: 'callback', kind, times: null, rate: 0.08, seed, waitMs: 5_000 });
  }
  for (const kind of ['error500', 'error500AfterWork', 'timeoutAfterWork']) {
    await beside.change('faults', { on: 'answer', kind, times: null, rate: 0.03, seed, waitMs: 1 });
  }

  for (let count = 0; count < lives; count += 1) await live(beside, roll);
  await beside.control('DELETE', 'faults');
  for (let step = 0; step < 12; step += 1) {
    await beside.deliver();
    beside.pass(15 * 1_000);
  }
  beside.pass(22 * hourMs);

  const shop = bookOf(beside);
  const ledger = await beside.look('ledger?mchid=1900000001');
  const flows = at(ledger, 'flows') as { kind: string; amountFen: number }[];
  const flowing = (kind: string) =>
    flows.filter((flow) => flow.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const bill = async (path: string) => {
    const { json } = await beside.client.get(path);
    const { pathname, search } = new URL(String(json.download_url));
    return readBill((await beside.client.get(`${pathname}${search}`)).bytes);
  };
  const trade = await bill('/v3/bill/tradebill?bill_date=2026-03-10');
  const fund = await bill('/v3/bill/fundflowbill?bill_date=2026-03-10');

  expect(shop.payments).toBeGreaterThan(lives / 2);
  expect(shop.refunds).toBeGreaterThan(lives / 5);
  expect(flowing('payment')).toBe(shop.paidFen);
  expect(flowing('refund')).toBe(-shop.backFen);
  expect(fenOf(trade.summary.订单总金额)).toBe(shop.paidFen);
  expect(fenOf(trade.summary.退款总金额)).toBe(shop.backFen);
  expect(trade.rows).toHaveLength(shop.payments + shop.refunds);
  expect(fenOf(trade.summary.手续费总金额)).toBe(-flowing('fee') - flowing('feeBack'));
  const balanceFen = flows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  expect(at(ledger, 'balances', '0', 'availableFen')).toBe(balanceFen);
  expect(fenOf(fund.summary.收入金额) - fenOf(fund.summary.支出金额)).toBe(balanceFen);
  const orders = at(ledger, 'orders') as { outTradeNo: string; paidAt: number | null; totalFen: number }[];
  const feesFen = orders
    .filter(({ paidAt }) => paidAt !== null)
    .reduce((sum, one) => sum + feeOf(one.totalFen), 0);
  expect(-flowing('fee')).toBe(feesFen);
});
