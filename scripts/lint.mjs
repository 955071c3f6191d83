import { createRequire } from 'node:module';
import path from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { runChecks } from './checks.mjs';
import { fromRoot } from './root.mjs';

const parts = ['core', 'bff', 'miniapp', 'admin', 'mock', 'test', 'scripts'].filter((name) =>
  existsSync(fromRoot(name)),
);
const screens = ['miniapp', 'admin'];
const rest = parts.filter((name) => !screens.includes(name));
const eslint = [programOf('eslint'), '--max-warnings', '0', '--no-error-on-unmatched-pattern'];

/** Two calls of eslint, because each workspace's types are loaded once and by one process. */
const checks = [
  { name: 'eslint (services)', command: [...eslint, ...rest, '*.config.*', '.dependency-cruiser.*'] },
  { name: 'eslint (screens)', command: [...eslint, ...screens] },
  {
    name: 'prettier',
    command: [
      programOf('prettier'),
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${fromRoot('.cache', 'prettier')}`,
      '.',
    ],
  },
  {
    name: 'dependency-cruiser',
    command: [
      programOf('dependency-cruiser', 'depcruise'),
      ...parts,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
    ],
  },
  { name: 'words and SQL', command: [fromRoot('scripts/words.mjs')] },
];

await runChecks('lint', checks);

function programOf(name, program = name) {
  // Not every package exports its package.json, but every one has it beside its code in node_modules.
  const folder = createRequire(fromRoot('package.json'))
    .resolve.paths(name)
    .map((place) => path.join(place, name))
    .find((place) => existsSync(path.join(place, 'package.json')));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[program]);
}
