import { createHash } from 'node:crypto';
import { aLine, writeTradeBill } from '../bills/testing';
import { pretendedWechat, type Told } from './testing';

const file = writeTradeBill([aLine()]);
const sha1Of = (text: string) => createHash('sha1').update(text).digest('hex');
const address = 'https://api.mch.weixin.qq.com/v3/billdownload/file?token=6Lj9kLHnGbJF';
const announcement = (over: object = {}): Told => ({
  json: { hash_type: 'SHA1', hash_value: sha1Of(file), download_url: address, ...over },
});

const theFile: Told = { raw: file, unsigned: true };
const aShop = (announced: Told, download = theFile) =>
  pretendedWechat(({ path }) => (path.startsWith('/v3/billdownload/') ? download : announced));

it('fetches the file from where the answer says, signed like any request', async () => {
  const { gateway, merchant, requests } = aShop(announcement());

  const outcome = await gateway.tradeBill(merchant, '2026-01-02');

  expect(outcome).toMatchObject({ kind: 'done', value: { payments: [{ amountFen: 990 }], refunds: [] } });
  expect(requests.map(({ path }) => path)).toEqual([
    '/v3/bill/tradebill?bill_date=2026-01-02&bill_type=ALL',
    '/v3/billdownload/file?token=6Lj9kLHnGbJF',
  ]);
});

it('takes the hash in capitals as well', async () => {
  const { gateway, merchant } = aShop(announcement({ hash_value: sha1Of(file).toUpperCase() }));

  expect((await gateway.tradeBill(merchant, '2026-01-02')).kind).toBe('done');
});

it.each(['NO_STATEMENT_EXIST', 'NOSTATEMENTEXIST'])(
  'has no bill of a day without trade (%s)',
  async (code) => {
    const { gateway, merchant } = aShop({ status: 400, json: { code, message: '账单文件不存在' } });

    expect(await gateway.tradeBill(merchant, '2026-01-02')).toEqual({ kind: 'done', value: null });
    expect(await gateway.fundFlowBill(merchant, '2026-01-02')).toEqual({ kind: 'done', value: null });
  },
);

it.each<[string, Told, Told]>([
  ['is being made', { status: 400, json: { code: 'STATEMENT_CREATING' } }, theFile],
  ['was altered on its way', announcement(), { raw: file.replaceAll('9.90', '0.90'), unsigned: true }],
  [
    'is a page',
    announcement({ hash_value: sha1Of('<html>') }),
    { raw: '<html>', unsigned: true, headers: { 'content-type': 'text/html' } },
  ],
  [
    'lies on somebody else’s host',
    announcement({ download_url: 'https://api.mch.weixin.qq.com.evil.example/v3/billdownload/file' }),
    theFile,
  ],
  [
    'lies elsewhere at WeChat',
    announcement({ download_url: 'https://api.mch.weixin.qq.com/v3/refund' }),
    theFile,
  ],
  ['is hashed otherwise', announcement({ hash_type: 'MD5' }), theFile],
  ['is announced without a signature', { ...announcement(), unsigned: true }, theFile],
])('does not know when the bill %s', async (_, announced, download) => {
  const { gateway, merchant } = aShop(announced, download);

  expect((await gateway.tradeBill(merchant, '2026-01-02')).kind).toBe('unknown');
});

it('asks once for a bill that is being made', async () => {
  const { gateway, merchant, requests } = aShop({ status: 400, json: { code: 'STATEMENT_CREATING' } });

  await gateway.tradeBill(merchant, '2026-01-02');

  expect(requests).toHaveLength(1);
});

it.each([
  'https://evil.example/v3/billdownload/file?token=1',
  'https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/R1',
])('signs no request for %s', async (elsewhere) => {
  const { gateway, merchant, requests } = aShop(announcement({ download_url: elsewhere }));

  await gateway.tradeBill(merchant, '2026-01-02');

  expect(requests.every(({ path }) => path.startsWith('/v3/bill/'))).toBe(true);
});

it('is refused what belongs to another merchant', async () => {
  const { gateway, merchant } = aShop(announcement(), {
    status: 403,
    json: { code: 'NO_AUTH', message: '无权限' },
    unsigned: true,
  });

  expect(await gateway.tradeBill(merchant, '2026-01-02')).toMatchObject({ kind: 'refused', code: 'NO_AUTH' });
});
