import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { endHung } from './hung.mjs';
import { fromRoot, root } from './root.mjs';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Without a terminal a long step still says that it lives, this often. */
const quietLineMs = 15_000;
/** The end of a log is where the reason stands. */
const shownLogLines = 80;

export class StepFailed extends Error {
  constructor(step, reason) {
    super(`${step.title}: ${reason}`);
    this.step = step;
  }
}

export const secondsSince = (startedAt) => ((Date.now() - startedAt) / 1000).toFixed(1);

/**
 * Runs steps one after the other, each as `[1/4] title`, with the seconds it took. A step is
 * `{ name, title, command, cwd?, env?, verify?, shownLines?, limitMs?, reportFile? }`; its output goes to
 * .cache/<name>.log and is shown only when it fails. `verify` throws when the command's exit code cannot be trusted;
 * what takes longer than `limitMs` is ended, and says where it stood when it was told to write `reportFile` on SIGUSR2.
 * @throws StepFailed
 */
export async function runSteps(steps) {
  for (const [index, step] of steps.entries()) await runStep(step, `[${index + 1}/${steps.length}] `);
}

/**
 * Runs one step, with `prefix` before its title, and answers what it wrote.
 * @throws StepFailed
 */
export async function runStep(step, prefix = '') {
  const startedAt = Date.now();
  const progress = showProgress(`${prefix}${step.title}`, startedAt);
  const log = logFile(step);
  try {
    await runLogged(step, log);
    await step.verify?.();
  } catch (error) {
    progress.end(`${prefix}${step.title} failed after ${secondsSince(startedAt)} s`);
    console.error(
      readFileSync(log, 'utf8')
        .split('\n')
        .slice(-(step.shownLines ?? shownLogLines))
        .join('\n'),
    );
    console.error(`The whole log: ${log}`);
    throw new StepFailed(step, error.message);
  }
  progress.end(`${prefix}${step.title} (${secondsSince(startedAt)} s)`);
  return readFileSync(log, 'utf8');
}

function logFile(step) {
  mkdirSync(fromRoot('.cache'), { recursive: true });
  return fromRoot('.cache', `${step.name}.log`);
}

function runLogged(step, log) {
  const [program, ...parameters] = step.command;
  return new Promise((resolve, reject) => {
    const output = createWriteStream(log);
    const child = spawn(program, parameters, {
      cwd: step.cwd ?? root,
      env: { ...process.env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: step.shell ?? false,
    });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    let stoppedBy = null;
    const passOn = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.once('SIGINT', passOn).once('SIGTERM', passOn);
    let isHung = false;
    const limit =
      step.limitMs &&
      setTimeout(async () => {
        isHung = true;
        output.write(await endHung(child, step.reportFile));
      }, step.limitMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      if (stoppedBy) process.exit(stoppedBy === 'SIGINT' ? 130 : 143);
      output.end(() =>
        code === 0 && !isHung
          ? resolve()
          : reject(
              new Error(
                isHung
                  ? `took more than ${step.limitMs / 60_000} minutes`
                  : `ended with ${signal ?? `code ${code}`}`,
              ),
            ),
      );
    });
  });
}

function showProgress(text, startedAt) {
  if (!process.stderr.isTTY) {
    console.error(`${text} …`);
    const timer = setInterval(() => console.error(`${text} … ${secondsSince(startedAt)} s`), quietLineMs);
    return { end: (last) => (clearInterval(timer), console.error(last)) };
  }
  let frame = 0;
  const draw = () => {
    const seconds = Math.floor((Date.now() - startedAt) / 1000);
    process.stderr.write(`\r\x1b[2K${frames[frame++ % frames.length]} ${text} … ${seconds} s`);
  };
  draw();
  const timer = setInterval(draw, 120);
  return { end: (last) => (clearInterval(timer), process.stderr.write(`\r\x1b[2K${last}\n`)) };
}
