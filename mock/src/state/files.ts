import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
