import { Contended, type Day, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Photo, PhotoPart, PhotoPurpose } from './model';
import { photoPartTable, photoQuotaTable, photoTable } from './tables';

export function attachmentStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addPart: (part: PhotoPart) => sql.insertMissing(photoPartTable, [part]),
    parts: (photoId: string) => sql.select(photoPartTable, 'WHERE photoId = ? ORDER BY partNo', [photoId]),
    part: async (photoId: string, partNo: number) =>
      (await sql.select(photoPartTable, 'WHERE photoId = ? AND partNo = ?', [photoId, partNo]))[0],
    /** Who sends a photo, and how many of its parts are here; undefined before the first. */
    underway: async (photoId: string) => {
      const [row] = await sql.rows<{
        ownerId: string;
        uploaderId: string;
        purpose: string;
        partCount: number;
        received: number;
      }>(
        `SELECT ownerId, uploaderId, purpose, partCount, COUNT(*) AS received FROM photoPart
         WHERE photoId = ? GROUP BY ownerId, uploaderId, purpose, partCount`,
        [photoId],
      );
      return row;
    },
    openUploads: async (uploaderId: string) => {
      const [row] = await sql.rows<{ open: number }>(
        'SELECT COUNT(DISTINCT photoId) AS open FROM photoPart WHERE uploaderId = ?',
        [uploaderId],
      );
      return row?.open ?? 0;
    },
    removeParts: (photoId: string) => sql.run('DELETE FROM photoPart WHERE photoId = ?', [photoId]),
    removePartsBefore: (at: Instant) => sql.run('DELETE FROM photoPart WHERE at < ?', [at]),

    /** One more of a day's photos; false when there are `most` already. */
    async countOne(id: string, countedOn: Day, most: number) {
      await sql.insertMissing(photoQuotaTable, [{ id, countedOn, photos: 0 }]);
      const changed = await sql.run(
        'UPDATE photoQuota SET photos = photos + 1 WHERE id = ? AND countedOn = ? AND photos < ?',
        [id, countedOn, most],
      );
      return changed === 1;
    },
    counted: async (id: string, countedOn: Day) =>
      (await sql.select(photoQuotaTable, 'WHERE id = ? AND countedOn = ?', [id, countedOn]))[0]?.photos ?? 0,
    removeCountsBefore: (countedOn: Day) =>
      sql.run('DELETE FROM photoQuota WHERE countedOn < ?', [countedOn]),

    add: (photo: Photo) => sql.insertMissing(photoTable, [photo]),
    photo: async (photoId: string) => (await sql.select(photoTable, 'WHERE id = ?', [photoId]))[0],
    photosLocked: (photoIds: readonly string[]) =>
      sql.selectForUpdate(photoTable, 'WHERE id IN (?) ORDER BY id', [photoIds]),
    photosOf: (purpose: PhotoPurpose, things: readonly string[]) =>
      sql.select(photoTable, 'WHERE usedBy IN (?) AND purpose = ? ORDER BY id', [things, purpose]),
    /** Gives waiting photos to a thing. */
    async use(photoIds: readonly string[], usedBy: string, viewerId: string | null, at: Instant) {
      const changed = await sql.run(
        "UPDATE photo SET state = 'used', usedBy = ?, viewerId = ?, sinceAt = ? WHERE id IN (?) AND state = 'waiting'",
        [usedBy, viewerId, at, photoIds],
      );
      if (changed !== photoIds.length) throw new Contended('a photo was used since it was read');
    },
    /** Takes photos back from a thing; they wait to be used again, or purged. */
    release: (photoIds: readonly string[], usedBy: string, at: Instant) =>
      sql.run(
        "UPDATE photo SET state = 'waiting', usedBy = NULL, viewerId = NULL, sinceAt = ? WHERE id IN (?) AND usedBy = ?",
        [at, photoIds, usedBy],
      ),

    waitingSince: (before: Instant, limit: number) =>
      sql.selectForUpdate(
        photoTable,
        "WHERE state = 'waiting' AND sinceAt < ? ORDER BY sinceAt, id LIMIT ?",
        [before, limit],
      ),
    remove: (photoIds: readonly string[]) =>
      sql.run("DELETE FROM photo WHERE state = 'waiting' AND id IN (?)", [photoIds]),
    storedDays: async () =>
      (await sql.rows<{ storedOn: Day }>('SELECT DISTINCT storedOn FROM photo ORDER BY storedOn')).map(
        ({ storedOn }) => storedOn,
      ),
    /** What should lie under a day. */
    storedOn: (on: Day) =>
      sql.rows<Pick<Photo, 'id' | 'fileKey' | 'thumbnailKey'>>(
        'SELECT id, fileKey, thumbnailKey FROM photo WHERE storedOn = ? ORDER BY id',
        [on],
      ),
    markMissing: (on: Day, missing: readonly string[]) =>
      sql.run(
        `UPDATE photo SET isMissing = ${missing.length === 0 ? '0' : 'CASE WHEN id IN (?) THEN 1 ELSE 0 END'} WHERE storedOn = ?`,
        missing.length === 0 ? [on] : [missing, on],
      ),
  };
}
