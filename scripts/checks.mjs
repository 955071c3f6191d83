import { spawn } from 'node:child_process';
import { root } from './root.mjs';
import { secondsSince } from './step.mjs';

/** As many at once as the smallest machine we build on has cores. */
const lanes = 2;

/**
 * Runs checks (`{ name, command }`, each a script for this Node) two at a time, prints one line each and
 * the whole output of those that fail, and leaves the exit code at 1 when any did.
 */
export async function runChecks(what, checks) {
  const waiting = [...checks];
  const failed = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = Date.now();
      const { code, output } = await run(check.command);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.name} (${secondsSince(startedAt)} s)`);
      if (code === 0) continue;
      failed.push(check.name);
      console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  if (failed.length > 0) console.log(`\n${what} failed: ${failed.join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
