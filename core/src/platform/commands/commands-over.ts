import type { Caller } from '../caller';
import type { Database, Tx } from '../database/database';
import { answerOnce } from './answer-once';

/** Runs commands of callers, each in a transaction of its own and once for each command id. */
export const commandsOver =
  (database: Database) =>
  <Answer>(
    caller: Caller,
    kind: string,
    commandId: string,
    input: object,
    work: (tx: Tx) => Promise<Answer>,
  ): Promise<Answer> =>
    database.transaction((tx) =>
      answerOnce(tx, { commandId, partyId: caller.partyId, kind, input, at: caller.at }, () => work(tx)),
    );
