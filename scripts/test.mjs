import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { requireNode } from './node-version.mjs';

requireNode();
const [{ packageSteps }, { buildSteps }, { fromRoot }, { runStep, secondsSince }] = await Promise.all([
  import('./packages.mjs'),
  import('./builds.mjs'),
  import('./root.mjs'),
  import('./step.mjs'),
]);

/**
 * `npm test` runs every step in this order; `npm test -- unit api` only those named (and the builds they
 * need). With `--all`, whatever was not run counts like a failure.
 */
const script = (name) => [process.execPath, fromRoot('scripts', `${name}.mjs`)];
const steps = {
  lint: () => runScript('lint', 'lint'),
  types: () => runScript('types', 'types'),
  unit: () => runSuite('unit', ['--maxWorkers=2']),
  build: () => runBuilds(['server', 'h5', 'admin', 'weapp']),
  size: () => runScript('size', 'check-sizes'),
  adapters: () => runSuite('adapters', ['--runInBand']),
  // One process for all its files would need more memory than Node takes: it is begun anew when it has grown.
  api: () => runSuite('api', ['--maxWorkers=2', '--workerIdleMemoryLimit=1500MB']),
  browser: () => runSuite('browser', ['--runInBand']),
  weapp: () => runSuite('weapp', ['--runInBand']),
  faults: () => runSuite('faults', ['--runInBand']),
};
const builtFor = {
  size: ['h5', 'admin', 'weapp'],
  browser: ['server', 'stand-in', 'h5', 'admin'],
  weapp: ['weapp'],
  faults: ['server'],
};

const notRunFile = fromRoot('.cache', 'test-not-run.jsonl');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const strict = process.argv.includes('--all');
const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const results = [];
const notRun = [];
mkdirSync(fromRoot('.cache'), { recursive: true });
rmSync(notRunFile, { force: true });
try {
  for (const step of packageSteps()) await runStep(step);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const failedBuilds = new Set();
for (const name of Object.keys(steps).filter((step) => named.length === 0 || named.includes(step))) {
  await runNamed(name);
}
report();

async function runNamed(name) {
  const startedAt = Date.now();
  const outcome = await (lacking(name) ?? steps[name])().catch((error) => ({ failed: error.message }));
  results.push({ name, seconds: secondsSince(startedAt), ...outcome });
}

/** What stands in for a step whose build has failed, here or in the step `build`. */
function lacking(name) {
  const needed = builtFor[name] ?? [];
  if (needed.length === 0) return null;
  return async () => {
    const built = needed.some((build) => failedBuilds.has(build)) ? null : await runBuilds(needed);
    if (built && !built.failed) return steps[name]();
    notRun.push({ suite: name, reason: 'what it tests could not be built' });
    return built ?? { skipped: true };
  };
}

async function runScript(name, file) {
  const output = await runStep({ name: `test-${name}`, title: name, command: script(file), shownLines: 400 });
  return { note: name === 'size' ? output.split('\n')[0] : '' };
}

async function runBuilds(names) {
  const failed = [];
  for (const step of buildSteps(names)) {
    const build = step.name.replace(/^build-/, '');
    await runStep(step).catch(() => failed.push(build));
  }
  for (const build of failed) failedBuilds.add(build);
  return failed.length > 0 ? { failed: `cannot build ${failed.join(', ')}` } : {};
}

async function runSuite(name, parameters) {
  const { suiteStep, obstacleTo, readAnswer } = await import('./suites.mjs');
  const obstacle = obstacleTo(name);
  if (obstacle) {
    notRun.push({ suite: name, reason: obstacle });
    return { skipped: true };
  }
  await runStep(suiteStep(name, notRunFile, parameters));
  const answer = readAnswer(name);
  notRun.push(...answer.notRun);
  return answer.passed > 0 ? { note: `${answer.passed} tests` } : { skipped: true };
}

function report() {
  if (existsSync(notRunFile)) {
    const lines = readFileSync(notRunFile, 'utf8').split('\n').filter(Boolean);
    notRun.push(...lines.map((line) => JSON.parse(line)));
  }
  console.log('\nStep       Result     Seconds');
  for (const { name, seconds, failed, skipped, note } of results) {
    const result = failed ? 'FAILED' : skipped ? 'not run' : 'ok';
    console.log(
      `${name.padEnd(10)} ${result.padEnd(10)} ${seconds.padStart(7)}  ${failed ?? note ?? ''}`.trimEnd(),
    );
  }
  console.log(notRun.length > 0 ? '\nNot run:' : '\nNothing was left out.');
  for (const { suite, reason } of notRun) console.log(`  ${suite}: ${reason}`);
  const failed = results.some((result) => result.failed);
  process.exitCode = failed || (strict && notRun.length > 0) ? 1 : 0;
}
