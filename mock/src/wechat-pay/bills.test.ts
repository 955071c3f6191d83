import { gunzipSync } from 'node:zlib';
import {
  type Beside,
  aPaidOrder,
  aRefund,
  aStandIn,
  at,
  fenOf,
  noon,
  paths,
  readBill,
  sha1,
  stopAll,
} from '../testing';
import { readBillDay } from './bills/bill-day';
import { yuan } from './bills/yuan';
import { feeOf } from './fees';

const hourMs = 3_600_000;
const morningAfter = 24 * hourMs - 2 * hourMs;
const today = '2026-03-10';

let beside: Beside;
beforeEach(async () => {
  beside = await aStandIn();
});
afterEach(stopAll);

const trade = (day = today, more = '') => beside.client.get(`/v3/bill/tradebill?bill_date=${day}${more}`);
const fund = (day = today, more = '') => beside.client.get(`/v3/bill/fundflowbill?bill_date=${day}${more}`);
/** Swaps the origin only: what is signed is the path with its query. */
const pathOf = (downloadUrl: unknown) => {
  const url = new URL(String(downloadUrl));
  return `${url.pathname}${url.search}`;
};
const download = async (answer: { json: Record<string, unknown> | Readonly<Record<string, unknown>> }) => {
  const file = await beside.client.get(pathOf(answer.json.download_url));
  expect(file.status).toBe(200);
  expect(sha1(file.bytes)).toBe(answer.json.hash_value);
  return file;
};
const refund = (number: string, fen: number, total: number) =>
  beside.client.post(paths.refunds, aRefund(number, fen, total));

const columns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';

describe('the day of a bill', () => {
  it('is over, and its bill made at ten the next morning', () => {
    const tenOClock = Date.parse('2026-03-11T10:00:00+08:00');

    expect(() => readBillDay(today, tenOClock - 1)).toThrow(
      expect.objectContaining({ code: 'STATEMENT_CREATING' }),
    );
    expect(readBillDay(today, tenOClock)).toEqual({
      from: Date.parse('2026-03-10T00:00:00+08:00'),
      to: Date.parse('2026-03-11T00:00:00+08:00'),
      madeAt: tenOClock,
    });
  });

  it.each([
    ['today', today],
    ['tomorrow', '2026-03-11'],
    ['over three months ago', '2025-12-09'],
    ['no day of the calendar', '2026-02-30'],
    ['written otherwise', '20260309'],
    ['nothing', ''],
  ])('is refused when it is %s', (_what, day) => {
    expect(() => readBillDay(day, noon)).toThrow(expect.objectContaining({ code: 'PARAM_ERROR' }));
  });

  it('goes back three months', () => {
    expect(readBillDay('2025-12-10', noon).from).toBe(Date.parse('2025-12-10T00:00:00+08:00'));
  });
});

it.each([
  [0, 2, '0.00'],
  [5, 2, '0.05'],
  [990, 2, '9.90'],
  [-6, 5, '-0.06000'],
  [2_147_483_647, 2, '21474836.47'],
])('%i fen with %i places is %s', (fen, places, text) => {
  expect(yuan(fen, places)).toBe(text);
});

describe('a trade bill', () => {
  it('of a payment says what was paid, in the published columns', async () => {
    const number = await aPaidOrder(beside, 990, { description: '水,24 瓶', attach: 'pack' });
    beside.pass(morningAfter);

    const offered = await trade();
    const bill = readBill((await download(offered)).bytes);

    expect(offered.json).toEqual({
      hash_type: 'SHA1',
      hash_value: expect.stringMatching(/^[0-9a-f]{40}$/),
      download_url: expect.stringMatching(
        /^https:\/\/api\.mch\.weixin\.qq\.com\/v3\/billdownload\/file\?token=\w+$/,
      ),
    });
    expect(bill.names.join()).toBe(columns);
    expect(bill.rows).toEqual([
      expect.objectContaining({
        交易时间: '2026-03-10 12:00:00',
        商户号: '1900000001',
        特约商户号: '0',
        商户订单号: number,
        交易类型: 'NATIVE',
        交易状态: 'SUCCESS',
        付款银行: 'OTHERS',
        货币种类: 'CNY',
        应结订单金额: '9.90',
        微信退款单号: '0',
        退款金额: '0.00',
        退款类型: '',
        商品名称: '水,24 瓶',
        商户数据包: 'pack',
        手续费: '0.06000',
        费率: '0.60%',
        订单金额: '9.90',
        申请退款金额: '0.00',
      }),
    ]);
    expect(bill.summary).toEqual({
      总交易单数: '1',
      应结订单总金额: '9.90',
      退款总金额: '0.00',
      充值券退款总金额: '0.00',
      手续费总金额: '0.06000',
      订单总金额: '9.90',
      申请退款总金额: '0.00',
    });
  });

  it('begins with a BOM, and every cell with a backtick', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);

    const { text } = await download(await trade());

    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(
      text
        .split('\r\n')[1]
        ?.split(',')
        .every((cell) => cell.startsWith('`')),
    ).toBe(true);
  });

  it('adds up with the ledger, by kind and by day', async () => {
    const totals = [990, 1, 83, 123_456, 1_000];
    const numbers: string[] = [];
    for (const total of totals) numbers.push(await aPaidOrder(beside, total));
    for (const [index, fen] of [333, 1, 40, 100_000].entries()) {
      expect((await refund(numbers[index]!, fen, totals[index]!)).status).toBe(200);
    }
    beside.pass(60_000);
    expect((await refund(numbers[0]!, 657, 990)).status).toBe(200);
    beside.pass(morningAfter);

    const all = readBill((await download(await trade())).bytes);
    const paid = readBill((await download(await trade(today, '&bill_type=SUCCESS'))).bytes);
    const back = readBill((await download(await trade(today, '&bill_type=REFUND'))).bytes);
    const flows = readBill((await download(await fund())).bytes);
    const ledger = await beside.look('ledger?mchid=1900000001');

    const paidFen = totals.reduce((sum, total) => sum + total, 0);
    const backFen = 333 + 1 + 40 + 100_000 + 657;
    expect([paid.rows.length, back.rows.length, all.rows.length]).toEqual([5, 5, 10]);
    expect(fenOf(all.summary.订单总金额)).toBe(paidFen);
    expect(fenOf(all.summary.退款总金额)).toBe(backFen);
    expect(fenOf(paid.summary.订单总金额)).toBe(paidFen);
    expect(fenOf(back.summary.申请退款总金额)).toBe(backFen);
    const feeFen = fenOf(all.summary.手续费总金额);
    const feesBack = feeOf(990) + feeOf(1) + feeOf(40) + feeOf(100_000);
    expect(feeFen).toBe(totals.reduce((sum, total) => sum + feeOf(total), 0) - feesBack);
    const balanceFen = at(ledger, 'balances', '0', 'availableFen');
    expect(balanceFen).toBe(paidFen - backFen - feeFen);
    expect(fenOf(flows.summary.收入金额) - fenOf(flows.summary.支出金额)).toBe(balanceFen);
    expect(fenOf(flows.rows.at(-1)?.['账户结余(元)'])).toBe(balanceFen);
    expect(flows.rows).toHaveLength((at(ledger, 'flows') as unknown[]).length);
  });

  it('shows a refund as it stood when the bill was made, and never later', async () => {
    const number = await aPaidOrder(beside, 1_000);
    await beside.change('refunds/next', { outcome: 'ABNORMAL' });
    await beside.change('settings', { refundMs: 30 * hourMs });
    await refund(number, 400, 1_000);
    beside.pass(morningAfter);
    const before = (await download(await trade())).text;
    beside.pass(24 * hourMs);
    await beside.deliver();
    const after = (await download(await trade())).text;

    const row = readBill(Buffer.from(before)).rows.find((one) => one.交易状态 === 'REFUND');
    expect(row).toMatchObject({
      退款金额: '4.00',
      退款状态: 'PROCESSING',
      退款类型: 'ORIGINAL',
      订单金额: '0.00',
      申请退款金额: '4.00',
    });
    expect(after).toBe(before);
  });

  it.each([
    ['SUCCESS', 'SUCCESS'],
    ['ABNORMAL', 'CHANGE'],
    ['CLOSED', 'FAIL'],
  ])('calls a refund that is %s by %s', async (outcome, status) => {
    const number = await aPaidOrder(beside, 1_000);
    await beside.change('refunds/next', { outcome });
    await refund(number, 400, 1_000);
    beside.pass(3_000);
    await beside.deliver();
    beside.pass(morningAfter);

    const bill = readBill((await download(await trade(today, '&bill_type=REFUND'))).bytes);

    expect(bill.rows[0]?.退款状态).toBe(status);
    expect(bill.names).toEqual(expect.arrayContaining(['退款申请时间', '退款成功时间']));
  });

  it('of a day shows payments of that day and refunds of that day', async () => {
    const number = await aPaidOrder(beside, 1_000);
    beside.pass(24 * hourMs);
    await refund(number, 400, 1_000);
    beside.pass(morningAfter);

    const first = readBill((await download(await trade(today))).bytes);
    const second = readBill((await download(await trade('2026-03-11'))).bytes);

    expect(first.rows.map((row) => row.交易状态)).toEqual(['SUCCESS']);
    expect(second.rows.map((row) => row.交易状态)).toEqual(['REFUND']);
  });

  it('of a day without anything does not exist', async () => {
    beside.pass(24 * hourMs);
    for (const answer of [await trade(), await fund(), await trade('2026-03-01')]) {
      expect([answer.status, answer.json.code]).toEqual([400, 'NO_STATEMENT_EXIST']);
    }
  });

  it('shows a merchant its own and nobody else’s', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);

    const others = await beside.other.get(`/v3/bill/tradebill?bill_date=${today}`);

    expect(others.json.code).toBe('NO_STATEMENT_EXIST');
  });

  it.each([
    ['another type', '&bill_type=SOME'],
    ['another packing', '&tar_type=ZIP'],
    ['a word nobody knows', '&sub_mchid=1'],
  ])('with %s is refused', async (_what, more) => {
    beside.pass(morningAfter);

    const answer = await trade(today, more);

    expect([answer.status, answer.json.code]).toEqual([400, 'PARAM_ERROR']);
  });

  it('is not there before ten', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter - 1);

    const answer = await trade();

    expect([answer.status, answer.json.code]).toEqual([400, 'STATEMENT_CREATING']);
  });
});

describe('a fund-flow bill', () => {
  it('shows top-ups and withdrawals as well', async () => {
    await aPaidOrder(beside, 10_000);
    await beside.change('balance', { availableFen: 500 });
    await beside.change('balance', { availableFen: 700 });
    beside.pass(morningAfter);

    const bill = readBill((await download(await fund())).bytes);

    expect(bill.names.join()).toBe(
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号',
    );
    expect(bill.rows.map((row) => [row.业务名称, row.收支类型, row['收支金额(元)']])).toEqual([
      ['交易', '收入', '100.00'],
      ['扣除交易手续费', '支出', '0.60'],
      ['提现', '支出', '94.40'],
      ['充值', '收入', '2.00'],
    ]);
    expect(bill.summary).toEqual({
      资金流水总笔数: '4',
      收入笔数: '2',
      收入金额: '102.00',
      支出笔数: '2',
      支出金额: '95.00',
    });
  });

  it.each(['OPERATION', 'FEES'])('of the account %s is empty', async (account) => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);

    expect((await fund(today, `&account_type=${account}`)).json.code).toBe('NO_STATEMENT_EXIST');
  });
});

describe('a download', () => {
  it('comes packed when it was asked for so; the hash is of what is inside', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);

    const offered = await trade(today, '&tar_type=GZIP');
    const file = await beside.client.get(pathOf(offered.json.download_url));

    expect(file.headers['content-type']).toBe('application/x-gzip');
    expect(sha1(gunzipSync(file.bytes))).toBe(offered.json.hash_value);
  });

  it('is plain text without a signature', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);

    const { headers } = await download(await trade());

    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(Object.keys(headers).filter((name) => name.startsWith('wechatpay-'))).toEqual([]);
  });

  it('is for the merchant who asked, for five minutes, and signed', async () => {
    await aPaidOrder(beside);
    beside.pass(morningAfter);
    const path = pathOf((await trade()).json.download_url);

    const unsigned = await beside.client.get(path, { headers: { Authorization: null } });
    const others = await beside.other.get(path);
    beside.pass(5 * 60_000);
    const inTime = await beside.client.get(path);
    beside.pass(1);
    const late = await beside.client.get(path);
    const madeUp = await beside.client.get('/v3/billdownload/file?token=none');

    expect([unsigned.status, unsigned.json.code]).toEqual([401, 'SIGN_ERROR']);
    expect([others.status, others.json.code]).toEqual([403, 'NO_AUTH']);
    expect(inTime.status).toBe(200);
    expect([late.status, late.json.code]).toEqual([400, 'INVALID_REQUEST']);
    expect([madeUp.status, madeUp.json.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});
