import { checkFundFlowSums } from './check-sums';
import { readFundFlowBill } from './read-fund-flow-bill';

const aBill = ({ inFen = '9.90', brackets = '(元)' } = {}) =>
  [
    `记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额${brackets},账户结余${brackets},资金变更提交申请人,备注,业务凭证号`,
    '`2026-01-02 15:04:05,`4200001234,`700001,`交易,`交易,`收入,`9.90,`109.90,`system,`缴费,`T20260102-0001',
    '`2026-01-02 15:04:06,`4200001234,`700002,`扣除交易手续费,`扣除交易手续费,`支出,`0.06,`109.84,`system,`,`T20260102-0001',
    '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
    `\`2,\`1,\`${inFen},\`1,\`0.06`,
  ].join('\n');

it('reads movements and their direction', () => {
  const bill = readFundFlowBill(aBill());

  expect(bill?.flows).toEqual([
    {
      bookedAt: Date.UTC(2026, 0, 2, 7, 4, 5),
      businessNo: '4200001234',
      flowNo: '700001',
      businessName: '交易',
      businessType: '交易',
      direction: 'in',
      amountFen: 990,
      balanceFen: 10_990,
      note: '缴费',
      voucherNo: 'T20260102-0001',
    },
    expect.objectContaining({ flowNo: '700002', direction: 'out', amountFen: 6, balanceFen: 10_984 }),
  ]);
  expect(bill?.stated).toEqual({ rows: 2, inRows: 1, inFen: 990, outRows: 1, outFen: 6 });
});

it('takes either kind of brackets around the unit', () => {
  expect(readFundFlowBill(aBill({ brackets: '（元）' }))).toEqual(readFundFlowBill(aBill()));
});

it('tells a sum that its rows do not come to', () => {
  const sound = readFundFlowBill(aBill());
  const wrong = readFundFlowBill(aBill({ inFen: '9.91' }));

  expect(sound && checkFundFlowSums(sound)).toEqual([]);
  expect(wrong && checkFundFlowSums(wrong)).toEqual([
    {
      kind: 'sumsDiffer',
      column: 'inFen',
      stated: 991,
      counted: 990,
      severity: 'alarm',
      remedy: 'fetchBillAgain',
    },
  ]);
});

it('takes anything else for no bill', () => {
  expect(readFundFlowBill('')).toBeNull();
  expect(readFundFlowBill(aBill().replaceAll('`收入', '`存入'))).toBeNull();
});
