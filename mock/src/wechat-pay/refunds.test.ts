import { type Beside, aNumber, aPaidOrder, aRefund, aStandIn, at, paths, stopAll } from '../testing';

let beside: Beside;
beforeEach(async () => {
  beside = await aStandIn();
});
afterEach(stopAll);

const minuteMs = 60_000;
const refund = (body: object) => beside.client.post(paths.refunds, body);
const queryRefund = (outRefundNo: string) => beside.client.get(`${paths.refunds}/${outRefundNo}`);
const stateOf = async (outTradeNo: string) =>
  (await beside.client.get(paths.order(outTradeNo, beside.merchant().mchid))).json.trade_state;
const balance = async () => at(await beside.look('ledger?mchid=1900000001'), 'balances', '0', 'availableFen');
const settle = async () => {
  beside.pass(3_000);
  await beside.deliver();
};

it('is accepted first and done later', async () => {
  const number = await aPaidOrder(beside);
  const body = aRefund(number, 300, 990, { reason: '少了一箱' });

  const accepted = await refund(body);
  const stateBefore = await stateOf(number);
  await settle();
  const done = await queryRefund(body.out_refund_no);

  expect(accepted.status).toBe(200);
  expect(accepted.json).toMatchObject({
    refund_id: expect.stringMatching(/^50\d{27}$/),
    out_refund_no: body.out_refund_no,
    out_trade_no: number,
    transaction_id: expect.stringMatching(/^42/),
    channel: 'ORIGINAL',
    status: 'PROCESSING',
    funds_account: 'AVAILABLE',
    create_time: '2026-03-10T12:00:00+08:00',
    amount: {
      total: 990,
      refund: 300,
      payer_total: 990,
      payer_refund: 300,
      currency: 'CNY',
      discount_refund: 0,
    },
  });
  expect(accepted.json.success_time).toBeUndefined();
  expect(stateBefore).toBe('REFUND');
  expect(done.json).toMatchObject({ status: 'SUCCESS', success_time: '2026-03-10T12:00:03+08:00' });
});

it('is one refund however often it is said', async () => {
  const number = await aPaidOrder(beside);
  const body = aRefund(number, 300);

  const answers = [await refund(body), await refund(body), await refund({ ...body, reason: '再说一次' })];

  const ids = new Set(answers.map(({ json }) => json.refund_id));
  expect(ids.size).toBe(1);
  expect(at(await beside.look('ledger'), 'refunds', 'length')).toBe(1);
});

it('under its number takes no other amount and no other order', async () => {
  const number = await aPaidOrder(beside);
  const another = await aPaidOrder(beside);
  const body = aRefund(number, 300);
  await refund(body);

  const changes = [
    { ...body, amount: { ...body.amount, refund: 301 } },
    { ...body, out_trade_no: another },
  ];
  for (const change of changes) {
    const answer = await refund(change);
    expect([answer.status, answer.json.code]).toEqual([400, 'INVALID_REQUEST']);
  }
});

it('goes on in parts until nothing is left, to the fen', async () => {
  const number = await aPaidOrder(beside, 1_000);
  const parts = [333, 333, 334];
  for (const part of parts) {
    expect((await refund(aRefund(number, part, 1_000))).status).toBe(200);
    beside.pass(minuteMs);
  }

  const more = await refund(aRefund(number, 1, 1_000));

  expect([more.status, more.json.code]).toEqual([400, 'INVALID_REQUEST']);
  expect(await balance()).toBe(0);
});

it('of more than is left is refused, and takes nothing', async () => {
  const number = await aPaidOrder(beside, 1_000);
  await refund(aRefund(number, 600, 1_000));
  beside.pass(minuteMs);
  const before = await balance();

  const tooMuch = await refund(aRefund(number, 401, 1_000));
  const rest = await refund(aRefund(number, 400, 1_000));

  expect([tooMuch.status, tooMuch.json.code]).toEqual([400, 'INVALID_REQUEST']);
  expect(before).toBe(1_000 - 6 - 600 + 4);
  expect(rest.status).toBe(200);
});

it('waits a minute after another of the same payment', async () => {
  const number = await aPaidOrder(beside);
  await refund(aRefund(number, 100));

  const soon = await refund(aRefund(number, 100));
  beside.pass(minuteMs);
  const later = await refund(aRefund(number, 100));

  expect([soon.status, soon.json.code]).toEqual([429, 'FREQUENCY_LIMITED']);
  expect(later.status).toBe(200);
});

it('finds the payment by either number', async () => {
  const number = await aPaidOrder(beside);
  const { json } = await beside.client.get(paths.order(number, beside.merchant().mchid));
  const { out_trade_no: _number, ...body } = aRefund(number, 10);

  const byId = await refund({ ...body, transaction_id: json.transaction_id });

  expect(byId.status).toBe(200);
  expect(byId.json.out_trade_no).toBe(number);
});

it('of another merchant’s payment finds nothing', async () => {
  const number = await aPaidOrder(beside);
  const { json } = await beside.client.get(paths.order(number, beside.merchant().mchid));
  const { out_trade_no: _number, ...body } = aRefund(number, 10);

  const byNumber = await beside.other.post(paths.refunds, aRefund(number, 10));
  const byId = await beside.other.post(paths.refunds, { ...body, transaction_id: json.transaction_id });

  expect([byNumber.status, byNumber.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  expect([byId.status, byId.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
});

it.each<[what: string, field: string, more: Record<string, unknown>]>([
  ['no refund number', '/out_refund_no', { out_refund_no: undefined }],
  ['a refund number of 65', '/out_refund_no', { out_refund_no: 'r'.repeat(65) }],
  ['a refund number with a blank', '/out_refund_no', { out_refund_no: 'a b' }],
  ['neither number', '/out_trade_no', { out_trade_no: undefined }],
  ['no amount', '/amount', { amount: undefined }],
  ['nothing to give back', '/amount/refund', { amount: { refund: 0, total: 990, currency: 'CNY' } }],
  ['part of a fen', '/amount/refund', { amount: { refund: 0.5, total: 990, currency: 'CNY' } }],
  ['no currency', '/amount/currency', { amount: { refund: 1, total: 990 } }],
  ['a reason of 81 bytes', '/reason', { reason: '水'.repeat(27) }],
  ['another account', '/funds_account', { funds_account: 'UNSETTLED' }],
  ['an unknown field', '/refund_fee', { refund_fee: 1 }],
  ['a notify_url over http', '/notify_url', { notify_url: 'http://shop.example.com/a' }],
])('with %s is a wrong parameter', async (_what, field, more) => {
  const answer = await refund({ ...aRefund('order12345', 1), ...more });

  expect([answer.status, answer.json.code]).toEqual([400, 'PARAM_ERROR']);
  expect(at(answer.json, 'detail', 'field')).toBe(field);
});

it('takes a reason of 80 bytes', async () => {
  const number = await aPaidOrder(beside);

  expect((await refund(aRefund(number, 1, 990, { reason: `${'水'.repeat(26)}ab` }))).status).toBe(200);
});

it('waits for money when the balance is short, and then goes under the same number', async () => {
  const number = await aPaidOrder(beside);
  await beside.change('balance', { availableFen: 100 });
  const body = aRefund(number, 990);

  const short = await refund(body);
  const unknown = await queryRefund(body.out_refund_no);
  await beside.change('balance', { availableFen: 10_000 });
  const paid = await refund(body);

  expect([short.status, short.json.code]).toEqual([403, 'NOT_ENOUGH']);
  expect([unknown.status, unknown.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  expect(paid.status).toBe(200);
});

it('may have happened though the answer says 500', async () => {
  const number = await aPaidOrder(beside);
  const body = aRefund(number, 990);
  await beside.change('faults', { on: 'answer', kind: 'error500AfterWork', path: 'refunds' });

  const first = await refund(body);
  const again = await refund(body);

  expect([first.status, first.json.code]).toEqual([500, 'SYSTEM_ERROR']);
  expect(again.status).toBe(200);
  expect(at(await beside.look('ledger'), 'refunds', 'length')).toBe(1);
});

describe('that gets stuck', () => {
  const stuckOne = async () => {
    const number = await aPaidOrder(beside);
    await beside.change('refunds/next', { outcome: 'ABNORMAL' });
    const body = aRefund(number, 990, 990, { notify_url: `${beside.shop.url}/refund` });
    const { json } = await refund(body);
    await settle();
    return { body, refundId: String(json.refund_id) };
  };

  it('is sent again by a person and ends well', async () => {
    const { body, refundId } = await stuckOne();
    const stuck = await queryRefund(body.out_refund_no);

    const applied = await beside.client.post(`${paths.refunds}/${refundId}/apply-abnormal-refund`, {
      out_refund_no: body.out_refund_no,
      type: 'MERCHANT_BANK_CARD',
    });
    await settle();
    const done = await queryRefund(body.out_refund_no);

    expect(stuck.json.status).toBe('ABNORMAL');
    expect([applied.status, applied.json.status]).toEqual([200, 'PROCESSING']);
    expect(done.json.status).toBe('SUCCESS');
    expect(beside.shop.callbacks.map(({ json }) => json.event_type)).toEqual([
      'TRANSACTION.SUCCESS',
      'REFUND.ABNORMAL',
      'REFUND.SUCCESS',
    ]);
  });

  it('keeps its amount taken', async () => {
    const { body } = await stuckOne();
    beside.pass(minuteMs);

    const more = await refund(aRefund(body.out_trade_no, 1));

    expect(more.json.code).toBe('INVALID_REQUEST');
  });

  it('is applied for by its own numbers, and with a card when it goes to one', async () => {
    const { body, refundId } = await stuckOne();
    const path = `${paths.refunds}/${refundId}/apply-abnormal-refund`;

    const another = await beside.client.post(path, {
      out_refund_no: aNumber('r'),
      type: 'MERCHANT_BANK_CARD',
    });
    const cardless = await beside.client.post(path, {
      out_refund_no: body.out_refund_no,
      type: 'USER_BANK_CARD',
    });
    const unknown = await beside.client.post(path.replace(refundId, '501'), {
      out_refund_no: body.out_refund_no,
      type: 'MERCHANT_BANK_CARD',
    });

    expect(another.json.code).toBe('PARAM_ERROR');
    expect(cardless.json.code).toBe('PARAM_ERROR');
    expect(unknown.status).toBe(404);
  });

  it('is the only kind that can be applied for', async () => {
    const number = await aPaidOrder(beside);
    const body = aRefund(number, 990);
    const { json } = await refund(body);

    const answer = await beside.client.post(
      `${paths.refunds}/${String(json.refund_id)}/apply-abnormal-refund`,
      { out_refund_no: body.out_refund_no, type: 'MERCHANT_BANK_CARD' },
    );

    expect([answer.status, answer.json.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});

it('that is closed comes back to the merchant and leaves its amount', async () => {
  const number = await aPaidOrder(beside, 1_000);
  await beside.change('refunds/next', { outcome: 'CLOSED' });
  const body = aRefund(number, 1_000, 1_000);
  await refund(body);
  await settle();
  const afterClose = await balance();
  beside.pass(minuteMs);

  const another = await refund(aRefund(number, 1_000, 1_000));

  expect((await queryRefund(body.out_refund_no)).json.status).toBe('CLOSED');
  expect(afterClose).toBe(994);
  expect(another.status).toBe(200);
});
