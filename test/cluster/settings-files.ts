import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The settings of deploy/cluster, from the sources and from a bundle alike. */
export const deployedSettings = (file: string) =>
  readFileSync(path.resolve(__dirname, '../../deploy/cluster', file), 'utf8');

/** The value of `name` in a file of `name=value` lines, without its quotes. */
export function settingIn(text: string, name: string): string {
  const line = text.split('\n').find((one) => one.startsWith(`${name}=`));
  if (!line) throw new Error(`deploy/cluster does not set ${name}`);
  return line.slice(name.length + 1).replace(/^"|"$/g, '');
}
