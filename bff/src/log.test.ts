import { execFile } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { openLog } from './log';

const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everythingButIntervals = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

async function eventually(holds: () => boolean) {
  for (let turn = 0; turn < 250 && !holds(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
}

describe('lines that are collected', () => {
  // The log's own clock stands still until a test moves it: nothing here depends on how fast a machine is.
  beforeEach(() => jest.useFakeTimers({ doNotFake: [...everythingButIntervals] }));
  afterEach(() => jest.useRealTimers());

  it('are written after a moment', async () => {
    const file = path.join(folder, 'together.log');
    const log = openLog({ level: 'info', together: true, to: openSync(file, 'w') });

    for (let line = 0; line < 3; line += 1) log.info({ line }, 'request');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(linesOf(file)).toHaveLength(0);

    jest.advanceTimersByTime(250);
    await eventually(() => linesOf(file).length === 3);
  });

  it('are written with a warning, which waits for nothing', async () => {
    const file = path.join(folder, 'warning.log');
    const log = openLog({ level: 'info', together: true, to: openSync(file, 'w') });

    log.info({}, 'before');
    log.warn({}, 'look');

    await eventually(() => linesOf(file).length === 2);
  });
});

it('loses no line of a process that exits', async () => {
  const program = path.join(folder, 'program.cjs');
  await build({
    stdin: {
      contents: `import { openLog } from './log';
        const log = openLog({ level: 'info', together: true });
        for (let line = 0; line < 1000; line += 1) log.info({ line }, 'request');
        process.exit(0);`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['pino'],
  });

  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, NODE_PATH: path.join(__dirname, '../../node_modules') },
  });

  expect(stdout.split('\n').filter(Boolean)).toHaveLength(1_000);
});
