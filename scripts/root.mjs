import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever a script was started. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const fromRoot = (...parts) => path.join(root, ...parts);
