import type { Instant } from '../clock';
import type { Tx } from '../database/database';
import { sqlOf } from '../database/sql';
import { Contended, Refused } from '../refusals';
import { hashOf } from './hash';
import { commandAnswerTable } from './tables';

export interface Command {
  /** Made by the caller and kept for retries. */
  readonly commandId: string;
  readonly partyId: string;
  /** What is asked for, such as `orders.place`. */
  readonly kind: string;
  readonly input: unknown;
  readonly at: Instant;
}

/**
 * Does the work of a command once: a repeat gets the first answer without running `work`. The id is
 * taken before the work begins, so of two first tries at once the second waits for the first.
 * @throws Refused `command.idReused` when the id came with another kind, party or input.
 */
export async function answerOnce<Answer>(
  tx: Tx,
  command: Command,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const sql = sqlOf(tx);
  const { commandId, partyId, kind, at } = command;
  const inputHash = hashOf(command.input);
  const taken = { commandId, partyId, kind, inputHash, outcome: null, at };
  if ((await sql.insertMissing(commandAnswerTable, [taken])) === 0) {
    const [first] = await sql.select(commandAnswerTable, 'WHERE commandId = ?', [commandId]);
    if (!first) throw new Contended('a command whose first try was undone');
    const same = first.partyId === partyId && first.kind === kind && first.inputHash === inputHash;
    if (!same) throw new Refused('command.idReused');
    if (!first.outcome) throw new Error('a command that asks for itself');
    return first.outcome.answer as Answer;
  }
  const answer = await work();
  await sql.run('UPDATE commandAnswer SET outcome = ? WHERE commandId = ?', [
    JSON.stringify({ answer }),
    commandId,
  ]);
  return answer;
}
