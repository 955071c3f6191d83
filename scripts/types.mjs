import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runChecks } from './checks.mjs';
import { fromRoot } from './root.mjs';

/** Checks the types of every workspace, and of the tools beside them. */
const { workspaces } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
const tsc = createRequire(fromRoot('package.json')).resolve('typescript/bin/tsc');
const checked = [...workspaces, 'scripts'].filter((name) => existsSync(fromRoot(name, 'tsconfig.json')));

await runChecks(
  'types',
  checked.map((name) => ({ name, command: [tsc, '--noEmit', '--pretty', 'false', '-p', fromRoot(name)] })),
);
