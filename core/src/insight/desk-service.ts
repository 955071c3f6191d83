import { countCreditRequests, countOverdue } from '../credit';
import { countAfterSales, countFailedUploads, countHolds } from '../orders';
import { countApplications, countRebindings } from '../partners';
import { countAwaitedReturns, countStuckMoney } from '../payments';
import { addDays, type Caller, type Day, dayOf, type Instant, type Platform, type Tx } from '../platform';
import { countDisplayClaims } from '../promotions';
import { countExpiryAlerts } from '../stock';
import type { HourFigures, OrderFigures } from './model';
import { hourOf } from './share-of-order';
import { insightStore } from './store';
import { sumOrders } from './sum-orders';

/** Something that waits for the caller's desk. */
export interface Waiting {
  /** Such as `hold.credit`, `alerts`, `overdueBills`: what it is, for the words and the way there. */
  readonly kind: string;
  readonly count: number;
  /** Of those, the ones whose time is over. */
  readonly overdue: number;
  /** When the first of them is due; null where there is no time. */
  readonly firstDueAt: Instant | null;
  /** The money it is about; null where it is about none. */
  readonly amountFen: number | null;
}

/** Today so far beside the same weekday a week ago, up to the same hour. */
export interface SalesToday {
  /** `own`: what we sell. `channel`: what our distributors sell; HQ alone has one. */
  readonly side: 'own' | 'channel';
  readonly today: OrderFigures;
  readonly lastWeek: OrderFigures;
  readonly hours: readonly {
    readonly hour: number;
    readonly todayFen: number;
    readonly lastWeekFen: number;
  }[];
}

export interface Desk {
  readonly day: Day;
  readonly waiting: readonly Waiting[];
  readonly sales: readonly SalesToday[];
}

/** What others on this floor know of that waits; whoever puts the house together says how to ask them. */
export interface DeskAround {
  /** Messages that did not get to people's WeChat. */
  readonly countFailedSends: (tx: Tx) => Promise<number>;
}

/** 工作台: what waits for the caller's desk, and how today goes. */
export function deskService({ database, jobs, outbox }: Platform, around: DeskAround) {
  return {
    desk: async (caller: Caller): Promise<Desk> => {
      const day = dayOf(caller.at);
      const isHq = caller.partyKind === 'hq';
      const desk = await database.read(async (tx) => ({
        waiting: await waitingFor(tx, caller, day, around),
        sales: [
          await salesToday(tx, 'own', caller.partyId, caller.at),
          ...(isHq ? [await salesToday(tx, 'channel', caller.partyId, caller.at)] : []),
        ],
      }));
      const works = isHq && caller.roles.includes('owner') ? await stoppedWork({ jobs, outbox }) : [];
      return { day, waiting: [...desk.waiting, ...works], sales: desk.sales };
    },
  };
}

const has = ({ roles }: Caller, role: Caller['roles'][number]) =>
  roles.includes('owner') || roles.includes(role);

/** Only what somebody of these roles can do something about. */
async function waitingFor(tx: Tx, caller: Caller, day: Day, around: DeskAround): Promise<readonly Waiting[]> {
  const { partyId } = caller;
  const isHq = caller.partyKind === 'hq';
  const waiting: Waiting[] = [];
  const add = (kind: string, count: number, more: Partial<Omit<Waiting, 'kind' | 'count'>> = {}) => {
    if (count > 0) waiting.push({ kind, count, overdue: 0, firstDueAt: null, amountFen: null, ...more });
  };
  if (has(caller, 'reviewer')) {
    for (const { kind, open, overdue, firstDueAt } of await countHolds(tx, caller))
      add(`hold.${kind}`, open, { overdue, firstDueAt });
    for (const { state, count, firstAt } of await countAfterSales(tx, partyId))
      add(`afterSales.${state}`, count, { firstDueAt: firstAt });
  }
  if (has(caller, 'warehouse')) {
    const { open, overdue } = await countExpiryAlerts(tx, partyId, caller.at);
    add('alerts', open, { overdue });
  }
  if (has(caller, 'finance')) {
    const bills = await countOverdue(tx, partyId, day);
    add('overdueAccounts', bills.accounts, { overdue: bills.accounts, amountFen: bills.overdueFen });
    const stuck = await countStuckMoney(tx, partyId, isHq ? null : partyId);
    add('refunds', stuck.refunds, { amountFen: stuck.refundsFen });
    add('mismatched', stuck.mismatched);
    add('differences', stuck.differences);
    const { returns, returnsFen } = await countAwaitedReturns(tx, caller);
    add('returns', returns, { amountFen: returnsFen });
    const asked = await countCreditRequests(tx, caller);
    add('temporaryLimits', asked.temporaryLimits.requests, { amountFen: asked.temporaryLimits.amountFen });
    add('writeOffs', asked.writeOffs.requests, { amountFen: asked.writeOffs.amountFen });
    const failed = await countFailedUploads(tx, partyId);
    add('failedUploads', failed.uploads, { amountFen: failed.paidFen });
  }
  if (has(caller, 'manager')) {
    add('applications', await countApplications(tx, caller));
    add('displays', await countDisplayClaims(tx, partyId));
    if (isHq) add('failedSends', await around.countFailedSends(tx));
  }
  if (caller.roles.includes('owner')) add('rebindings', await countRebindings(tx, caller));
  return waiting;
}

/** Work of the house that was given up: somebody must look at it. */
async function stoppedWork({ jobs, outbox }: Pick<Platform, 'jobs' | 'outbox'>): Promise<readonly Waiting[]> {
  const nothing = { overdue: 0, firstDueAt: null, amountFen: null };
  const deadJobs = (await jobs.counts()).dead;
  const deadEvents = (await outbox.counts()).dead;
  return [
    { kind: 'deadJobs', count: deadJobs, ...nothing },
    { kind: 'deadEvents', count: deadEvents, ...nothing },
  ].filter(({ count }) => count > 0);
}

async function salesToday(
  tx: Tx,
  side: SalesToday['side'],
  partyId: string,
  at: Instant,
): Promise<SalesToday> {
  const day = dayOf(at);
  const before = addDays(day, -7);
  const scope =
    side === 'own'
      ? { sellerId: partyId, exceptSellerId: null }
      : { sellerId: null, exceptSellerId: partyId };
  const store = insightStore(tx);
  const today = await store.hoursOf({ ...scope, from: day, to: day });
  const lastWeek = await store.hoursOf({ ...scope, from: before, to: before });
  const hourNow = hourOf(at);
  const fenAt = (hours: readonly Pick<HourFigures, 'hour' | 'keptFen'>[], hour: number) =>
    hours.find((one) => one.hour === hour)?.keptFen ?? 0;
  return {
    side,
    today: sumOrders(today),
    lastWeek: sumOrders(lastWeek.filter(({ hour }) => hour <= hourNow)),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      todayFen: fenAt(today, hour),
      lastWeekFen: fenAt(lastWeek, hour),
    })),
  };
}
