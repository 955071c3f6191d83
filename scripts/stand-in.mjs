import { spawn } from 'node:child_process';
import path from 'node:path';

const readyMs = 30_000;
const stopMs = 5_000;
const usualPort = 8080;

const given = (value) => value?.trim() || undefined;

/** The demo is paid at a stand-in for WeChat, unless there is the real one. */
export const isStandInWanted = ({ WECHAT_CONFIG, DEMO }) =>
  given(WECHAT_CONFIG) === undefined && !['off', 'false', '0'].includes(given(DEMO));

/**
 * Starts the stand-in for WeChat on a free port, with its keys and books in the data folder, and waits until it
 * listens. Null when it does not start: the shop is open without it, and takes no money online.
 */
export async function startStandIn(bundle, env) {
  const folder = path.resolve(given(env.DATA_DIR) ?? '.data', 'wechat');
  const origin = `http://127.0.0.1:${given(env.PORT) ?? usualPort}`;
  const parameters = ['--port', '0', '--folder', folder, '--notify-url', origin];
  // Its channel tells when it is ready, and closes with us however we end.
  const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await ended;
    clearTimeout(killing);
  };
  const isReady = await Promise.race([
    new Promise((resolve) => child.once('message', () => resolve(true))),
    ended.then(() => false),
    new Promise((resolve) => setTimeout(() => resolve(false), readyMs).unref()),
  ]);
  if (isReady) return { env: { WECHAT_CONFIG: path.join(folder, 'wechat.json') }, stop };
  console.error('The stand-in for WeChat did not start; nothing can be paid online.');
  await stop();
  return null;
}
