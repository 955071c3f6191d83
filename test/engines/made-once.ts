import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './child-server';

/**
 * Fills the folder `to` with what `make` puts into an empty folder. It is made once a run, as TEST_ONCE_DIR outlives
 * the suites, and copied from then on.
 */
export async function copyMadeOnce(
  name: string,
  to: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const once = process.env.TEST_ONCE_DIR ?? makeFolder('once');
  const made = path.join(once, name);
  if (!existsSync(made)) {
    const folder = path.join(once, `${name}-${randomBytes(6).toString('hex')}`);
    mkdirSync(folder);
    await make(folder);
    // It gets its name last, so what has the name is whole; two that make it at once made the same.
    if (!existsSync(made)) renameSync(folder, made);
  }
  cpSync(made, to, { recursive: true });
}
