import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { builds } from './builds.mjs';
import { fromRoot, root } from './root.mjs';

/**
 * Bundles the server and the tools that exist (or those named) from the TypeScript of the workspaces.
 * Published packages stay outside: they are found in node_modules when the bundle runs.
 */
const named = process.argv.slice(2);
const known = Object.entries(builds).filter(([, { entry }]) => entry);
const chosen = known.filter(([name, { entry }]) =>
  named.length > 0 ? named.includes(name) : existsSync(fromRoot(entry)),
);
const unknown = named.filter((name) => !known.some(([other]) => other === name));
if (unknown.length > 0) throw new Error(`nothing to bundle is called ${unknown.join(', ')}`);

for (const [, { entry, output }] of chosen) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    metafile: true,
    // A module's own address, which a CommonJS bundle has under another name.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [{ name: 'workspaces-inside', setup: workspacesInside }],
    logLevel: 'info',
  });
  requireAll(metafile, output);
}

/** The workspaces are sources and go into the bundle; every other package stays out of it. */
function workspacesInside({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
    if (kind === 'entry-point' || name.startsWith('@tongpan/')) return undefined;
    return { path: name, external: true };
  });
}

/** A package that only a workspace has would be missing at the customer's, so look for each one now. */
function requireAll(metafile, output) {
  const { resolve } = createRequire(fromRoot(output));
  const names = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.map(({ path: name }) => name),
  );
  for (const name of new Set(names)) resolve(name);
}
