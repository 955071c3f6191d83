import { type Fen, formatYuan } from '../platform/money';
import type { GrabTiming, Indicator, OrderFacts } from './model';

/** What the buyer did before: its orders of the last 90 days, oldest first, without this one. */
export type History = readonly OrderFacts[];

const dayMs = 86_400_000;
const indicatorScore = {
  amountJump: 25,
  quantityJump: 20,
  orderBurst: 20,
  orderSlicing: 30,
  newAddress: 15,
  machineTiming: 30,
} as const;

/**
 * Scores an order by six indicators of the trade's list: amount far above the buyer's mean, a SKU far above its
 * recent maximum, many orders at once, amounts kept just under the approval limit, a new address for a large order,
 * and goods of a flash sale won as fast as only machines are. The score is their sum, at most 100.
 */
export function scoreOrder(
  order: OrderFacts,
  history: History,
  approvalLimitFen: Fen | null,
  grabs: readonly GrabTiming[] = [],
) {
  const indicators = [
    amountJump(order, history),
    quantityJump(order, history),
    orderBurst(order, history),
    orderSlicing(order, history, approvalLimitFen),
    newAddress(order, history),
    machineTiming(grabs),
  ].filter((indicator) => indicator !== null);
  const score = Math.min(
    100,
    indicators.reduce((total, indicator) => total + indicator.score, 0),
  );
  return { score, indicators };
}

/** Fewer orders than this say nothing about what is usual. */
const leastHistory = 5;

/** 1: amount > 3 × the 90-day mean and z > 3. */
function amountJump(order: OrderFacts, history: History): Indicator | null {
  if (history.length < leastHistory) return null;
  const amounts = history.map(({ payableFen }) => payableFen);
  const mean = amounts.reduce((total, amount) => total + amount, 0) / amounts.length;
  const variance = amounts.reduce((total, amount) => total + (amount - mean) ** 2, 0) / amounts.length;
  const deviation = Math.sqrt(variance);
  if (order.payableFen <= 3 * mean || order.payableFen - mean <= 3 * deviation) return null;
  return fired(
    'amountJump',
    `金额 ${formatYuan(order.payableFen)}，近 90 天均值 ${formatYuan(Math.round(mean))}`,
  );
}

/** 2: a SKU's quantity > 3 × its maximum in the last 6 orders. */
function quantityJump(order: OrderFacts, history: History): Indicator | null {
  const recent = history.slice(-6);
  if (recent.length < 6) return null;
  for (const [skuId, quantity] of Object.entries(order.quantities)) {
    const most = Math.max(0, ...recent.map(({ quantities }) => quantities[skuId] ?? 0));
    if (most > 0 && quantity > 3 * most) {
      return fired('quantityJump', `${skuId} 本单 ${quantity}，近 6 单最多 ${most}`);
    }
  }
  return null;
}

/** 3: five orders or more within ten minutes, this one included. */
function orderBurst(order: OrderFacts, history: History): Indicator | null {
  const within = history.filter(({ placedAt }) => order.placedAt - placedAt < 600_000).length + 1;
  return within >= 5 ? fired('orderBurst', `10 分钟内 ${within} 单`) : null;
}

/** 4: three orders or more in 24 hours, each at 80–100 % of the approval limit. */
function orderSlicing(order: OrderFacts, history: History, limitFen: Fen | null): Indicator | null {
  if (limitFen === null || limitFen <= 0) return null;
  const justUnder = ({ payableFen }: OrderFacts) => payableFen >= 0.8 * limitFen && payableFen <= limitFen;
  const sliced = [...history.filter(({ placedAt }) => order.placedAt - placedAt < dayMs), order].filter(
    justUnder,
  );
  return sliced.length >= 3 && justUnder(order)
    ? fired('orderSlicing', `24 小时内 ${sliced.length} 单贴近审批线 ${formatYuan(limitFen)}`)
    : null;
}

/** 5: first use of a ship-to address with an amount above the buyer's P90. */
function newAddress(order: OrderFacts, history: History): Indicator | null {
  if (history.length < leastHistory) return null;
  if (history.some(({ addressId }) => addressId === order.addressId)) return null;
  const sorted = history.map(({ payableFen }) => payableFen).sort((left, right) => left - right);
  const p90 = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
  return order.payableFen > p90
    ? fired('newAddress', `新地址首单 ${formatYuan(order.payableFen)}，历史 P90 ${formatYuan(p90)}`)
    : null;
}

/** Sooner after the opening than a person who sees it and taps. */
const machineGrabMs = 300;
/** Sooner after the token than a person who reads what it won and confirms. */
const machineOrderMs = 1_000;
/** More often before the token than a person taps. */
const machineAttempts = 30;

/** 19: a flash token had within 300 ms of the opening and ordered with within a second, or after 30 attempts. */
function machineTiming(grabs: readonly GrabTiming[]): Indicator | null {
  const found = grabs.find(
    ({ grabMs, orderMs, attempts }) =>
      (grabMs <= machineGrabMs && orderMs <= machineOrderMs) || attempts >= machineAttempts,
  );
  return found
    ? fired(
        'machineTiming',
        `开抢后 ${found.grabMs} 毫秒抢到，${found.orderMs} 毫秒后下单，共尝试 ${found.attempts} 次`,
      )
    : null;
}

function fired(indicator: keyof typeof indicatorScore, evidence: string): Indicator {
  return { indicator, score: indicatorScore[indicator], evidence };
}
