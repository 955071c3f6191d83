import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { openLog } from './log';

const folder = mkdtempSync(path.join(tmpdir(), 'tongpan-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

async function eventually(holds: () => boolean) {
  for (let turn = 0; turn < 100 && !holds(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
}

it('collects lines, and writes them after a moment', async () => {
  const to = path.join(folder, 'together.log');
  const log = openLog({ level: 'info', together: true, to });

  for (let line = 0; line < 3; line += 1) log.info({ line }, 'request');

  expect(linesOf(to)).toHaveLength(0);
  await eventually(() => linesOf(to).length === 3);
});

it('writes a warning without waiting for others', async () => {
  const to = path.join(folder, 'warning.log');
  const log = openLog({ level: 'info', together: true, to });
  await new Promise((resolve) => setTimeout(resolve, 50));

  const startedAt = performance.now();
  log.info({}, 'before');
  log.warn({}, 'look');

  await eventually(() => linesOf(to).length === 2);
  expect(performance.now() - startedAt).toBeLessThan(200);
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
