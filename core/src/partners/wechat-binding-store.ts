import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { userTable } from './tables';
import type {
  WechatBinding,
  WechatPerson,
  WechatRebinding,
  WechatState,
  WechatTicket,
} from './wechat-binding';
import {
  wechatBindingTable,
  wechatRebindingTable,
  wechatStateTable,
  wechatTicketTable,
} from './wechat-binding-tables';

/** Who is bound to which WeChat, and what waits for a decision about it. */
export function wechatBindingStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    userLocked: async (userId: string) => (await sql.selectForUpdate(userTable, 'WHERE id = ?', [userId]))[0],
    ofOpenid: async ({ appid, openid }: WechatPerson) =>
      (await sql.select(wechatBindingTable, 'WHERE appid = ? AND openid = ?', [appid, openid]))[0],
    ofUser: (userId: string) => sql.select(wechatBindingTable, 'WHERE userId = ? ORDER BY appid', [userId]),
    ofUnionid: (unionid: string) =>
      sql.select(wechatBindingTable, 'WHERE unionid = ? AND unboundAt IS NULL ORDER BY userId, appid', [
        unionid,
      ]),
    /** Puts a binding in place of what the user, or a former user of this WeChat, had in the app. */
    async bind(binding: WechatBinding) {
      const { userId, appid, openid } = binding;
      await sql.run(
        'DELETE FROM wechatBinding WHERE appid = ? AND (userId = ? OR (openid = ? AND unboundAt IS NOT NULL))',
        [appid, userId, openid],
      );
      // Somebody else may be binding this WeChat at this moment; whoever comes second looks again.
      if ((await sql.insertMissing(wechatBindingTable, [binding])) === 0) throw new Contended('a binding');
    },
    unbind: (userId: string, at: Instant) =>
      sql.run('UPDATE wechatBinding SET unboundAt = ? WHERE userId = ? AND unboundAt IS NULL', [at, userId]),
    forgetBindings: (userId: string) => sql.run('DELETE FROM wechatBinding WHERE userId = ?', [userId]),

    async addTicket(ticket: WechatTicket, now: Instant) {
      await sql.run('DELETE FROM wechatTicket WHERE expiresAt <= ?', [now]);
      await sql.insert(wechatTicketTable, [ticket]);
    },
    ticket: async (ticketHash: string, now: Instant) =>
      (await sql.select(wechatTicketTable, 'WHERE ticketHash = ? AND expiresAt > ?', [ticketHash, now]))[0],
    /** 0 when somebody else has used it, or its time is over. */
    useTicket: (ticketHash: string, now: Instant) =>
      sql.run('DELETE FROM wechatTicket WHERE ticketHash = ? AND expiresAt > ?', [ticketHash, now]),

    async addState(state: WechatState, now: Instant) {
      await sql.run('DELETE FROM wechatState WHERE expiresAt <= ?', [now]);
      await sql.insert(wechatStateTable, [state]);
    },
    /** 0 when it is another session's, has been used, or its time is over. */
    useState: ({ stateHash, sessionId }: Pick<WechatState, 'stateHash' | 'sessionId'>, now: Instant) =>
      sql.run('DELETE FROM wechatState WHERE stateHash = ? AND sessionId = ? AND expiresAt > ?', [
        stateHash,
        sessionId,
        now,
      ]),

    replaceWaiting: (userId: string, appid: string, at: Instant) =>
      sql.run(
        `UPDATE wechatRebinding SET state = 'replaced', slot = id, decidedAt = ?
         WHERE userId = ? AND appid = ? AND slot = 'open'`,
        [at, userId, appid],
      ),
    ask: (rebinding: WechatRebinding) => sql.insert(wechatRebindingTable, [rebinding]),
    rebindingLocked: async (id: string) =>
      (await sql.selectForUpdate(wechatRebindingTable, 'WHERE id = ?', [id]))[0],
    latestOf: async (userId: string) =>
      (
        await sql.select(
          wechatRebindingTable,
          `WHERE userId = ? AND state <> 'replaced' ORDER BY id DESC LIMIT 1`,
          [userId],
        )
      )[0],
    /** 0 when it waits no more. */
    decide: (
      id: string,
      decided: { state: 'approved' | 'refused'; by: string; at: Instant; reason: string },
    ) =>
      sql.run(
        `UPDATE wechatRebinding SET state = ?, slot = id, decidedBy = ?, decidedAt = ?, reason = ?
         WHERE id = ? AND slot = 'open'`,
        [decided.state, decided.by, decided.at, decided.reason, id],
      ),
  };
}
