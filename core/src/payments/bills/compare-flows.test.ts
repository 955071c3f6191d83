import fc from 'fast-check';
import { compareFlows, flowSums, type OurFlow } from './compare-flows';
import type { BilledPayment, FundFlow, FundFlowBill } from './model';

const aFlow = (given: Partial<FundFlow> = {}): FundFlow => ({
  bookedAt: 0,
  businessNo: '4200001234',
  flowNo: 'F1',
  businessName: '交易',
  businessType: '交易',
  direction: 'in',
  amountFen: 990,
  balanceFen: 990,
  note: '',
  voucherNo: 'T1',
  ...given,
});
const aFee = (given: Partial<FundFlow> = {}) =>
  aFlow({ businessType: '扣除交易手续费', direction: 'out', amountFen: 6, ...given });
const aRefund = (given: Partial<FundFlow> = {}) =>
  aFlow({ businessType: '退款', direction: 'out', voucherNo: 'R1', amountFen: 100, ...given });

/** Flows one after the other, each with its balance, and the sums they come to. */
function aBillOf(flows: readonly FundFlow[]): FundFlowBill {
  let balanceFen = 50_000;
  const counted = { rows: 0, inRows: 0, inFen: 0, outRows: 0, outFen: 0 };
  const numbered = flows.map((flow, at) => {
    balanceFen += flow.direction === 'in' ? flow.amountFen : -flow.amountFen;
    counted.rows += 1;
    counted[flow.direction === 'in' ? 'inRows' : 'outRows'] += 1;
    counted[flow.direction === 'in' ? 'inFen' : 'outFen'] += flow.amountFen;
    return { ...flow, balanceFen, flowNo: `F${at}` };
  });
  return { flows: numbered, counted, stated: counted };
}
const paid = (number: string, amountFen: number): OurFlow => ({
  number,
  kind: 'paid',
  amountFen,
  mayBeBack: false,
});
const refunded = (number: string, amountFen: number, mayBeBack = false): OurFlow => ({
  number,
  kind: 'refunded',
  amountFen,
  mayBeBack,
});
const billed = (outTradeNo: string, feeE5: number) => ({ outTradeNo, feeE5 }) as BilledPayment;
const trades = { payments: [billed('T1', 6_000)], refunds: [] };
const compare = (
  flows: readonly FundFlow[],
  ours: readonly OurFlow[],
  told: readonly string[] = [],
  of = trades,
) =>
  compareFlows(aBillOf(flows), of, ours, new Set(told)).map(({ kind, number, hereFen, thereFen }) => [
    kind,
    number,
    hereFen,
    thereFen,
  ]);

describe('the money of a day against our ledger', () => {
  it('agrees in payments, refunds and fees', () => {
    expect(compare([aFlow(), aFee(), aRefund()], [paid('T1', 990), refunded('R1', 100)])).toEqual([]);
  });

  it.each([
    ['an income nobody here knows', [aFlow(), aFee()], [], [['flowMissingHere', 'T1', null, 990]]],
    ['a payment that never came in', [aFee()], [paid('T1', 990)], [['flowMissingThere', 'T1', 990, null]]],
    ['another amount', [aFlow(), aFee()], [paid('T1', 991)], [['flowAmountDiffers', 'T1', 991, 990]]],
    [
      'an income that comes twice',
      [aFlow(), aFlow(), aFee()],
      [paid('T1', 990)],
      [['flowAmountDiffers', 'T1', 990, 1_980]],
    ],
    [
      'a refund that went out twice',
      [aFlow(), aFee(), aRefund(), aRefund()],
      [paid('T1', 990), refunded('R1', 100)],
      [['flowAmountDiffers', 'R1', 100, 200]],
    ],
    [
      'a fee other than billed',
      [aFlow(), aFee({ amountFen: 9 })],
      [paid('T1', 990)],
      [['flowFeeDiffers', 'T1', 6, 9]],
    ],
    [
      'a movement of no known kind',
      [aFlow(), aFee(), aFlow({ businessType: '其他', direction: 'out', amountFen: 7 })],
      [paid('T1', 990)],
      [['flowUnknown', 'F2', null, -7]],
    ],
  ])('tells of %s', (_, flows, ours, expected) => {
    expect(compare(flows, ours)).toEqual(expected);
  });

  it('asks for the fee where the payment is, and tells of one for a payment nobody knows', () => {
    expect(compare([], [])).toEqual([]);
    expect(compare([aFee({ voucherNo: 'T9' })], [])).toEqual([['flowFeeDiffers', 'T9', 0, 6]]);
    expect(compare([aFlow({ voucherNo: 'T8' }), aFee()], [paid('T8', 990), paid('T1', 990)])).toEqual([
      ['flowMissingThere', 'T1', 990, null],
    ]);
  });

  it('leaves alone what the merchant moves itself, and a refund that came back', () => {
    const back = aRefund({ direction: 'in' });
    const topUp = aFlow({ businessType: '充值', voucherNo: '' });

    expect(
      compare([aFlow(), aFee(), topUp, aRefund(), back], [paid('T1', 990), refunded('R1', 100, true)]),
    ).toEqual([]);
  });

  it('tells nothing of a number the trade bill has told of', () => {
    expect(compare([aFlow(), aFee({ amountFen: 9 })], [], ['T1'])).toEqual([]);
  });

  it('tells a balance that does not follow, and a sum its rows do not come to', () => {
    const sound = aBillOf([aFlow(), aFee()]);
    const [first, second] = sound.flows as readonly [FundFlow, FundFlow];
    const broken = {
      ...sound,
      flows: [first, { ...second, balanceFen: 1 }],
      stated: { ...sound.stated, outFen: 7 },
    };

    expect(compareFlows(broken, trades, [paid('T1', 990)], new Set())).toMatchObject([
      { kind: 'flowBalanceBroken', number: 'F1', hereFen: 50_984, thereFen: 1 },
      { kind: 'flowSumsDiffer', number: 'flow.outFen', hereFen: 6, thereFen: 7 },
    ]);
  });

  it('finds whatever payment is left out on either side, and nothing where none is', () => {
    const anyDay = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyDay, fc.nat(), (amounts, which) => {
        const none = { payments: [], refunds: [] };
        const flows = amounts.map((amountFen) => aFlow({ voucherNo: `T${amountFen}`, amountFen }));
        const ours = amounts.map((amountFen) => paid(`T${amountFen}`, amountFen));
        const at = which % amounts.length;
        const number = `T${amounts[at]}`;

        expect(compare(flows, ours, [], none)).toEqual([]);
        const missing = compare(
          flows.filter((_, no) => no !== at),
          ours,
          [],
          none,
        );
        expect(missing.map(([kind, of]) => [kind, of])).toEqual([['flowMissingThere', number]]);
        const unknown = compare(
          flows,
          ours.filter((_, no) => no !== at),
          [],
          none,
        );
        expect(unknown.map(([kind, of]) => [kind, of])).toEqual([['flowMissingHere', number]]);
      }),
    );
  });

  it('comes to sums with the fee apart and the last balance', () => {
    expect(flowSums(aBillOf([aFlow(), aFee(), aRefund()]))).toEqual({
      inFen: 990,
      outFen: 106,
      feeFen: 6,
      closingFen: 50_884,
    });
  });
});
