import { readSkus } from '../../catalog';
import { answerOnce, type Caller, type Platform, Refused, type Tx } from '../../platform';
import { checkTerms } from './check-terms';
import type { FlashActivity, FlashTerms } from './model';
import { flashStore } from './store';

export interface FlashCommand {
  readonly commandId: string;
  readonly activityId: string;
}

export interface DraftInput extends FlashCommand, FlashTerms {}

export interface EditDraftInput extends DraftInput {
  /** The version the caller has seen; another one refuses the command. */
  readonly expectedVersion: number;
}

/** Activities that nobody sees yet but their seller. */
export function draftService({ database }: Pick<Platform, 'database'>) {
  return {
    /**
     * Makes a draft under the caller's id.
     * @throws flash.idTaken, flash.termsInvalid, catalog.skuUnknown, command.idReused
     */
    create: (caller: Caller, input: DraftInput) =>
      database.transaction((tx) =>
        onceOnActivity(tx, caller, 'flash.create', input, async () => {
          const { commandId: _, activityId, ...terms } = input;
          await assertTerms(tx, caller, terms);
          const store = flashStore(tx);
          if ((await store.activities([activityId])).length > 0) throw new Refused('flash.idTaken');
          const counts = { sold: 0, released: 0, attempts: 0, fencing: 0 };
          const made = { sellerId: caller.partyId, madeBy: caller.userName, madeAt: caller.at };
          await store.add({ id: activityId, ...terms, ...counts, ...made, state: 'draft', version: 1 });
        }),
      ),

    /**
     * Changes the terms of a draft; what is published stays as it is.
     * @throws flash.unknown, flash.stateForbids, flash.versionStale, flash.termsInvalid, catalog.skuUnknown, command.idReused
     */
    edit: (caller: Caller, input: EditDraftInput) =>
      database.transaction((tx) =>
        onceOnActivity(tx, caller, 'flash.edit', input, async () => {
          const { commandId: _, activityId, expectedVersion, ...terms } = input;
          const activity = await lockActivity(tx, caller, activityId);
          if (activity.version !== expectedVersion) {
            throw new Refused('flash.versionStale', String(activity.version));
          }
          if (activity.state !== 'draft') throw new Refused('flash.stateForbids');
          await assertTerms(tx, caller, terms);
          await flashStore(tx).changeTerms(activity, terms);
        }),
      ),
  };
}

/** Runs a command on an activity once for each command id. */
export const onceOnActivity = (
  tx: Tx,
  { partyId, at }: Caller,
  kind: string,
  input: FlashCommand,
  work: () => Promise<void>,
) =>
  answerOnce(tx, { commandId: input.commandId, partyId, kind, input, at }, async () => {
    await work();
    return {};
  });

/** Locks an activity that is the caller's; HQ may lock anybody's when it is to be stopped. @throws flash.unknown */
export async function lockActivity(
  tx: Tx,
  caller: Caller,
  activityId: string,
  { forHq = false } = {},
): Promise<FlashActivity> {
  const [activity] = await flashStore(tx).activitiesLocked([activityId]);
  const mayHave = activity?.sellerId === caller.partyId || (forHq && caller.partyKind === 'hq');
  if (!activity || !mayHave) throw new Refused('flash.unknown');
  return activity;
}

/** @throws flash.termsInvalid, catalog.skuUnknown */
async function assertTerms(tx: Tx, caller: Caller, terms: FlashTerms): Promise<void> {
  const fault = checkTerms(terms, caller.at);
  if (fault !== null) throw new Refused('flash.termsInvalid', fault);
  const sku = (await readSkus(tx, [terms.skuId])).get(terms.skuId);
  if (!sku) throw new Refused('catalog.skuUnknown', terms.skuId);
}
