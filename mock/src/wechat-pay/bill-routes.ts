import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { World } from '../world';
import { readBillDay } from './bills/bill-day';
import { fundFlowBill } from './bills/fund-flow-bill';
import type { BillTokens } from './bills/tokens';
import { tradeBill } from './bills/trade-bill';
import { readBy } from './read-body';
import { PayRefused } from './refusal';
import type { PayAnswer, PayCall, PayHandler } from './serve';

const TarType = z.literal('GZIP').optional();
const TradeQuery = z.strictObject({
  bill_date: z.string(),
  bill_type: z.enum(['ALL', 'SUCCESS', 'REFUND']).default('ALL'),
  tar_type: TarType,
});
const FundFlowQuery = z.strictObject({
  bill_date: z.string(),
  account_type: z.enum(['BASIC', 'OPERATION', 'FEES']).default('BASIC'),
  tar_type: TarType,
});

/** The address the real service gives; whoever talks to a stand-in changes its origin after signing. */
const downloadUrl = (token: string) => `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${token}`;

function offer(
  tokens: BillTokens,
  file: Buffer | null,
  isGzip: boolean,
  { merchant, at }: PayCall,
): PayAnswer {
  if (!file) throw new PayRefused('NO_STATEMENT_EXIST', '请求的账单文件不存在');
  return {
    status: 200,
    body: {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(file).digest('hex'),
      download_url: downloadUrl(tokens.issue(merchant.mchid, file, isGzip, at)),
    },
  };
}

export const tradeBillOf =
  (world: World, tokens: BillTokens): PayHandler =>
  (call) => {
    const asked = readBy(TradeQuery, call.query, 'uri');
    const day = readBillDay(asked.bill_date, call.at);
    const { orders, refunds } = world.book.saved();
    const isOwn = ({ mchid }: { mchid: string }) => mchid === call.merchant.mchid;
    const own = { orders: orders.filter(isOwn), refunds: refunds.filter(isOwn) };
    return offer(tokens, tradeBill(own, asked.bill_type, day), asked.tar_type === 'GZIP', call);
  };

export const fundFlowBillOf =
  (world: World, tokens: BillTokens): PayHandler =>
  (call) => {
    const asked = readBy(FundFlowQuery, call.query, 'uri');
    const day = readBillDay(asked.bill_date, call.at);
    // All money moves on the basic account; the other two stay empty.
    const flows = asked.account_type === 'BASIC' ? world.book.flows() : [];
    const own = flows.filter(({ mchid }) => mchid === call.merchant.mchid);
    return offer(tokens, fundFlowBill(own, day), asked.tar_type === 'GZIP', call);
  };

export const downloadBill =
  (tokens: BillTokens): PayHandler =>
  ({ merchant, query, at }) => {
    const { file, isGzip } = tokens.redeem(query.token ?? '', merchant.mchid, at);
    return {
      status: 200,
      file: isGzip
        ? { bytes: gzipSync(file), type: 'application/x-gzip' }
        : { bytes: file, type: 'text/plain' },
    };
  };
