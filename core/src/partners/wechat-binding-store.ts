import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { userTable } from './tables';
import type { WechatBinding, WechatPerson, WechatRebinding, WechatTicket } from './wechat-binding';
import { wechatBindingTable, wechatRebindingTable, wechatTicketTable } from './wechat-binding-tables';

const rebindingsShown = 100;

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

    replaceWaiting: (userId: string, appid: string, at: Instant) =>
      sql.run(
        `UPDATE wechatRebinding SET state = 'replaced', slot = id, decidedAt = ?
         WHERE userId = ? AND appid = ? AND slot = 'open'`,
        [at, userId, appid],
      ),
    ask: (rebinding: WechatRebinding) => sql.insert(wechatRebindingTable, [rebinding]),
    rebindingLocked: async (id: string) =>
      (await sql.selectForUpdate(wechatRebindingTable, 'WHERE id = ?', [id]))[0],
    /** Of one party, or of all; eldest first. */
    waiting: (partyId: string | null) =>
      sql.select(
        wechatRebindingTable,
        `WHERE state = 'waiting' ${partyId === null ? '' : 'AND partyId = ?'} ORDER BY id LIMIT ${rebindingsShown}`,
        partyId === null ? [] : [partyId],
      ),
    /** 0 when it waits no more. */
    decide: (id: string, decided: { state: 'approved' | 'refused'; by: string; at: Instant }) =>
      sql.run(
        `UPDATE wechatRebinding SET state = ?, slot = id, decidedBy = ?, decidedAt = ?
         WHERE id = ? AND slot = 'open'`,
        [decided.state, decided.by, decided.at, id],
      ),
  };
}
