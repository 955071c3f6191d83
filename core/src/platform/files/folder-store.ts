import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { types } from 'node:util';
import type { Day } from '../clock';
import type { FileKey, FileStore } from './file-store';

const keyForm = /^\d{4}-\d{2}-\d{2}\/[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

const codeOf = (error: unknown) => (types.isNativeError(error) && 'code' in error ? error.code : undefined);

/** Runs `work`; what is not there answers `otherwise`. */
async function orMissing<Answer>(work: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  }
}

/** A name in a folder lasts only once the folder itself is on the disk. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files in a folder of this machine, or one that several machines share. */
export function folderStore(root: string): FileStore {
  const placeOf = (key: string) => {
    if (!keyForm.test(key)) throw new Error(`not a key of a file: ${key}`);
    return path.join(root, key);
  };

  return {
    async put(key, bytes) {
      const place = placeOf(key);
      const folder = path.dirname(place);
      if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(root);
      const draft = `${place}.${randomUUID().slice(0, 8)}.part`;
      const handle = await open(draft, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, place);
      await syncFolder(folder);
    },
    get: (key) => orMissing<Uint8Array | null>(readFile(placeOf(key)), null),
    async remove(key) {
      await rm(placeOf(key), { force: true });
      // The last file of a day takes the day's folder with it.
      await rmdir(path.dirname(placeOf(key))).catch(() => undefined);
    },
    async days() {
      const names = await orMissing(readdir(root), []);
      return names.filter((name): name is Day => dayForm.test(name)).sort();
    },
    async keysOf(on) {
      const names = await orMissing(readdir(path.join(root, on)), []);
      return names.sort().map((name): FileKey => `${on}/${name}`);
    },
  };
}
