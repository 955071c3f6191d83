import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { fromRoot } from './root.mjs';

/** What a front takes from the server: the endpoint table and the contract's types. */
const client = ['bff/src/contract', 'bff/src/client.ts'];
/** What regions look like on a map. */
const shapes = 'shapes';
const always = ['package-lock.json', 'package.json'];
const serverSources = ['bff/src', 'core/src', 'bff/package.json', 'core/package.json', 'scripts/bundle.mjs'];

const front = (type, title) => ({
  title,
  sources: ['miniapp', shapes, ...client, ...always],
  settings: [process.env.TARO_APP_API_BASE ?? ''],
  emptied: `miniapp/dist/${type}`,
  output: type === 'h5' ? 'miniapp/dist/h5/index.html' : 'miniapp/dist/weapp/app.json',
  stamp: `miniapp/dist/${type}.sources`,
  cwd: 'miniapp',
  command: () => [programOf('miniapp', '@tarojs/cli', 'bin/taro'), 'build', '--type', type],
  env: { NODE_ENV: 'production' },
});

/** `beside` is what must be built as well before it runs. */
const bundle = (name, title, entry, output, { alsoFrom = [], beside = [] } = {}) => ({
  title,
  entry,
  beside,
  sources: [...serverSources, ...always, path.posix.dirname(entry), ...alsoFrom],
  output,
  stamp: output.replace(/\.cjs$/, '.sources'),
  command: () => [fromRoot('scripts/bundle.mjs'), name],
});

/** Everything that is built before something can run, by name. */
export const builds = {
  h5: front('h5', 'Building the phone and web shop (H5)'),
  weapp: front('weapp', 'Building the WeChat mini-program'),
  admin: {
    title: "Building HQ's console",
    sources: ['admin', shapes, ...client, ...always],
    output: 'admin/dist/index.html',
    stamp: 'admin/dist/.sources',
    cwd: 'admin',
    command: () => [programOf('admin', 'vite', 'bin/vite.js'), 'build'],
    env: { NODE_ENV: 'production' },
  },
  server: bundle('server', 'Bundling the server', 'bff/src/main.ts', 'bff/dist/server.cjs'),
  'stand-in': bundle(
    'stand-in',
    'Bundling the stand-in for WeChat',
    'mock/src/main.ts',
    'mock/dist/stand-in.cjs',
  ),
  books: bundle('books', 'Bundling the books check', 'scripts/tools/books.ts', 'scripts/dist/books.cjs'),
  'set-up': bundle('set-up', 'Bundling the set-up', 'scripts/tools/set-up.ts', 'scripts/dist/set-up.cjs'),
  demo: bundle('demo', 'Bundling the demo', 'scripts/tools/demo.ts', 'scripts/dist/demo.cjs'),
  import: bundle('import', 'Bundling the import', 'scripts/tools/import.ts', 'scripts/dist/import.cjs'),
  export: bundle('export', 'Bundling the export', 'scripts/tools/export.ts', 'scripts/dist/export.cjs'),
  cluster: bundle('cluster', 'Bundling the cluster run', 'test/cluster/main.ts', 'test/dist/cluster.cjs', {
    alsoFrom: ['test/api', 'test/engines'],
    beside: ['server'],
  }),
  faults: bundle('faults', 'Bundling the fault runs', 'test/faults/main.ts', 'scripts/dist/faults.cjs', {
    alsoFrom: ['test/api', 'test/engines'],
    beside: ['server'],
  }),
  replay: bundle('replay', 'Bundling the replay', 'scripts/tools/replay.ts', 'scripts/dist/replay.cjs'),
  bench: bundle('bench', 'Bundling the benchmarks', 'test/bench/main.ts', 'test/dist/bench.cjs', {
    alsoFrom: ['test/engines'],
    beside: ['server'],
  }),
};

/** Steps for those of `names` whose output is missing or older than its sources, by content. */
export function buildSteps(names) {
  return names.filter((name) => isStale(builds[name])).map((name) => buildStep(name, builds[name]));
}

function isStale({ sources, settings, output, stamp }) {
  if (!existsSync(fromRoot(output)) || !existsSync(fromRoot(stamp))) return true;
  return readFileSync(fromRoot(stamp), 'utf8') !== fingerprint(sources, settings);
}

/** The command is a getter: where a program lies is known only once the packages are installed. */
function buildStep(name, { title, sources, settings, emptied, output, stamp, cwd, command, env }) {
  let before;
  return {
    name: `build-${name}`,
    title,
    cwd: fromRoot(cwd ?? '.'),
    env,
    get command() {
      before = fingerprint(sources, settings);
      rmSync(fromRoot(stamp), { force: true });
      if (emptied) rmSync(fromRoot(emptied), { recursive: true, force: true });
      return [process.execPath, ...command()];
    },
    // Taro ends with 0 when its settings are wrong, so only the output proves a build.
    verify: () => {
      if (!existsSync(fromRoot(output))) throw new Error(`${output} was not made`);
      mkdirSync(path.dirname(fromRoot(stamp)), { recursive: true });
      writeFileSync(fromRoot(stamp), before);
    },
  };
}

function programOf(workspace, name, file) {
  const manifest = createRequire(fromRoot(workspace, 'package.json')).resolve(`${name}/package.json`);
  return path.join(path.dirname(manifest), file);
}
