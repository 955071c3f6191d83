import { readFileSync } from 'node:fs';
import { addDays, type Day, type Fen, silentLog, sum } from '@tongpan/core';
import type { Payment, Refund } from '@tongpan/core/src/payments/model';
import { paymentTable, refundTable } from '@tongpan/core/src/payments/tables';
import { wechatGateway } from '@tongpan/core/src/payments/wechat/gateway';
import type { Database } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { wechatConfigSchema } from '@tongpan/core/src/platform/wechat/config';
import type { StandInProcess } from '../../engines/stand-in';

interface Theirs {
  readonly orders: readonly {
    readonly outTradeNo: string;
    readonly state: string;
    readonly totalFen: Fen;
    readonly transactionId: string | null;
  }[];
  readonly refunds: readonly {
    readonly outRefundNo: string;
    readonly status: string;
    readonly refundFen: Fen;
  }[];
}

export interface Compared {
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  readonly wrongs: readonly string[];
}

/** Our payments and refunds, the stand-in's, and the bills of the days: whatever one of them says otherwise is wrong. */
export async function compareLedgers(
  database: Database,
  standIn: StandInProcess,
  { from, until, now }: { readonly from: Day; readonly until: Day; readonly now: () => number },
): Promise<Compared> {
  const { payments, refunds } = await database.read(async (tx) => ({
    payments: await sqlOf(tx).select(paymentTable, 'ORDER BY id', []),
    refunds: await sqlOf(tx).select(refundTable, 'ORDER BY id', []),
  }));
  const theirs = await standIn.control<Theirs>('ledger');
  const billed = await billsOf(standIn, from, until, now);
  return {
    paidFen: sum(payments.map(({ paidFen }) => paidFen)),
    refundedFen: sum(payments.map(({ refundedFen }) => refundedFen)),
    wrongs: [
      ...stillUnderWay(payments, refunds),
      ...differ('payment', ourPayments(payments), theirPayments(theirs)),
      ...differ('payment in the bill', ourPayments(payments), billed.payments),
      ...differ('refund', ourRefunds(refunds), theirRefunds(theirs)),
      ...differ('refund in the bill', ourRefunds(refunds), billed.refunds),
    ],
  };
}

type Sheet = ReadonlyMap<string, string>;

const ourPayments = (payments: readonly Payment[]): Sheet =>
  new Map(
    payments.flatMap(({ id, state, paidFen }) => (state === 'paid' ? [[id, String(paidFen)] as const] : [])),
  );
const theirPayments = ({ orders }: Theirs): Sheet =>
  new Map(
    orders.flatMap(({ outTradeNo, transactionId, totalFen }) =>
      transactionId === null ? [] : [[outTradeNo, String(totalFen)] as const],
    ),
  );
const ourRefunds = (refunds: readonly Refund[]): Sheet =>
  new Map(
    refunds.flatMap(({ id, state, amountFen }) => (state === 'succeeded' ? [[id, String(amountFen)]] : [])),
  );
const theirRefunds = ({ refunds }: Theirs): Sheet =>
  new Map(
    refunds.flatMap(({ outRefundNo, status, refundFen }) =>
      status === 'SUCCESS' ? [[outRefundNo, String(refundFen)] as const] : [],
    ),
  );

function differ(what: string, ours: Sheet, theirs: Sheet): string[] {
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])];
  return ids.flatMap((id) =>
    ours.get(id) === theirs.get(id)
      ? []
      : [`${what} ${id}: ours ${ours.get(id) ?? 'none'}, theirs ${theirs.get(id) ?? 'none'}`],
  );
}

function stillUnderWay(payments: readonly Payment[], refunds: readonly Refund[]): string[] {
  return [
    ...payments.flatMap(({ id, state }) =>
      state === 'open' || state === 'mismatched' ? [`payment ${id} is ${state} in the end`] : [],
    ),
    ...refunds.flatMap(({ id, state, refusal }) =>
      state === 'succeeded' ? [] : [`refund ${id} is ${state} in the end (${refusal})`],
    ),
  ];
}

/** What the bills of all days say, downloaded, checked and read as in earnest. */
async function billsOf(standIn: StandInProcess, from: Day, until: Day, now: () => number) {
  const config = wechatConfigSchema.parse(JSON.parse(readFileSync(standIn.configFile, 'utf8')));
  const [merchant] = config.merchants;
  if (!merchant) throw new Error('the stand-in has no merchant');
  const gateway = wechatGateway({
    payUrl: config.payUrl,
    webAppid: config.h5.appid,
    clock: { now },
    log: silentLog,
  });
  const payments = new Map<string, string>();
  const refunds = new Map<string, string>();
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const bill = await gateway.tradeBill(merchant, day);
    if (bill.kind !== 'done') throw new Error(`no bill of ${day}: ${JSON.stringify(bill)}`);
    for (const { outTradeNo, amountFen } of bill.value?.payments ?? [])
      payments.set(outTradeNo, String(amountFen));
    for (const { outRefundNo, refundFen } of bill.value?.refunds ?? [])
      refunds.set(outRefundNo, String(refundFen));
  }
  return { payments, refunds };
}
