import {
  addDays,
  type Day,
  dayOf,
  defineJob,
  type FileKey,
  type Instant,
  type JobDefinition,
  type Platform,
} from '../platform';

import { photoLimits } from './limits';
import { attachmentStore } from './store';

const hourMs = 3_600_000;

export interface Tended {
  /** Photos that nothing used in time. */
  readonly purged: number;
  /** Files that no photo names. */
  readonly swept: number;
  /** Photos whose file is not there. */
  readonly missing: number;
}

type Ports = Pick<Platform, 'database' | 'files' | 'clock'>;

/** Each night rows and files are held against each other: what nobody uses goes, and what is missing is said. */
export const tendPhotosJob = (ports: Ports): JobDefinition =>
  defineJob({
    name: 'attachments.tend',
    every: { dailyAt: '03:50' },
    run: async ({ log }) => {
      const tended = await tendPhotos(ports);
      log.info({ ...tended }, 'photos tended');
      if (tended.missing > 0) log.error({ missing: tended.missing }, 'photos whose file is not there');
    },
  });

export async function tendPhotos(ports: Ports): Promise<Tended> {
  const now = ports.clock.now();
  const before = now - photoLimits.waitingHours * hourMs;
  await ports.database.transaction(async (tx) => {
    await attachmentStore(tx).removePartsBefore(before);
    await attachmentStore(tx).removeCountsBefore(addDays(dayOf(now), -1));
  });
  const purged = await purgeWaiting(ports, before);
  const { swept, missing } = await compareFiles(ports, dayOf(before));
  return { purged, swept, missing };
}

/** The row goes first: a file that stays behind is swept up, a row that stayed behind would show nothing. */
async function purgeWaiting({ database, files }: Ports, before: Instant) {
  for (let purged = 0; ;) {
    const gone = await database.transaction(async (tx) => {
      const store = attachmentStore(tx);
      const photos = await store.waitingSince(before, photoLimits.purgedTogether);
      if (photos.length > 0) await store.remove(photos.map(({ id }) => id));
      return photos;
    });
    for (const { fileKey, thumbnailKey } of gone) {
      await files.remove(fileKey);
      await files.remove(thumbnailKey);
    }
    purged += gone.length;
    if (gone.length < photoLimits.purgedTogether) return purged;
  }
}

/** Day by day; of today and yesterday a file may still be waiting for its row. */
async function compareFiles({ database, files }: Ports, until: Day) {
  let swept = 0;
  let missing = 0;
  const stored = await database.read((tx) => attachmentStore(tx).storedDays());
  const days = new Set([...stored, ...(await files.days())]);
  for (const on of [...days].filter((day) => day < until)) {
    const keys = await files.keysOf(on);
    const photos = await database.read((tx) => attachmentStore(tx).storedOn(on));
    const named = new Set<FileKey>(photos.flatMap(({ fileKey, thumbnailKey }) => [fileKey, thumbnailKey]));
    const there = new Set(keys);
    for (const key of keys.filter((one) => !named.has(one))) {
      await files.remove(key);
      swept += 1;
    }
    const lost = photos.filter(
      ({ fileKey, thumbnailKey }) => !there.has(fileKey) || !there.has(thumbnailKey),
    );
    missing += lost.length;
    await database.transaction((tx) =>
      attachmentStore(tx).markMissing(
        on,
        lost.map(({ id }) => id),
      ),
    );
  }
  return { swept, missing };
}
