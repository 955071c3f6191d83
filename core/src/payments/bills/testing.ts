import fc from 'fast-check';
import type { OurPayment, OurRefund } from './difference';

/** A line of a bill as somebody else would write it: amounts in fen, fees in 1/100,000 yuan. */
export interface Line {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly state: 'SUCCESS' | 'REFUND' | 'REVOKED';
  readonly at: string;
  readonly amountFen: number;
  readonly couponFen: number;
  readonly feeE5: number;
  readonly goods: string;
  readonly refund: {
    readonly outRefundNo: string;
    readonly refundFen: number;
    readonly state: string;
  } | null;
}

const yuan = (amountFen: number) => (amountFen / 100).toFixed(2);
const fee = (feeE5: number) => (feeE5 / 100_000).toFixed(5);
const escaped = (text: string) => text.replaceAll(',', '\\,');

const columns: readonly [string, (line: Line) => string][] = [
  ['交易时间', ({ at }) => at],
  ['公众账号ID', () => 'wxd678efh567hg6787'],
  ['商户号', () => '1900000001'],
  ['特约商户号', () => '0'],
  ['设备号', () => ''],
  ['微信订单号', ({ transactionId }) => transactionId],
  ['商户订单号', ({ outTradeNo }) => outTradeNo],
  ['用户标识', () => 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'],
  ['交易类型', () => 'JSAPI'],
  ['交易状态', ({ state }) => state],
  ['付款银行', () => 'OTHERS'],
  ['货币种类', () => 'CNY'],
  ['应结订单金额', ({ amountFen, couponFen }) => yuan(amountFen - couponFen)],
  ['代金券金额', ({ couponFen }) => yuan(couponFen)],
  ['微信退款单号', ({ refund }) => (refund ? `5${refund.outRefundNo}` : '0')],
  ['商户退款单号', ({ refund }) => refund?.outRefundNo ?? '0'],
  ['退款金额', ({ refund }) => yuan(refund?.refundFen ?? 0)],
  ['充值券退款金额', () => '0.00'],
  ['退款类型', ({ refund }) => (refund ? 'ORIGINAL' : '')],
  ['退款状态', ({ refund }) => refund?.state ?? ''],
  ['商品名称', ({ goods }) => escaped(goods)],
  ['商户数据包', () => ''],
  ['手续费', ({ feeE5 }) => fee(feeE5)],
  ['费率', () => '0.60%'],
  ['订单金额', ({ amountFen }) => yuan(amountFen)],
  ['申请退款金额', ({ refund }) => yuan(refund?.refundFen ?? 0)],
  ['费率备注', () => ''],
];

const total = (lines: readonly Line[], of: (line: Line) => number) =>
  lines.reduce((soFar, line) => soFar + of(line), 0);

/** The file of a trade bill, its columns in the published order or in another. */
export function writeTradeBill(
  lines: readonly Line[],
  { order = columns.map((_, at) => at), mark = '', lineEnd = '\r\n' } = {},
): string {
  const ordered = order.flatMap((at) => columns.slice(at, at + 1));
  const refunded = total(lines, ({ refund }) => refund?.refundFen ?? 0);
  const sums: readonly [string, string][] = [
    ['总交易单数', String(lines.length)],
    ['应结订单总金额', yuan(total(lines, ({ amountFen, couponFen }) => amountFen - couponFen))],
    ['退款总金额', yuan(refunded)],
    ['充值券退款总金额', '0.00'],
    ['手续费总金额', fee(total(lines, ({ feeE5 }) => feeE5))],
    ['订单总金额', yuan(total(lines, ({ amountFen }) => amountFen))],
    ['申请退款总金额', yuan(refunded)],
  ];
  const cells = (values: readonly string[]) => values.map((value) => `\`${value}`).join(',');
  const written = [
    ordered.map(([name]) => name).join(','),
    ...lines.map((line) => cells(ordered.map(([, value]) => value(line)))),
    sums.map(([name]) => name).join(','),
    cells(sums.map(([, value]) => value)),
  ];
  return mark + written.join(lineEnd) + lineEnd;
}

export const aLine = (over: Partial<Line> = {}): Line => ({
  outTradeNo: 'T20260102-0001',
  transactionId: '4200001234202601021234567890',
  state: 'SUCCESS',
  at: '2026-01-02 15:04:05',
  amountFen: 990,
  couponFen: 0,
  feeE5: 6_000,
  goods: 'goods',
  refund: null,
  ...over,
});

export const aRefundLine = (over: Partial<Line> = {}): Line =>
  aLine({
    state: 'REFUND',
    amountFen: 0,
    feeE5: -600,
    refund: { outRefundNo: 'R20260102-0001', refundFen: 100, state: 'SUCCESS' },
    ...over,
  });

/** A day of a merchant on which both sides agree: the lines of its bill and our book. */
export interface AgreedDay {
  readonly lines: readonly Line[];
  readonly payments: readonly OurPayment[];
  readonly refunds: readonly OurRefund[];
}

const stateHere = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  FAIL: 'closed',
  CHANGE: 'abnormal',
} as const;
type StateThere = keyof typeof stateHere;

const anyGoods = fc.string({
  unit: fc.constantFrom('a', '水', ',', ' ', '`', '"', "'", '|'),
  maxLength: 12,
});

const anyTrade = fc.record({
  amountFen: fc.integer({ min: 1, max: 100_000_000 }),
  couponFen: fc.integer({ min: 0, max: 1 }),
  second: fc.integer({ min: 0, max: 86_399 }),
  goods: anyGoods,
  isPaid: fc.boolean(),
  refunds: fc.array(
    fc.record({
      share: fc.integer({ min: 1, max: 100 }),
      state: fc.constantFrom<StateThere>('SUCCESS', 'PROCESSING', 'FAIL', 'CHANGE'),
    }),
    { maxLength: 3 },
  ),
});

const timeOf = (second: number) =>
  new Date(Date.UTC(2026, 0, 2) + second * 1_000).toISOString().slice(0, 19).replace('T', ' ');

/** Days with any number of paid and unpaid trades and of refunds in every state. */
export const anyAgreedDay = (minTrades = 0): fc.Arbitrary<AgreedDay> =>
  fc.array(anyTrade, { minLength: minTrades, maxLength: 12 }).map((trades) => {
    const lines: Line[] = [];
    const payments: OurPayment[] = [];
    const refunds: OurRefund[] = [];
    for (const [at, trade] of trades.entries()) {
      const outTradeNo = `T2026-${at}`;
      const transactionId = `42${String(at).padStart(26, '0')}`;
      payments.push({
        outTradeNo,
        transactionId: trade.isPaid ? transactionId : null,
        amountFen: trade.amountFen,
        isPaid: trade.isPaid,
      });
      if (!trade.isPaid) continue;
      const couponFen = Math.min(trade.couponFen, trade.amountFen - 1);
      const time = timeOf(trade.second);
      lines.push(
        aLine({
          outTradeNo,
          transactionId,
          at: time,
          amountFen: trade.amountFen,
          couponFen,
          feeE5: trade.amountFen * 6,
          goods: trade.goods,
        }),
      );
      for (const [part, { share, state }] of trade.refunds.entries()) {
        const outRefundNo = `R2026-${at}-${part}`;
        const refundFen = Math.max(1, Math.floor((trade.amountFen * share) / 300));
        refunds.push({ outRefundNo, outTradeNo, refundFen, state: stateHere[state] });
        lines.push(
          aRefundLine({ outTradeNo, transactionId, at: time, refund: { outRefundNo, refundFen, state } }),
        );
      }
    }
    return { lines, payments, refunds };
  });
