import { answerOnce, type Caller, type Platform, type Tx } from '../platform';
import { differenceOf } from './describe-change';
import { suspensionStore } from './suspension-store';

/** What happened to a partner, for the trail; personal fields are told by name alone. */
export interface Happened {
  readonly partyId: string;
  readonly sellerId?: string | null;
  readonly kind: string;
  readonly before?: object;
  readonly after?: object;
  readonly reason?: string;
}

type Actor = Pick<Caller, 'partyId' | 'userId' | 'at'>;

/** Who acts when a day comes and nobody is there. */
export const calendar = (at: number): Actor => ({ partyId: 'system', userId: 'system', at });

/** What every desk of partners does alike: take a command once, and leave a trail. */
export function deskOf({ database, newId }: Platform) {
  return {
    database,
    newId,
    /** @throws command.idReused */
    once: <Answer>(
      caller: Actor,
      kind: string,
      input: { readonly commandId: string },
      work: (tx: Tx) => Promise<Answer>,
    ): Promise<Answer> => {
      const { commandId } = input;
      const command = { commandId, partyId: caller.partyId, kind: `partners.${kind}`, input, at: caller.at };
      return database.transaction((tx) => answerOnce(tx, command, () => work(tx)));
    },
    record: (tx: Tx, actor: Actor, happened: Happened) =>
      suspensionStore(tx).record([
        {
          id: newId(),
          partyId: happened.partyId,
          sellerId: happened.sellerId ?? null,
          kind: happened.kind,
          actorPartyId: actor.partyId,
          actorId: actor.userId,
          ...differenceOf(happened.before ?? {}, happened.after ?? {}),
          reason: happened.reason ?? '',
          at: actor.at,
        },
      ]),
  };
}
