import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Message, MessageConsent } from './model';
import { messageConsentTable, messageTable } from './tables';

/** Nobody reads a number beyond it. */
export const unreadShown = 99;

/** Messages and what people have agreed to. Every query is of one person, or of an event's. */
export function messageStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Adds those of these messages nobody has yet; answers which were added. */
    async add(messages: readonly Message[]): Promise<readonly Message[]> {
      const [first] = messages;
      if (!first) return [];
      const known = await sql.rows<{ userId: string }>(
        'SELECT userId FROM message WHERE eventId = ? AND userId IN (?)',
        [first.eventId, messages.map(({ userId }) => userId)],
      );
      const told = new Set(known.map(({ userId }) => userId));
      const fresh = messages.filter(({ userId }) => !told.has(userId));
      if (fresh.length === 0) return [];
      const added = await sql.insertMissing(messageTable, fresh);
      if (added !== fresh.length) throw new Contended('somebody else tells of the same event');
      return fresh;
    },
    ofUser: (userId: string, isUnread: boolean, before: string | null, limit: number) =>
      sql.select(
        messageTable,
        `WHERE userId = ?${isUnread ? ' AND readAt IS NULL' : ''}${before === null ? '' : ' AND id < ?'}
         ORDER BY id DESC LIMIT ?`,
        before === null ? [userId, limit] : [userId, before, limit],
      ),
    own: async (userId: string, messageId: string) =>
      (await sql.select(messageTable, 'WHERE id = ? AND userId = ?', [messageId, userId]))[0],
    messages: (ids: readonly string[]) => sql.select(messageTable, 'WHERE id IN (?)', [ids]),
    async unread(userId: string): Promise<number> {
      const [row] = await sql.rows<{ unread: number }>(
        `SELECT COUNT(*) AS unread FROM
           (SELECT id FROM message WHERE userId = ? AND readAt IS NULL LIMIT ?) AS counted`,
        [userId, unreadShown + 1],
      );
      return row?.unread ?? 0;
    },
    read: (userId: string, messageId: string, at: Instant) =>
      sql.run('UPDATE message SET readAt = ? WHERE id = ? AND userId = ? AND readAt IS NULL', [
        at,
        messageId,
        userId,
      ]),
    /** Those that were there at the time; what came in meanwhile nobody has seen. */
    readAll: (userId: string, at: Instant) =>
      sql.run('UPDATE message SET readAt = ? WHERE userId = ? AND readAt IS NULL AND at <= ?', [
        at,
        userId,
        at,
      ]),
    async removeBefore(before: Instant, limit: number): Promise<number> {
      const old = await sql.rows<{ id: string }>(
        'SELECT id FROM message WHERE at < ? ORDER BY at, id LIMIT ?',
        [before, limit],
      );
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await sql.run('DELETE FROM messageSend WHERE messageId IN (?)', [ids]);
      return sql.run('DELETE FROM message WHERE id IN (?)', [ids]);
    },

    /** What people have agreed to of a template, the WeChat they used last first. */
    consentsFor: (userIds: readonly string[], templateId: string) =>
      sql.select(
        messageConsentTable,
        'WHERE userId IN (?) AND templateId = ? AND consents > 0 ORDER BY userId, changedAt DESC, openid',
        [userIds, templateId],
      ),
    consentsOf: (userId: string) =>
      sql.select(messageConsentTable, 'WHERE userId = ? ORDER BY templateId, openid', [userId]),
    /** Takes one consent. False when none is there any more. */
    takeConsent: async ({ userId, openid, templateId }: MessageConsent) =>
      (await sql.run(
        `UPDATE messageConsent SET consents = consents - 1
         WHERE userId = ? AND openid = ? AND templateId = ? AND consents >= 1`,
        [userId, openid, templateId],
      )) === 1,
    async addConsent(consent: MessageConsent, mostKept: number): Promise<void> {
      const { userId, openid, templateId, changedAt } = consent;
      if ((await sql.insertMissing(messageConsentTable, [{ ...consent, consents: 1 }])) > 0) return;
      await sql.run(
        `UPDATE messageConsent SET consents = CASE WHEN consents < ? THEN consents + 1 ELSE consents END,
           isBanned = 0, changedAt = ?
         WHERE userId = ? AND openid = ? AND templateId = ?`,
        [mostKept, changedAt, userId, openid, templateId],
      );
    },
    /** All consents of one WeChat to a template are gone, whoever's they were. */
    emptyConsents: (openid: string, templateId: string, at: Instant) =>
      sql.run('UPDATE messageConsent SET consents = 0, changedAt = ? WHERE openid = ? AND templateId = ?', [
        at,
        openid,
        templateId,
      ]),
    /** What somebody has agreed to is forgotten, but for that of one WeChat. */
    forgetConsents: (userId: string, keptOpenid: string | null) =>
      sql.run(
        `DELETE FROM messageConsent WHERE userId = ?${keptOpenid === null ? '' : ' AND openid <> ?'}`,
        keptOpenid === null ? [userId] : [userId, keptOpenid],
      ),
    async ban(consent: MessageConsent): Promise<void> {
      const { userId, openid, templateId, changedAt } = consent;
      await sql.insertMissing(messageConsentTable, [{ ...consent, consents: 0, isBanned: true }]);
      await sql.run(
        `UPDATE messageConsent SET consents = 0, isBanned = 1, changedAt = ?
         WHERE userId = ? AND openid = ? AND templateId = ?`,
        [changedAt, userId, openid, templateId],
      );
    },
  };
}
