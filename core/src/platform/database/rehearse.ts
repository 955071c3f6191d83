import type { Database, Tx } from './database';

/**
 * Runs `work` as a transaction would and takes everything back: what a command would answer, without its effects.
 * Rows it locks are free again before this answers.
 */
export async function rehearse<Answer>(
  database: Pick<Database, 'transaction'>,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const answers: Answer[] = [];
  const over = new Error('a rehearsal is taken back');
  try {
    await database.transaction(async (tx) => {
      // A replay answers again, and the last answer counts.
      answers.unshift(await work(tx));
      throw over;
    });
  } catch (error) {
    if (error !== over) throw error;
  }
  return answers[0] as Answer;
}
