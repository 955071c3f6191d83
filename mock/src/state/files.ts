import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Readable by its owner alone: both files hold keys. */
const ownerOnly = 0o600;

/** Writes the whole file or leaves the old one as it was. */
export function writeJson(folder: string, name: string, value: unknown, spaces = 0): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(`${file}.new`, JSON.stringify(value, null, spaces), { mode: ownerOnly });
  renameSync(`${file}.new`, file);
}

/** What a file says, or undefined when there is none. */
export function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
