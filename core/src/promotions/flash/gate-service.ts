import { setTimeout as wait } from 'node:timers/promises';
import { type GateTerms, type Instant, type Platform, type Tx, withLock } from '../../platform';
import { isLive, shouldBeWarm, warmAheadMs } from './flash-phase';
import { judgeBalance } from './judge-balance';
import type { FlashActivity, FlashSale } from './model';
import { flashStore } from './store';

type Ground = Pick<Platform, 'database' | 'coordination' | 'clock' | 'log'>;

/** So many asks a second of one buyer are looked at: more than a finger can do. */
const attemptsPerSecond = 10;
const lockMs = 10_000;
/** So many live activities are looked after at once; the first to begin come first. */
export const liveTogether = 500;
const overdueTogether = 500;
/** How long after its end a stopped gate is looked for, to be forgotten. */
const keptAfterMs = 3_600_000;
/** Between two looks at a balance that seems wrong: orders on their way have arrived by then. */
const secondLookMs = 1_000;

const gateTerms = ({ quota, perBuyer, startsAt, endsAt, tokenMs }: FlashActivity): GateTerms => ({
  quota,
  perBuyer,
  startsAt,
  endsAt,
  tokenMs,
  attemptsPerSecond,
});

/** Builds the gates of activities from the database, keeps them in step with it, and ends tokens that lead nowhere. */
export function gateService(platform: Ground) {
  const { database, coordination, clock, log } = platform;
  const { gates } = coordination;

  /**
   * Builds the gate of an activity from the database, under its lock. Answers false when somebody else is at it, or
   * has just done it.
   */
  const warm = async (activityId: string): Promise<boolean> => {
    const locked = await withLock(coordination, `flash:${activityId}`, { leaseMs: lockMs }, async (lock) => {
      const readAt = await gates.now();
      const read = await database.snapshot(async (tx) => {
        const store = flashStore(tx);
        const [activity] = await store.activities([activityId]);
        return { activity, sold: activity ? await store.standing(activityId) : [] };
      });
      const { activity, sold } = read;
      if (!activity || !isLive(activity)) return false;
      const { fencing } = lock;
      const warming = { terms: gateTerms(activity), isStopped: false, sold, fencing, readAt };
      if (!(await gates.warm(activityId, warming))) return false;
      return database.transaction((tx) => flashStore(tx).noteWarm(activityId, fencing));
    });
    return locked.ran && locked.answer;
  };

  /** Builds the gates that should stand and do not. Answers how many that were. */
  const warmDue = async (): Promise<number> => {
    const at = await gates.now();
    const due = await database.read((tx) => flashStore(tx).live(at + warmAheadMs, liveTogether));
    const looks = await gates.look(due.map(({ id }) => id));
    let warmed = 0;
    for (const [index, activity] of due.entries()) {
      const stands = looks[index] && activity.state === 'warmed';
      if (!stands && shouldBeWarm(activity, at) && (await warm(activity.id))) warmed += 1;
    }
    return warmed;
  };

  /** Stops the gates of stopped activities that did not hear it, and forgets them when their time is over. */
  const stopEnded = async () => {
    const at = await gates.now();
    const stopped = await database.read((tx) => flashStore(tx).stopped(at - keptAfterMs, liveTogether));
    const looks = await gates.look(stopped.map(({ id }) => id));
    for (const [index, { id, endsAt }] of stopped.entries()) {
      const look = looks[index];
      if (look && endsAt <= at) await gates.forget(id);
      else if (look?.isStopped === false) await gates.stop(id);
    }
  };

  /**
   * Finds out what became of tokens whose orders never answered: sold when the order stands, else void for good, so
   * that an order that comes later finds the row and is refused.
   */
  const resolve = async (
    activityId: string,
    tokens: readonly { readonly token: string; readonly buyerId: string }[],
  ) => {
    if (tokens.length === 0) return;
    const found = await database.transaction(async (tx) => {
      const store = flashStore(tx);
      await store.activitiesLocked([activityId]);
      await store.addVoid(tokens.map((one) => voidSale(activityId, one, clock.now())));
      return store.salesLocked(tokens.map(({ token }) => [activityId, token]));
    });
    await gates.release(
      activityId,
      found.filter(({ state }) => state === 'void').map(({ token }) => token),
    );
    await confirmAll(found.filter(({ state }) => state === 'sold'));
  };
  const confirmAll = async (sales: readonly FlashSale[]) => {
    for (const { activityId, token, buyerId, quantity, returned } of sales) {
      await gates.confirm(activityId, { token, buyerId, quantity });
      if (returned > 0) await gates.takeBack(activityId, token, quantity - returned);
    }
  };

  /** Ends tokens whose time is over, and looks after those whose orders take too long. */
  const sweep = async (activityId: string) => {
    await gates.sweep(activityId);
    await resolve(activityId, await gates.overdue(activityId, overdueTogether));
  };

  const judge = async (activityId: string) => {
    const read = () => database.read((tx) => flashStore(tx).activities([activityId]));
    const [before] = await read();
    const [gate] = await gates.look([activityId]);
    const [activity] = await read();
    if (!gate || !before || !activity || !isLive(activity)) return null;
    const ordering = gate.ordering * activity.perBuyer;
    const counted = { quota: activity.quota, soldBefore: before.sold, soldAfter: activity.sold };
    const fault = judgeBalance({ ...gate, ordering }, counted);
    return fault && { fault, gate, activity };
  };

  /** quota = sold + held + free: holds a gate against the database, and builds it anew when it is wrong twice. */
  const check = async (activityId: string): Promise<boolean> => {
    if ((await judge(activityId)) === null) return true;
    await wait(secondLookMs);
    const wrong = await judge(activityId);
    if (wrong === null) return true;
    const { fault, gate, activity } = wrong;
    log.error({ activityId, fault, gate, sold: activity.sold }, 'a flash sale does not balance');
    await warm(activityId);
    return false;
  };

  return { warm, warmDue, stopEnded, resolve, sweep, check };
}

export type GateService = ReturnType<typeof gateService>;

/** The row that says a token buys nothing. */
function voidSale(
  activityId: string,
  { token, buyerId }: { readonly token: string; readonly buyerId: string },
  at: Instant,
): FlashSale {
  const nothing = { orderId: '', lineNo: 0, quantity: 0, returned: 0, grabbedAt: at, attempts: 0 };
  return { activityId, token, buyerId, state: 'void', ...nothing, deviceId: '', ip: '', at };
}

/** Activities with goods set aside that begin before an instant, the first to begin first. */
export const liveActivities = (tx: Tx, startsBefore: Instant) =>
  flashStore(tx).live(startsBefore, liveTogether);
