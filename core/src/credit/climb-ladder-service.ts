import {
  type Day,
  dayOf,
  groupBy,
  type Instant,
  type JobDefinition,
  type Platform,
  type Tx,
} from '../platform';
import { forbiddenBy, ladderOn, ladderStep, reminderDue } from './ladder';
import type { LadderStep } from './ladder-step';
import { ladderStore, type RoundAccount } from './ladder-store';
import { limitStore } from './limit-store';
import type { Reminder, StepChange } from './standing';

const accountsTogether = 1_000;
const system = 'system';

/** Every morning: accounts move along the overdue ladder, and reminders are written down. */
export function ladderJob(platform: Pick<Platform, 'database' | 'clock' | 'newId'>): JobDefinition {
  return {
    name: 'credit.climbLadder',
    every: { dailyAt: '00:10' },
    run: async ({ assertMine }) => {
      await climbLadder(platform, dayOf(platform.clock.now()), assertMine);
    },
  };
}

/**
 * Moves all accounts to where they stand on a day, a thousand in a transaction, and answers how many were
 * looked at. Said twice on a day it changes nothing more.
 */
export async function climbLadder(
  { database, clock, newId }: Pick<Platform, 'database' | 'clock' | 'newId'>,
  on: Day,
  assertMine: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<number> {
  let after = '';
  let looked = 0;
  for (;;) {
    const page = await database.transaction(async (tx) => {
      await assertMine(tx);
      return climbTogether(tx, newId, on, after, clock.now());
    });
    looked += page.length;
    after = page.at(-1)?.id ?? '';
    if (page.length < accountsTogether) return looked;
  }
}

async function climbTogether(tx: Tx, newId: () => string, on: Day, after: string, at: Instant) {
  const store = ladderStore(tx);
  const seen = await store.round(after, on, accountsTogether);
  if (seen.length === 0) return seen;
  await store.lockAccounts(seen.map(({ id }) => id));
  // Read again under the lock: who has paid meanwhile loses nothing.
  const accounts = await store.round(after, on, accountsTogether);
  const ladders = groupBy(
    await store.policies([...new Set(accounts.map(({ sellerId }) => sellerId))]),
    ({ sellerId }) => sellerId,
  );
  const stood = accounts.map((account) => {
    const { sellerId, limitFen, oldestDueOn, overdueFen, remindedOn } = account;
    const ladder = ladderOn(ladders.get(sellerId) ?? [], on);
    const overdue = oldestDueOn === null ? null : { oldestDueOn, overdueFen: overdueFen ?? 0 };
    const now = ladderStep(ladder, overdue, limitFen, on);
    const remind = reminderDue(ladder, account.ladderStep, now.step, remindedOn, on);
    return { account, now, remind, ladderVersion: ladder.version };
  });
  const moved = stood.filter(({ account, now }) => account.ladderStep !== now.step);
  const found = ({ account, now }: (typeof stood)[number]) => ({
    id: newId(),
    ...sidesOf(account),
    overdueDays: now.overdueDays,
    overdueFen: now.overdueFen,
    at,
  });
  for (const [step, group] of groupBy(moved, ({ now }) => now.step)) {
    const ids = group.map(({ account }) => account.id);
    await store.setStep(ids, step as LadderStep);
  }
  await store.addStepChanges(
    moved.map((one): StepChange => ({
      ...found(one),
      fromStep: one.account.ladderStep,
      toStep: one.now.step,
      ladderVersion: one.ladderVersion,
      foundOn: on,
    })),
  );
  await store.addReminders(
    stood
      .filter(({ remind }) => remind)
      .map((one): Reminder => ({ ...found(one), step: one.now.step, remindOn: on, sentAt: null })),
  );
  const voided = stood.filter(({ now }) => forbiddenBy(now.step).temporaryLimit);
  if (voided.length > 0) {
    const ids = voided.map(({ account }) => account.id);
    await limitStore(tx).voidTemporaryLimits(ids, system, at, '逾期停发，临时额度自动作废');
  }
  return seen;
}

const sidesOf = ({ id, sellerId, buyerId }: RoundAccount) => ({ accountId: id, sellerId, buyerId });
