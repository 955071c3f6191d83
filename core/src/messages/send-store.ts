import { type Instant, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { MessageSend, SendState } from './model';
import { messageSendTable } from './tables';

/** Messages on their way to WeChat. Every move names the state it leaves. */
export function sendStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    add: (sends: readonly MessageSend[]) => sql.insert(messageSendTable, sends),
    send: async (sendId: string) => (await sql.select(messageSendTable, 'WHERE id = ?', [sendId]))[0],
    sends: (state: SendState | null, before: string | null, limit: number) =>
      sql.select(messageSendTable, ...newestFirst({ state }, { before, limit })),
    failed: async () => {
      const [row] = await sql.rows<{ sends: number }>(
        "SELECT COUNT(*) AS sends FROM messageSend WHERE state = 'failed'",
      );
      return Number(row?.sends ?? 0);
    },
    /** Says, before anything leaves, that it is on its way. False when somebody else has it. */
    begin: async (sendId: string, tries: number) =>
      (await sql.run(
        `UPDATE messageSend SET state = 'sending', tries = tries + 1
         WHERE id = ? AND state = 'waiting' AND tries = ?`,
        [sendId, tries],
      )) === 1,
    settle: (sendId: string, from: SendState, to: SendState, code: string, at: Instant | null) =>
      sql.run('UPDATE messageSend SET state = ?, code = ?, settledAt = ? WHERE id = ? AND state = ?', [
        to,
        code,
        at,
        sendId,
        from,
      ]),
    /** What has not left for a WeChat other than the kept one never leaves. */
    withdraw: (userId: string, keptOpenid: string | null, at: Instant) =>
      sql.run(
        `UPDATE messageSend SET state = 'unwanted', code = 'unbound', settledAt = ?
         WHERE state IN ('waiting', 'failed') AND userId = ?${keptOpenid === null ? '' : ' AND openid <> ?'}`,
        [at, userId, ...(keptOpenid === null ? [] : [keptOpenid])],
      ),
    again: async (sendId: string, endsAt: Instant) =>
      (await sql.run(
        `UPDATE messageSend SET state = 'waiting', settledAt = NULL, endsAt = ?
         WHERE id = ? AND state = 'failed'`,
        [endsAt, sendId],
      )) === 1,
  };
}
