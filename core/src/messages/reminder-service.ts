import { loadParties } from '../partners';
import { type Caller, defineJob, type JobDefinition, type Platform, Refused, type Tx } from '../platform';
import { loadComing } from './coming-service';
import type { SaleReminder } from './model';
import { remindAt, remindStep } from './remind';
import { reminderStore } from './reminder-store';
import { tellUsers, type TellParts } from './tell-service';

const remindersShown = 200;
const toldTogether = 100;

export interface RemindInput {
  readonly subject: SaleReminder['subject'];
  readonly subjectId: string;
  /** False takes it back. */
  readonly isOn: boolean;
}

/** 提醒我: ten minutes before a sale starts, those who asked hear of it. */
export function reminderService(platform: Platform, parts: TellParts) {
  const { database, clock, jobs, newId } = platform;

  const tellOne = async (tx: Tx, reminder: SaleReminder) => {
    const at = clock.now();
    const { subject, subjectId, userId, partyId } = reminder;
    const coming = await loadComing(tx, partyId, reminder);
    const step = remindStep(coming, at);
    const store = reminderStore(tx);
    if (step.is === 'later') return void (await store.move(reminder.id, step.remindAt));
    // One that is told, and one whose sale is gone, are both done with.
    if (!(await store.tell(reminder.id, at)) || step.is === 'gone') return;
    const { sellerId, title, startsAt } = step.coming;
    const sellerName = (await loadParties(tx, [sellerId])).get(sellerId)?.name ?? '';
    const news = { kind: 'saleStarting', subject, subjectId, title, sellerName, startsAt } as const;
    await tellUsers(tx, parts, { eventId: `remind:${reminder.id}`, at }, [{ userId, partyId }], news);
  };

  return {
    /** What the caller wants to be reminded of and was not yet. */
    reminders: (caller: Caller) =>
      database.read((tx) => reminderStore(tx).ofUser(caller.userId, remindersShown)),

    /** Asks to be reminded, or takes that back; saying it twice is the same. @throws messages.saleUnknown, messages.saleStarted */
    remind: (caller: Caller, { subject, subjectId, isOn }: RemindInput): Promise<void> =>
      database.transaction(async (tx) => {
        const { userId, partyId, at } = caller;
        const coming = await loadComing(tx, partyId, { subject, subjectId });
        if (!coming) throw new Refused('messages.saleUnknown');
        const store = reminderStore(tx);
        if (!isOn) return void (await store.drop({ userId, subject, subjectId }));
        if (coming.startsAt <= at) throw new Refused('messages.saleStarted');
        await store.add({
          id: newId(),
          userId,
          partyId,
          subject,
          subjectId,
          remindAt: remindAt(coming.startsAt),
          askedAt: at,
          toldAt: null,
        });
      }),

    remindJob: (): JobDefinition =>
      defineJob({
        name: 'messages.remind',
        every: { ms: 60_000 },
        run: async ({ signal, log }) => {
          while (!signal.aborted) {
            const due = await database.read((tx) => reminderStore(tx).due(clock.now(), toldTogether));
            let failed = 0;
            for (const reminder of due) {
              // Each by itself: one that cannot be told keeps nobody else waiting.
              await database
                .transaction((tx) => tellOne(tx, reminder))
                .catch((error: unknown) => {
                  failed += 1;
                  log.warn({ reminder: reminder.id, error: String(error) }, 'a reminder is not told');
                });
            }
            if (due.length > 0) jobs.poke();
            if (due.length < toldTogether || failed > 0) return;
          }
        },
      }),
  };
}
