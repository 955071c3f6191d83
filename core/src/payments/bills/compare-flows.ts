import type { Fen } from '../../platform/money';
import { type FlowDifference, type FlowDifferenceKind, judgements } from './difference';
import type { FundFlow, FundFlowBill, TradeBill } from './model';

/** What our ledger says moved on the merchant's account for one payment or refund. */
export interface OurFlow {
  /** Ours: of the payment or the refund. */
  readonly number: string;
  readonly kind: 'paid' | 'refunded';
  readonly amountFen: Fen;
  /** A refund the channel could not bring to its end: what went out may be in again. */
  readonly mayBeBack: boolean;
}

const trade = '交易';
const refund = '退款';
const fee = '扣除交易手续费';
/** What the merchant moves itself, and nothing here knows of. */
const own: ReadonlySet<string> = new Set(['充值', '提现']);

const signed = ({ direction, amountFen }: FundFlow): Fen => (direction === 'in' ? amountFen : -amountFen);
const zero = (fen: Fen): Fen => (fen === 0 ? 0 : fen);

/** What the flows of one type come to, by our number; income is positive. */
function netByNumber(flows: readonly FundFlow[], type: string): ReadonlyMap<string, Fen> {
  const net = new Map<string, Fen>();
  for (const flow of flows.filter(({ businessType }) => businessType === type)) {
    net.set(flow.voucherNo, zero((net.get(flow.voucherNo) ?? 0) + signed(flow)));
  }
  return net;
}

const found = (
  kind: FlowDifferenceKind,
  number: string,
  hereFen: Fen | null,
  thereFen: Fen | null,
): FlowDifference => ({ kind, number, hereFen, thereFen, ...judgements[kind] });

/**
 * Everything in which the money that moved on the merchant's account differs from our ledger: payments and refunds by
 * number, fees against those of the trade bill, the running balance, and the sums of its own rows. What the trade bill
 * has told of already (`told`) is not told twice. Books that agree give none.
 */
export function compareFlows(
  { flows, stated, counted }: FundFlowBill,
  trades: Pick<TradeBill, 'payments' | 'refunds'>,
  ours: readonly OurFlow[],
  told: ReadonlySet<string>,
): readonly FlowDifference[] {
  return [
    ...compareKind(
      'paid',
      netByNumber(flows, trade),
      ours.filter(({ kind }) => kind === 'paid'),
    ),
    ...compareKind(
      'refunded',
      netByNumber(flows, refund),
      ours.filter(({ kind }) => kind === 'refunded'),
    ),
    ...compareFees(flows, trades, new Set(ours.map(({ number }) => number))),
    ...flows
      .filter(({ businessType }) => ![trade, refund, fee].includes(businessType) && !own.has(businessType))
      .map((flow) => found('flowUnknown', flow.flowNo, null, signed(flow))),
    ...checkBalances(flows),
    ...(Object.keys(counted) as (keyof typeof counted)[])
      .filter((column) => stated[column] !== counted[column])
      .map((column) => found('flowSumsDiffer', `flow.${column}`, counted[column], stated[column])),
  ].filter(({ number }) => !told.has(number));
}

/** Income and outgo of one kind, by number. What went out and came back in whole may stand here as sent. */
function compareKind(
  kind: OurFlow['kind'],
  there: ReadonlyMap<string, Fen>,
  ours: readonly OurFlow[],
): readonly FlowDifference[] {
  const sign = kind === 'paid' ? 1 : -1;
  const here = new Map(ours.map((one) => [one.number, one]));
  return [...new Set([...there.keys(), ...here.keys()])].sort().flatMap((number): FlowDifference[] => {
    const own = here.get(number);
    const thereFen = there.has(number) ? zero((there.get(number) ?? 0) * sign) : null;
    if (!own) return [found('flowMissingHere', number, null, thereFen)];
    if (thereFen === null) {
      return own.mayBeBack ? [] : [found('flowMissingThere', number, own.amountFen, null)];
    }
    const fits = thereFen === own.amountFen || (own.mayBeBack && thereFen === 0);
    return fits ? [] : [found('flowAmountDiffers', number, own.amountFen, thereFen)];
  });
}

/**
 * What was taken off for each payment, against what the trade bill says of it, to the fen. Near midnight a payment and
 * its fee may lie in two days: it is asked for where the payment is.
 */
function compareFees(
  flows: readonly FundFlow[],
  { payments, refunds }: Pick<TradeBill, 'payments' | 'refunds'>,
  known: ReadonlySet<string>,
): readonly FlowDifference[] {
  const taken = netByNumber(flows, fee);
  const billed = new Map([
    ...payments.map(({ outTradeNo, feeE5 }) => [outTradeNo, Math.round(feeE5 / 1_000)] as const),
    ...refunds.map(({ outRefundNo, feeE5 }) => [outRefundNo, Math.round(feeE5 / 1_000)] as const),
  ]);
  // A refund that came back pays its fee again, and the trade bill is never written anew.
  const returned = new Set(
    flows
      .filter(({ businessType, direction }) => businessType === refund && direction === 'in')
      .map(({ voucherNo }) => voucherNo),
  );
  const moved = new Set([...netByNumber(flows, trade).keys(), ...netByNumber(flows, refund).keys()]);
  const asked = [
    ...[...billed.keys()].filter((number) => moved.has(number)),
    ...[...taken.keys()].filter((number) => !billed.has(number) && !known.has(number)),
  ];
  return asked.sort().flatMap((number) => {
    const thereFen = zero(-(taken.get(number) ?? 0));
    const billedFen = zero(billed.get(number) ?? 0);
    if (thereFen === billedFen || returned.has(number)) return [];
    return [found('flowFeeDiffers', number, billedFen, thereFen)];
  });
}

/** Each balance is the one before it and what moved. */
function checkBalances(flows: readonly FundFlow[]): readonly FlowDifference[] {
  return flows.flatMap((flow, at): FlowDifference[] => {
    const before = flows[at - 1];
    if (!before) return [];
    const expectedFen = before.balanceFen + signed(flow);
    return expectedFen === flow.balanceFen
      ? []
      : [found('flowBalanceBroken', flow.flowNo, expectedFen, flow.balanceFen)];
  });
}

/** What a day's flows come to. */
export interface FlowSums {
  readonly inFen: Fen;
  readonly outFen: Fen;
  /** Taken off for payments, less what came back. */
  readonly feeFen: Fen;
  /** What was left at the end; null on a day on which nothing moved. */
  readonly closingFen: Fen | null;
}

export const flowSums = ({ flows, counted }: FundFlowBill): FlowSums => ({
  inFen: counted.inFen,
  outFen: counted.outFen,
  feeFen: zero(
    -flows
      .filter(({ businessType }) => businessType === fee)
      .reduce((total, flow) => total + signed(flow), 0),
  ),
  closingFen: flows.at(-1)?.balanceFen ?? null,
});
