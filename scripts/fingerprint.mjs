import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

const notSources = new Set(['node_modules', 'dist', '.cache', '.swc', 'coverage']);

/**
 * One hash over the contents of files and folders (paths from the root) and of `settings` that change
 * what a build makes. Tests do not count. A path that does not exist counts as absent.
 */
export function fingerprint(paths, settings = []) {
  const hash = createHash('sha256');
  for (const setting of settings) hash.update(`${setting}\0`);
  for (const name of paths) addTo(hash, name);
  return hash.digest('hex');
}

function addTo(hash, name) {
  const file = fromRoot(name);
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const entry of readdirSync(file).sort()) {
      if (!notSources.has(entry)) addTo(hash, path.posix.join(name, entry));
    }
  } else if (!/\.test\.tsx?$|\.tsbuildinfo$|\.log$/.test(name)) {
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  }
}
