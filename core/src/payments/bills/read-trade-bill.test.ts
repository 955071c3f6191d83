import fc from 'fast-check';
import { readTradeBill } from './read-trade-bill';
import { aLine, anyAgreedDay, aRefundLine, writeTradeBill } from './testing';

it('reads a line as WeChat prints it', () => {
  const text = [
    '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
    '`2026-01-02 15:04:05,`wxd678efh567hg6787,`1900000001,`0,`,`4200001234202601021234567890,`T20260102-0001,`oUpF8u,`JSAPI,`SUCCESS,`OTHERS,`CNY,`9.90,`0.00,`0,`0,`0.00,`0.00,`,`,`goods,`,`0.06000,`0.60%,`9.90,`0.00,`',
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
    '`1,`9.90,`0.00,`0.00,`0.06000,`9.90,`0.00',
    '',
  ].join('\r\n');

  const bill = readTradeBill(text);

  expect(bill?.payments).toEqual([
    {
      paidAt: Date.UTC(2026, 0, 2, 7, 4, 5),
      appid: 'wxd678efh567hg6787',
      mchid: '1900000001',
      subMchid: null,
      transactionId: '4200001234202601021234567890',
      outTradeNo: 'T20260102-0001',
      openid: 'oUpF8u',
      tradeType: 'JSAPI',
      amountFen: 990,
      settledFen: 990,
      couponFen: 0,
      feeE5: 6_000,
      isRevoked: false,
    },
  ]);
  expect(bill?.stated).toEqual({
    rows: 1,
    settledFen: 990,
    refundFen: 0,
    refundCouponFen: 0,
    feeE5: 6_000,
    orderFen: 990,
    refundAskedFen: 0,
  });
  expect(bill?.counted).toEqual(bill?.stated);
});

it('tells refunds from payments', () => {
  const bill = readTradeBill(writeTradeBill([aLine(), aRefundLine()]));

  expect(bill?.payments).toHaveLength(1);
  expect(bill?.refunds).toEqual([
    {
      acceptedAt: Date.UTC(2026, 0, 2, 7, 4, 5),
      mchid: '1900000001',
      transactionId: '4200001234202601021234567890',
      outTradeNo: 'T20260102-0001',
      refundId: '5R20260102-0001',
      outRefundNo: 'R20260102-0001',
      refundFen: 100,
      settledFen: 100,
      couponFen: 0,
      feeE5: -600,
      state: 'SUCCESS',
    },
  ]);
});

it('reads the same whatever the order of its columns, its mark and its line ends', () => {
  fc.assert(
    fc.property(
      anyAgreedDay(),
      fc.shuffledSubarray(
        Array.from({ length: 27 }, (_, at) => at),
        { minLength: 27 },
      ),
      fc.constantFrom('', '\uFEFF'),
      fc.constantFrom('\n', '\r\n'),
      ({ lines }, order, mark, lineEnd) => {
        expect(readTradeBill(writeTradeBill(lines, { order, mark, lineEnd }))).toEqual(
          readTradeBill(writeTradeBill(lines)),
        );
      },
    ),
  );
});

it('finds every line again, whatever stands in the names of goods', () => {
  fc.assert(
    fc.property(anyAgreedDay(), ({ lines }) => {
      const bill = readTradeBill(writeTradeBill(lines));

      expect(bill?.counted).toEqual(bill?.stated);
      expect(bill?.stated.rows).toBe(lines.length);
    }),
  );
});

it('leaves a comma in a name alone, escaped or not', () => {
  const escaped = writeTradeBill([aLine({ goods: '水,大,箱' })]);

  expect(readTradeBill(escaped)?.payments).toHaveLength(1);
  expect(readTradeBill(escaped.replaceAll('\\,', ','))?.payments).toHaveLength(1);
});

it.each([
  ['nothing', ''],
  ['a page', '<html>busy</html>'],
  ['a refusal', '{"code":"NO_AUTH"}'],
  ['a bill cut off before its summary', writeTradeBill([aLine()]).split('\r\n').slice(0, 2).join('\r\n')],
  ['a bill cut off within a line', writeTradeBill([aLine()]).replace(',`9.90,`0.00,`\r', '\r')],
  ['a bill without a column', writeTradeBill([aLine()]).replace('订单金额,申请', '其他金额,申请')],
  ['an amount that is none', writeTradeBill([aLine()]).replaceAll('`9.90', '`9.9O')],
  ['a state nobody knows', writeTradeBill([aLine()]).replace('`SUCCESS', '`MAYBE')],
  ['a time that is none', writeTradeBill([aLine({ at: '2026/1/2 15:04' })])],
])('takes %s for no bill', (_, text) => {
  expect(readTradeBill(text)).toBeNull();
});
