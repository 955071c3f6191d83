import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const reportWaitMs = 5_000;

/**
 * Ends a Node process that does not end by itself, and answers where it stood: its stack and what it waited for, from the
 * report it writes to `reportFile` on SIGUSR2. One that is held inside native code writes none.
 */
export async function endHung(child, reportFile) {
  if (reportFile) {
    rmSync(reportFile, { force: true });
    child.kill('SIGUSR2');
    for (let waitedMs = 0; waitedMs < reportWaitMs && !existsSync(reportFile); waitedMs += 100)
      await pause(100);
    await pause(500);
  }
  child.kill('SIGKILL');
  // Whoever was started below and lives on holds the pipes open.
  child.stdout.destroy();
  child.stderr.destroy();
  return `\nIt hung, and was ended.\n${reportFile && existsSync(reportFile) ? read(reportFile) : 'It wrote no report: nothing had a turn in it any more.'}\n`;
}

function read(reportFile) {
  const { javascriptStack, libuv } = JSON.parse(readFileSync(reportFile, 'utf8'));
  const waitedFor = libuv.filter((handle) => handle.is_active && handle.is_referenced);
  return [
    javascriptStack?.message,
    ...(javascriptStack?.stack ?? []),
    'It waited for:',
    ...waitedFor.map(({ type, ...handle }) => `  ${type} ${JSON.stringify(handle)}`),
  ].join('\n');
}
