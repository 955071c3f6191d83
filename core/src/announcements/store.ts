import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Announcement, AnnouncementStanding, AnnouncementVersion } from './model';
import { announcementTable, announcementVersionTable } from './tables';

export interface AnnouncementFilter {
  readonly publisherId: string;
  readonly standing: AnnouncementStanding | null;
  readonly at: Instant;
  readonly after: readonly [startsAt: number, id: string] | null;
  readonly limit: number;
}

/** What `standingOf` says, as a condition; each takes the moment as often as it has question marks. */
const standings: Readonly<Record<AnnouncementStanding, string>> = {
  draft: "state = 'draft'",
  waiting: "state = 'published' AND startsAt > ? AND endsAt > ?",
  shown: "state = 'published' AND startsAt <= ? AND endsAt > ?",
  over: "(state = 'stopped' OR (state = 'published' AND endsAt <= ?))",
};
const questionsIn = (condition: string) => condition.split('?').length - 1;

/** Announcements and their versions. */
export function announcementStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    /** Those of HQ and of these sellers that run at the moment. */
    async running(sellerIds: readonly string[], at: Instant): Promise<readonly Announcement[]> {
      const runs = "state = 'published' AND startsAt <= ? AND endsAt > ?";
      const ofHeadquarters = await sql.select(announcementTable, `WHERE isFromHeadquarters = 1 AND ${runs}`, [
        at,
        at,
      ]);
      const ofSellers = await sql.select(
        announcementTable,
        `WHERE publisherId IN (?) AND isFromHeadquarters = 0 AND ${runs}`,
        [sellerIds, at, at],
      );
      return [...ofHeadquarters, ...ofSellers];
    },
    one: async (id: string) => (await sql.select(announcementTable, 'WHERE id = ?', [id]))[0],
    locked: async (id: string) => (await sql.selectForUpdate(announcementTable, 'WHERE id = ?', [id]))[0],
    page({ publisherId, standing, at, after, limit }: AnnouncementFilter) {
      const where = ['publisherId = ?'];
      const values: (string | number)[] = [publisherId];
      if (standing !== null) {
        where.push(standings[standing]);
        for (let count = questionsIn(standings[standing]); count > 0; count -= 1) values.push(at);
      }
      if (after !== null) {
        where.push('(startsAt < ? OR (startsAt = ? AND id < ?))');
        values.push(after[0], after[0], after[1]);
      }
      return sql.select(
        announcementTable,
        `WHERE ${where.join(' AND ')} ORDER BY startsAt DESC, id DESC LIMIT ?`,
        [...values, limit],
      );
    },
    /** How many of a publisher's are not over. */
    async open(publisherId: string, at: Instant): Promise<number> {
      const [row] = await sql.rows<{ open: number }>(
        `SELECT COUNT(*) AS open FROM announcement
         WHERE publisherId = ? AND (state = 'draft' OR (state = 'published' AND endsAt > ?))`,
        [publisherId, at],
      );
      return row?.open ?? 0;
    },
    /** True when nobody had it before. */
    add: async (announcement: Announcement) =>
      (await sql.insertMissing(announcementTable, [announcement])) === 1,
    /** Puts a version in the place of the one before it. True when that was still there. */
    async change(announcement: Announcement): Promise<boolean> {
      const { id, publisherId, version } = announcement;
      const removed = await sql.run(
        'DELETE FROM announcement WHERE id = ? AND publisherId = ? AND version = ?',
        [id, publisherId, version - 1],
      );
      if (removed === 1) await sql.insert(announcementTable, [announcement]);
      return removed === 1;
    },
    addVersion: (version: AnnouncementVersion) => sql.insert(announcementVersionTable, [version]),
    /** Newest first. */
    versions: (announcementId: string, limit: number) =>
      sql.select(announcementVersionTable, 'WHERE announcementId = ? ORDER BY version DESC LIMIT ?', [
        announcementId,
        limit,
      ]),
    /** Forgets what ended before, and drafts that were to end before. Answers how many. */
    async removeBefore(before: Instant, limit: number): Promise<number> {
      const old = await sql.rows<{ id: string }>(
        'SELECT id FROM announcement WHERE endsAt < ? ORDER BY endsAt, id LIMIT ?',
        [before, limit],
      );
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await sql.run('DELETE FROM announcementVersion WHERE announcementId IN (?)', [ids]);
      return sql.run('DELETE FROM announcement WHERE id IN (?)', [ids]);
    },
  };
}
