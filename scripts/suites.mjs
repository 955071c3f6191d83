import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fromRoot } from './root.mjs';

const require = createRequire(fromRoot('package.json'));
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** About four times what each takes on two cores: what takes longer hangs. */
const limitMinutes = { unit: 15, adapters: 15, api: 60, browser: 45, weapp: 15, faults: 30 };

/** The step that runs one Jest project; each suite writes what it leaves out to `notRunFile`. */
export function suiteStep(name, notRunFile, parameters = []) {
  const answerFile = answerOf(name);
  const reportFile = fromRoot('.cache', `test-${name}.hung.json`);
  rmSync(answerFile, { force: true });
  return {
    name: `test-${name}`,
    title: name,
    command: [
      process.execPath,
      '--report-on-signal',
      `--report-filename=${reportFile}`,
      require.resolve('jest/bin/jest'),
      '--ci',
      '--passWithNoTests',
      // What a failed test leaves open would keep the run from ending, and nobody would hear what failed.
      '--forceExit',
      ...['--selectProjects', name],
      ...['--json', '--outputFile', answerFile],
      ...parameters,
    ],
    env: { TEST_SKIPPED_FILE: notRunFile, ...(chromium() && { CHROMIUM_PATH: chromium() }) },
    shownLines: 400,
    limitMs: limitMinutes[name] * 60_000,
    reportFile,
  };
}

/** Why a suite cannot run here at all, or null. */
export function obstacleTo(name) {
  const { projects } = require(fromRoot('jest.config.cjs'));
  if (!projects.some(({ displayName }) => displayName === name)) return 'it has no tests yet';
  if (name === 'browser' && !chromium()) return 'no Chromium found; CHROMIUM_PATH may name one';
  return null;
}

/** How many tests passed, and which lay still, each `{ suite, reason }`. */
export function readAnswer(name) {
  const answer = JSON.parse(readFileSync(answerOf(name), 'utf8'));
  if (answer.numTotalTests === 0)
    return { passed: 0, notRun: [{ suite: name, reason: 'it has no tests yet' }] };
  const still = answer.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => ({ suite: `${name}: ${fullName}`, reason: 'switched off in its file' }));
  return { passed: answer.numPassedTests, notRun: still };
}

const answerOf = (name) => fromRoot('.cache', `test-${name}.json`);

function chromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => chromiumNames.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
