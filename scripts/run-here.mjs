import { spawn } from 'node:child_process';

/** Room for the objects of a few batches of orders: as in `deploy/tongpan.service`. */
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=64'];
const parentCheckMs = 250;
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a bundle in this terminal until it ends, and ends with its exit code. `parameters` go to it, `env` is added to
 * what it finds, and `afterwards` is waited for when it has ended.
 */
export function runHere(bundle, parameters = [], { env = {}, afterwards = async () => {} } = {}) {
  const child = spawn(process.execPath, [...nodeFlags, bundle, ...parameters], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  // Ctrl-C reaches every process of a terminal by itself; passed on, the server would hear it twice, and a
  // second signal means "do not wait".
  const atTerminal = process.stdin.isTTY === true;
  process.on('SIGINT', () => atTerminal || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  stopWithParent(child);
  child.once('error', (error) => {
    console.error(error.message);
    afterwards().finally(() => process.exit(1));
  });
  child.once('exit', (code, signal) => {
    const exitCode = code ?? 128 + (signalNumbers[signal] ?? 1);
    afterwards().finally(() => process.exit(exitCode));
  });
}

/**
 * A signal to `npm start` ends npm and the shell between us, and the shell passes nothing on: losing our
 * parent is how we hear of it.
 */
function stopWithParent(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, parentCheckMs);
  timer.unref();
}
