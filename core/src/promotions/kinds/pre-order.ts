import { type Instant } from '../../platform/clock';
import { lineAmountFen, type PriceE4 } from '../../platform/money';
import { priceKind } from '../kind';
import type { Promotion } from '../model';
import { sayPrice } from './say-off';

interface PreOrder {
  /** All prices are of a base unit. */
  readonly unitPriceE4: PriceE4;
  readonly depositE4: PriceE4;
  /** 定金膨胀: what the deposit counts for, at least as much as it is. */
  readonly depositWorthE4: PriceE4;
  readonly balanceFrom: Instant;
  /** Exclusive. */
  readonly balanceUntil: Instant;
  /** 定金 is kept when the buyer does not pay the balance, 订金 goes back; left out, it is kept. */
  readonly deposit?: 'kept' | 'returned';
}

/**
 * 预售: a deposit now and the balance in its window. What the deposit counts for beyond itself is money off, so that
 * deposit and balance are together what the goods cost.
 */
export const preOrder = priceKind<PreOrder>({
  name: 'preOrder',
  title: '预售',
  lane: 'unitPrice',
  counts: 'units',
  fields: [
    { name: 'unitPriceE4', title: '预售价（每最小单位）', type: 'priceE4', min: 1 },
    { name: 'depositE4', title: '定金（每最小单位）', type: 'priceE4', min: 1 },
    { name: 'depositWorthE4', title: '定金可抵（每最小单位）', type: 'priceE4', min: 1 },
    { name: 'balanceFrom', title: '尾款开始', type: 'instant' },
    { name: 'balanceUntil', title: '尾款截止', type: 'instant' },
    {
      name: 'deposit',
      title: '不付尾款时',
      type: 'choice',
      isOptional: true,
      choices: [
        { value: 'kept', title: '定金不退' },
        { value: 'returned', title: '订金退还' },
      ],
    },
  ],
  example: {
    unitPriceE4: 30_000,
    depositE4: 5_000,
    depositWorthE4: 10_000,
    balanceFrom: Date.UTC(2026, 10, 1),
    balanceUntil: Date.UTC(2026, 10, 8),
  },
  hasCliffs: () => false,
  check: ({ unitPriceE4, depositE4, depositWorthE4, balanceFrom, balanceUntil }) => [
    ...(depositWorthE4 < depositE4 ? ['promotions.depositWorthLess'] : []),
    ...(depositWorthE4 > unitPriceE4 ? ['promotions.depositAbovePrice'] : []),
    ...(balanceFrom >= balanceUntil ? ['promotions.balanceWindow'] : []),
  ],
  describe({ unitPriceE4, depositE4, depositWorthE4, deposit }) {
    const word = deposit === 'returned' ? '订金' : '定金';
    const worth = depositWorthE4 > depositE4 ? `抵${sayPrice(depositWorthE4)}` : '';
    return `预售价${sayPrice(unitPriceE4)}，${word}${sayPrice(depositE4)}${worth}`;
  },
  price: ({ unitPriceE4, depositE4, depositWorthE4 }, { items }) => ({
    offers: items.map(({ key, quantity }) => ({
      key,
      quantity,
      price: { unitPriceE4: unitPriceE4 - (depositWorthE4 - depositE4) },
    })),
    near: null,
  }),
  plan({ depositE4, depositWorthE4, balanceFrom, balanceUntil, deposit }, amountFen, quantity) {
    const depositFen = Math.min(amountFen, lineAmountFen(depositE4, quantity));
    return {
      depositFen,
      depositWorthFen: Math.max(depositFen, lineAmountFen(depositWorthE4, quantity)),
      balanceFen: amountFen - depositFen,
      balanceFrom,
      balanceUntil,
      isRefundable: deposit === 'returned',
    };
  },
});

/** When the balance of a pre-order is paid; null for any other promotion. */
export function balanceWindowOf({
  kind,
  rule,
}: Pick<Promotion, 'kind' | 'rule'>): { readonly from: Instant; readonly until: Instant } | null {
  if (kind !== 'preOrder') return null;
  const { balanceFrom, balanceUntil } = rule as unknown as PreOrder;
  return { from: balanceFrom, until: balanceUntil };
}
