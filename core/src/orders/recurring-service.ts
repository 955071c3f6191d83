import { createHash } from 'node:crypto';
import {
  addDays,
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  type Instant,
  type JobDefinition,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../platform';
import type { Holiday, RecurringOrder, RecurringRun, Rhythm } from './lists';
import { recurringLimit } from './lists';
import { listsStore } from './lists-store';
import type { OrderDetail, PlaceInput } from './model';
import { type DueRun, dueRuns, firstOn } from './recurrence';
import { orderStore } from './store';

export interface SaveRecurring {
  readonly commandId: string;
  readonly recurringId: string;
  readonly templateId: string;
  readonly supplierId?: string | undefined;
  readonly addressId?: string | undefined;
  readonly rhythm: Rhythm;
  readonly startsOn: Day;
  readonly skipsHolidays: boolean;
  readonly paused: boolean;
}

/** A recurring order as people read it: with its list's name and what became of it the last time. */
export interface RecurringSummary {
  readonly order: RecurringOrder;
  readonly templateName: string;
  readonly lastRun: RecurringRun | null;
}

type Place = (caller: Caller, input: PlaceInput) => Promise<OrderDetail>;

const dueTogether = 100;
const holidaysShown = 400;

/** The id of the order of one day: said again, it is the same order. */
export const recurringOrderId = (recurringId: string, runOn: Day): string =>
  `R${createHash('sha256').update(`${recurringId} ${runOn}`).digest('hex').slice(0, 31)}`;

export function recurringService({ database, clock }: Platform, place: Place) {
  const summarise = (caller: Caller) =>
    database.read(async (tx): Promise<readonly RecurringSummary[]> => {
      const store = listsStore(tx);
      const orders = await store.recurring(caller.partyId);
      const templates = keyBy(await store.templates(caller.partyId), ({ id }) => id);
      const last = keyBy(await store.lastRuns(orders.map(({ id }) => id)), ({ recurringId }) => recurringId);
      return orders.map((order) => ({
        order,
        templateName: templates.get(order.templateId)?.name ?? '',
        lastRun: last.get(order.id) ?? null,
      }));
    });

  /** Orders for one day and says what came of it. Never throws for what the order itself is refused for. */
  const placeFor = async (order: RecurringOrder, runOn: Day, at: Instant): Promise<RecurringRun> => {
    const orderId = recurringOrderId(order.id, runOn);
    const run = { recurringId: order.id, runOn, at };
    const lines = await database.read((tx) => listsStore(tx).templateLines(order.templateId));
    if (lines.length === 0) {
      return { ...run, outcome: 'refused', orderId: null, code: 'lists.templateUnknown', detail: '' };
    }
    try {
      const { order: placed } = await place(callerOf(order, at), {
        orderId,
        ...(order.supplierId === null ? {} : { supplierId: order.supplierId }),
        ...(order.addressId === null ? {} : { addressId: order.addressId }),
        lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        note: '周期订单',
      });
      return { ...run, outcome: 'placed', orderId, code: placed.verdict, detail: '' };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // The list was changed after a first try that nobody wrote down: the order of that day is there.
      const [known] = await database.read((tx) => orderStore(tx).orders([orderId]));
      if (known) return { ...run, outcome: 'placed', orderId, code: known.verdict, detail: '' };
      const detail = error.detail.slice(0, 200);
      return { ...run, outcome: 'refused', orderId: null, code: error.code, detail };
    }
  };

  const runOne = async (order: RecurringOrder, today: Day, at: Instant) => {
    const holidays = await database.read((tx) => listsStore(tx).holidaysBetween(order.nextOn, today));
    const { runs, nextOn } = dueRuns(order, today, new Set(holidays.map(({ holidayOn }) => holidayOn)));
    const done: RecurringRun[] = [];
    for (const run of runs) {
      done.push(run.fate === 'place' ? await placeFor(order, run.runOn, at) : passedOver(order.id, run, at));
    }
    await database.transaction(async (tx) => {
      const store = listsStore(tx);
      if (await store.advance(order, nextOn)) await store.addRuns(done);
    });
    return done.filter(({ outcome }) => outcome === 'placed').length;
  };

  return {
    recurring: summarise,

    /**
     * Saves a recurring order under its id.
     * @throws lists.templateUnknown, lists.recurringUnknown, lists.tooMany, command.idReused
     */
    async saveRecurring(caller: Caller, input: SaveRecurring): Promise<readonly RecurringSummary[]> {
      const { commandId, recurringId } = input;
      const { partyId, at } = caller;
      await database.transaction((tx) =>
        answerOnce(tx, { commandId, partyId, kind: 'lists.saveRecurring', input, at }, async () => {
          const store = listsStore(tx);
          const before = await store.recurringLocked(recurringId);
          if (before && before.partyId !== partyId) throw new Refused('lists.recurringUnknown');
          if (!before && (await store.recurringCount(partyId)) >= recurringLimit) {
            throw new Refused('lists.tooMany', String(recurringLimit));
          }
          if (!(await store.template(input.templateId, partyId))) throw new Refused('lists.templateUnknown');
          const { rhythm, startsOn } = input;
          // A day that was ordered for already does not come again when the rhythm is changed.
          const [lastRun] = before ? await store.lastRuns([recurringId]) : [];
          const from = [dayOf(at), lastRun ? addDays(lastRun.runOn, 1) : ''].sort().at(-1) as Day;
          await store.putRecurring({
            id: recurringId,
            partyId,
            partyKind: caller.partyKind,
            userId: caller.userId,
            userName: caller.userName,
            templateId: input.templateId,
            supplierId: input.supplierId ?? null,
            addressId: input.addressId ?? null,
            rhythm,
            startsOn,
            nextOn: firstOn(rhythm, startsOn, from),
            skipsHolidays: input.skipsHolidays,
            paused: input.paused,
            changedAt: at,
          });
          return {};
        }),
      );
      return summarise(caller);
    },

    /** @throws lists.recurringUnknown, command.idReused */
    async removeRecurring(
      caller: Caller,
      input: { readonly commandId: string; readonly recurringId: string },
    ) {
      const { commandId, recurringId } = input;
      const { partyId, at } = caller;
      await database.transaction((tx) =>
        answerOnce(tx, { commandId, partyId, kind: 'lists.removeRecurring', input, at }, async () => {
          const removed = await listsStore(tx).removeRecurring(recurringId, partyId);
          if (removed === 0) throw new Refused('lists.recurringUnknown');
          return {};
        }),
      );
    },

    /** What became of each day, the latest first. @throws lists.recurringUnknown */
    runs: (
      caller: Caller,
      query: { readonly recurringId: string; readonly cursor?: string | undefined; readonly limit: number },
    ) =>
      database.read(async (tx) => {
        const store = listsStore(tx);
        if (!(await store.recurringOf(query.recurringId, caller.partyId))) {
          throw new Refused('lists.recurringUnknown');
        }
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await store.runs(query.recurringId, before, query.limit + 1);
        return pageOf(found, query.limit, ({ runOn }) => [runOn]);
      }),

    /** Places what is due by now. Answers how many orders it placed. */
    async placeDue(at: Instant): Promise<number> {
      const today = dayOf(at);
      let placed = 0;
      for (let afterId = ''; ;) {
        const from = afterId;
        const due = await database.read((tx) => listsStore(tx).due(today, from, dueTogether));
        for (const order of due) placed += await runOne(order, today, at);
        const last = due.at(-1);
        if (!last || due.length < dueTogether) return placed;
        afterId = last.id;
      }
    },

    recurringJob(): JobDefinition {
      return {
        name: 'orders.placeRecurring',
        every: { ms: 600_000 },
        run: async () => {
          await this.placeDue(clock.now());
        },
      };
    },

    /** The days ahead that nothing is delivered. */
    holidays: (from: Day) => database.read((tx) => listsStore(tx).holidays(from, holidaysShown)),

    /** Names days as holidays, or takes them back. @throws command.idReused */
    async setHolidays(
      caller: Caller,
      input: {
        readonly commandId: string;
        readonly holidays: readonly Holiday[];
        readonly removed: readonly Day[];
      },
    ): Promise<readonly Holiday[]> {
      const { commandId } = input;
      const { partyId, at } = caller;
      await database.transaction((tx) =>
        answerOnce(tx, { commandId, partyId, kind: 'lists.setHolidays', input, at }, async () => {
          await listsStore(tx).removeHolidays(input.removed);
          await listsStore(tx).putHolidays(keyed(input.holidays));
          return {};
        }),
      );
      return this.holidays(dayOf(at));
    },
  };
}

/** A day named twice goes by its last name. */
const keyed = (holidays: readonly Holiday[]) => [...keyBy(holidays, ({ holidayOn }) => holidayOn).values()];

const passedOver = (recurringId: string, { runOn, fate }: DueRun, at: Instant): RecurringRun => ({
  recurringId,
  runOn,
  outcome: 'skipped',
  orderId: null,
  code: fate,
  detail: '',
  at,
});

/** It is ordered in the name of who set it up, and for nothing else than ordering. */
const callerOf = (order: RecurringOrder, at: Instant): Caller => ({
  userId: order.userId,
  userName: order.userName,
  partyId: order.partyId,
  partyKind: order.partyKind,
  roles: ['purchaser'],
  sessionId: '',
  channel: 'recurring',
  deviceId: '',
  ip: '',
  at,
});
