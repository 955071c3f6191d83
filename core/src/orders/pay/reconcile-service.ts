import {
  addDays,
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../../platform';
import {
  type BillDay,
  type BillDifference,
  compareDay,
  comparedDays,
  type Difference,
  differencesOf,
  keepComparedDay,
  loadDifference,
  type Merchant,
  moveRefund,
  resolveDifference,
  type TradeBill,
} from '../../payments';
import type { Cashier } from './cashier';
import { settlePayment } from './settle-payment-service';

/** A day that was missed is caught up for so long; WeChat keeps bills for three months. */
const caughtUpDays = 14;
const shownDays = 90;

const nothing: TradeBill = {
  payments: [],
  refunds: [],
  stated: {
    rows: 0,
    settledFen: 0,
    refundFen: 0,
    refundCouponFen: 0,
    feeE5: 0,
    orderFen: 0,
    refundAskedFen: 0,
  },
  counted: {
    rows: 0,
    settledFen: 0,
    refundFen: 0,
    refundCouponFen: 0,
    feeE5: 0,
    orderFen: 0,
    refundAskedFen: 0,
  },
};

/** 对账: each day's payments and refunds against WeChat's own bill, difference by difference. */
export function reconcileService(platform: Platform, cashier: Cashier | null) {
  const { database, clock, newId, outbox, jobs } = platform;

  /** Takes the bill's word where that is all that is missing; true when it is settled so. */
  const mend = async (merchant: Merchant, difference: Difference): Promise<boolean> => {
    const at = clock.now();
    if (difference.kind === 'paidThereUnpaidHere' && difference.there) {
      const { outTradeNo, transactionId, amountFen, paidAt, openid } = difference.there;
      const facts = { transactionId, paidFen: amountFen, paidAt, payer: openid };
      const outcome = await database.transaction((tx) => settlePayment(tx, platform, outTradeNo, facts, at));
      return outcome === 'paid' || outcome === 'known';
    }
    if (difference.kind === 'refundStateDiffers' && cashier) {
      const told = await cashier.gateway.queryRefund(merchant, difference.outRefundNo);
      if (told.kind !== 'done') return false;
      const moved = await database.transaction((tx) => moveRefund(tx, newId, told.value, at));
      return moved === 'moved';
    }
    return false;
  };

  /** Null while the bill is being made, or nobody knows. */
  const compare = async (merchant: Merchant, day: Day): Promise<BillDay | null> => {
    const told = await cashier?.gateway.tradeBill(merchant, day);
    if (told?.kind !== 'done') return null;
    const bill = told.value ?? nothing;
    const found = await database.read((tx) => compareDay(tx, merchant.mchid, day, bill));
    const mended = new Set<Difference>();
    for (const difference of found.differences) {
      if (await mend(merchant, difference)) mended.add(difference);
    }
    const of = { merchantId: merchant.mchid, day, at: clock.now() };
    const kept = await database.transaction((tx) => keepComparedDay(tx, of, found, mended));
    outbox.poke();
    jobs.poke();
    return kept;
  };

  const merchants = () => [...new Map(cashier?.merchants.map((one) => [one.mchid, one])).values()];

  return {
    /** The days that were compared in the last 90, newest first. */
    billDays: (caller: Caller) =>
      database.read((tx) => comparedDays(tx, addDays(dayOf(caller.at), -shownDays))),

    /** Differences, newest first: HQ sees all of the channel's, another seller those of its own payments. */
    billDifferences: (
      caller: Caller,
      query: {
        readonly state?: BillDifference['state'] | undefined;
        readonly cursor?: string | undefined;
        readonly limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const after = query.cursor ? (readCursor(query.cursor, 'string', 'string') as [Day, string]) : null;
        const sellerId = caller.partyKind === 'hq' ? null : caller.partyId;
        const found = await differencesOf(tx, sellerId, query.state ?? null, after, query.limit + 1);
        return pageOf(found, query.limit, ({ day, id }) => [day, id]);
      }),

    /** Says how a difference was settled. @throws payments.differenceUnknown, payments.differenceSettled */
    resolveDifference: (
      caller: Caller,
      input: { readonly commandId: string; readonly differenceId: string; readonly note: string },
    ): Promise<BillDifference> =>
      database.transaction(async (tx) => {
        const { partyId, at } = caller;
        const found = await loadDifference(tx, input.differenceId);
        if (!found || (caller.partyKind !== 'hq' && found.sellerId !== partyId)) {
          throw new Refused('payments.differenceUnknown');
        }
        const command = {
          commandId: input.commandId,
          partyId,
          kind: 'payments.resolveDifference',
          input,
          at,
        };
        await answerOnce(tx, command, async () => {
          if (found.state !== 'open') throw new Refused('payments.differenceSettled');
          await resolveDifference(tx, found.id, input.note, caller.userName, at);
          return {};
        });
        return (await loadDifference(tx, found.id)) as BillDifference;
      }),

    /**
     * Compares a day now, with every merchant; one that was compared before is compared again.
     * @throws payments.notOffered, payments.billNotReady
     */
    async reconcileNow(caller: Caller, day: Day): Promise<readonly BillDay[]> {
      if (!cashier) throw new Refused('payments.notOffered');
      const isOver = day < dayOf(caller.at) && day >= addDays(dayOf(caller.at), -shownDays);
      if (!isOver) throw new Refused('payments.billNotReady');
      const kept: BillDay[] = [];
      for (const merchant of merchants()) {
        const one = await compare(merchant, day);
        if (!one) throw new Refused('payments.billNotReady');
        kept.push(one);
      }
      return kept;
    },

    /** Each day at ten, when bills are there; a day whose bill is late is tried again. */
    reconcileJob(): JobDefinition {
      return {
        name: 'payments.reconcile',
        every: { dailyAt: '10:05' },
        run: async () => {
          const today = dayOf(clock.now());
          const since = addDays(today, -caughtUpDays);
          const done = await database.read((tx) => comparedDays(tx, since));
          const known = new Set(done.map(({ merchantId, day }) => `${merchantId} ${day}`));
          let late = 0;
          for (let day = since; day < today; day = addDays(day, 1)) {
            for (const merchant of merchants()) {
              if (known.has(`${merchant.mchid} ${day}`)) continue;
              if (!(await compare(merchant, day))) late += 1;
            }
          }
          if (late > 0) throw new Error(`${late} bills are not there yet`);
        },
      };
    },
  };
}
