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
  startOfDay,
} from '../../platform';
import {
  type BillDay,
  type BillDifference,
  compareDay,
  comparedDays,
  differencesOf,
  firstPaidAt,
  type FoundDifference,
  type FundFlowBill,
  loadDifference,
  type Merchant,
  moveRefund,
  settleByHouse,
  settleByPerson,
  type TradeBill,
} from '../../payments';
import type { Cashier } from './cashier';
import { settlePayment } from './settle-payment-service';

/** WeChat keeps bills for three months; what was missed is caught up. */
const keptDays = 89;

/** When the bill of the day before is there, after the beginning of a day. */
const readyMs = (10 * 60 + 5) * 60_000;
const halfAnHourMs = 30 * 60_000;

const noSums = {
  rows: 0,
  settledFen: 0,
  refundFen: 0,
  refundCouponFen: 0,
  feeE5: 0,
  orderFen: 0,
  refundAskedFen: 0,
};
const nothingMoved = { rows: 0, inRows: 0, inFen: 0, outRows: 0, outFen: 0 };
const noFlows: FundFlowBill = { flows: [], stated: nothingMoved, counted: nothingMoved };
const emptyBill: TradeBill = { payments: [], refunds: [], stated: noSums, counted: noSums };

/** 对账: each day's payments and refunds against WeChat's own bill, difference by difference. */
export function reconcileService(platform: Platform, cashier: Cashier | null) {
  const { database, clock, newId, outbox, jobs, log } = platform;

  /** Takes the word of the bill, or of an answer, where that is all that is missing. */
  const mend = async (merchant: Merchant, { kept, difference }: FoundDifference): Promise<void> => {
    const note = '已按微信支付的结果更新';
    if (difference.kind === 'paidThereUnpaidHere' && difference.there) {
      const { outTradeNo, transactionId, amountFen, paidAt, openid } = difference.there;
      const facts = { transactionId, paidFen: amountFen, paidAt, payer: openid };
      await database.transaction(async (tx) => {
        const at = clock.now();
        const outcome = await settlePayment(tx, platform, outTradeNo, facts, at);
        if (outcome === 'paid' || outcome === 'known') await settleByHouse(tx, kept.id, note, at);
      });
    }
    if ((difference.kind === 'refundStateDiffers' || difference.kind === 'refundMissingThere') && cashier) {
      const told = await cashier.gateway.queryRefund(merchant, difference.outRefundNo);
      if (told.kind !== 'done') return;
      await database.transaction(async (tx) => {
        const at = clock.now();
        const outcome = await moveRefund(tx, newId, told.value, at);
        if (outcome === 'moved' || outcome === 'known') await settleByHouse(tx, kept.id, note, at);
      });
    }
  };

  /** Null while the bill is being made, or nobody knows. */
  const compare = async (merchant: Merchant, day: Day): Promise<BillDay | null> => {
    const told = await cashier?.gateway.tradeBill(merchant, day);
    if (told?.kind !== 'done') return null;
    const moved = await cashier?.gateway.fundFlowBill(merchant, day);
    // One that is being made is waited for; a merchant that may not have it is compared without.
    if (!moved || moved.kind === 'unknown') return null;
    const ofDay = { merchantId: merchant.mchid, day };
    if (moved.kind === 'refused') log.warn({ ...ofDay, code: moved.code }, 'no fund-flow bill is to be had');
    const flows = moved.kind === 'done' ? (moved.value ?? noFlows) : null;
    const bills = { trades: told.value ?? emptyBill, flows };
    const { kept, open } = await database.transaction((tx) => compareDay(tx, ofDay, bills, clock.now()));
    for (const found of open) {
      // One that cannot be mended stays open for a person, and keeps nothing else from being compared.
      await mend(merchant, found).catch((error: unknown) => {
        const code = error instanceof Refused ? error.code : 'failed';
        log.warn({ ...ofDay, differenceId: found.kept.id, code }, 'a difference to the bill is left open');
      });
    }
    outbox.poke();
    jobs.poke();
    return kept;
  };

  /** Each merchant once, of one seller or of all. */
  const merchantsOf = (caller: Pick<Caller, 'partyId' | 'partyKind'> | null): readonly Merchant[] => {
    const own = (cashier?.merchants ?? []).filter(
      ({ sellerId }) => caller === null || caller.partyKind === 'hq' || sellerId === caller.partyId,
    );
    return [...new Map(own.map((one) => [one.mchid, one])).values()];
  };

  /** The days of a merchant that have a bill and were not compared. */
  const missedDays = async ({ mchid }: Merchant): Promise<readonly Day[]> => {
    const today = dayOf(clock.now());
    const oldest = addDays(today, -keptDays);
    const { done, firstAt } = await database.read(async (tx) => ({
      done: await comparedDays(tx, [mchid], oldest),
      firstAt: await firstPaidAt(tx, mchid),
    }));
    if (firstAt === null) return [];
    const known = new Set(done.map(({ day }) => day));
    const missed: Day[] = [];
    const first = dayOf(firstAt);
    for (let day = first > oldest ? first : oldest; day < today; day = addDays(day, 1)) {
      if (!known.has(day)) missed.push(day);
    }
    return missed;
  };

  return {
    /** The days that were compared, newest first: HQ sees every merchant, a seller its own. */
    billDays: (caller: Caller) => {
      const merchantIds = merchantsOf(caller).map(({ mchid }) => mchid);
      return database.read((tx) => comparedDays(tx, merchantIds, addDays(dayOf(caller.at), -keptDays)));
    },

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
        const { partyId, at, userName } = caller;
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
          const isSettled = await settleByPerson(tx, found.id, input.note, userName, at);
          if (!isSettled) throw new Refused('payments.differenceSettled');
          return {};
        });
        return (await loadDifference(tx, found.id)) as BillDifference;
      }),

    /**
     * Compares a day now, with each merchant the caller sees; one that was compared before is compared again.
     * @throws payments.notOffered, payments.billNotReady
     */
    async reconcileNow(caller: Caller, day: Day): Promise<readonly BillDay[]> {
      const merchants = merchantsOf(caller);
      if (merchants.length === 0) throw new Refused('payments.notOffered');
      const today = dayOf(caller.at);
      if (day >= today || day < addDays(today, -keptDays)) throw new Refused('payments.billNotReady');
      const kept: BillDay[] = [];
      for (const merchant of merchants) {
        const one = await compare(merchant, day);
        if (!one) throw new Refused('payments.billNotReady');
        kept.push(one);
      }
      return kept;
    },

    /** Each half hour from ten on, until every day that is over has been compared. */
    reconcileJob(): JobDefinition {
      return {
        name: 'payments.reconcile',
        every: { ms: halfAnHourMs },
        run: async ({ signal }) => {
          const at = clock.now();
          if (at < startOfDay(dayOf(at)) + readyMs) return;
          for (const merchant of merchantsOf(null)) {
            for (const day of await missedDays(merchant)) {
              if (signal.aborted) return;
              await compare(merchant, day);
            }
          }
        },
      };
    },
  };
}
