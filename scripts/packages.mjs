import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './root.mjs';

const stampFile = fromRoot('node_modules', '.tongpan-lock');

/** Steps that bring node_modules to what package-lock.json says; none when it is there already. */
export function packageSteps() {
  const wanted = lockHash();
  const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : null;
  if (installed === wanted) return [];
  if (isInstalled()) {
    writeFileSync(stampFile, wanted);
    return [];
  }
  const parameters = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  return [
    {
      name: 'packages',
      title: 'Installing packages',
      ...npmCommand(parameters),
      verify: () => writeFileSync(stampFile, wanted),
    },
  ];
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(fromRoot('package-lock.json')))
    .digest('hex');
}

/** npm keeps its own note of what it installed: somebody who ran npm by hand need not wait for another `npm ci`. */
function isInstalled() {
  const note = fromRoot('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (!place.includes('node_modules/')) return true;
    const there = found[place];
    if (!there) return optional === true;
    return there.version === version && there.integrity === integrity && existsSync(fromRoot(place));
  });
}

/** npm itself, as a script of this Node where it told us its place, since Windows cannot spawn `npm`. */
function npmCommand(parameters) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script))
    return { command: [process.execPath, script, ...parameters] };
  return { command: ['npm', ...parameters], shell: process.platform === 'win32' };
}
