import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './root.mjs';
import { secondsSince } from './step.mjs';

/**
 * Starts the shop as a newcomer would (`npm start` with an empty data folder), looks at every front, stops
 * it, and does it again to time the second start.
 */
const firstStartMs = 15 * 60_000;
const secondStartMs = 5_000;
const stopMs = 20_000;
const pages = [
  ['/', /text\/html/],
  ['/admin/', /text\/html/],
  ['/api/openapi.json', /json/],
];

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'tongpan-start-'));
try {
  const first = await startAndLook(firstStartMs);
  console.log(`The first start was ready after ${(first / 1000).toFixed(1)} s.`);
  const second = await startAndLook(firstStartMs);
  console.log(`The second start was ready after ${(second / 1000).toFixed(1)} s.`);
  if (second > secondStartMs) throw new Error(`a second start has ${secondStartMs / 1000} s`);
} catch (error) {
  console.error(`The start check failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Milliseconds until the server said it was ready. */
async function startAndLook(limitMs) {
  const port = await freePort();
  let standInPort = null;
  const startedAt = Date.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, WECHAT_CONFIG: '', DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  try {
    await Promise.race([
      readyAt(`http://127.0.0.1:${port}/readyz`, child, startedAt + limitMs),
      ended.then((how) => Promise.reject(new Error(`npm start ended with ${how} before it was ready`))),
    ]);
    const readyMs = Date.now() - startedAt;
    for (const [page, kind] of pages) await look(`http://127.0.0.1:${port}${page}`, kind);
    standInPort = Number(new URL(cashierUrl()).port);
    await look(`${cashierUrl()}/cashier`, /text\/html/);
    return readyMs;
  } finally {
    await stop(child, ended, [port, standInPort]);
  }
}

/** Where the demo is paid. */
function cashierUrl() {
  return JSON.parse(readFileSync(path.join(dataDir, 'wechat', 'wechat.json'), 'utf8')).payUrl;
}

async function readyAt(address, child, until) {
  while (Date.now() < until && child.exitCode === null) {
    const isReady = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await pause(50);
  }
  throw new Error(`${address} did not answer in time`);
}

async function look(address, kind) {
  const startedAt = Date.now();
  const answer = await fetch(address);
  const body = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok || !kind.test(type) || body.length === 0) {
    throw new Error(`${address} answered ${answer.status} ${type}: ${body.slice(0, 200)}`);
  }
  console.log(`${address} ${answer.status} ${type} ${body.length} characters (${secondsSince(startedAt)} s)`);
}

/** Stops what was started, and makes sure that its ports are free again: nothing stays behind. */
async function stop(child, ended, ports) {
  child.kill('SIGTERM');
  const how = await Promise.race([ended, pause(stopMs, null, { ref: false })]);
  if (how === null) throw new Error('npm start did not stop when asked to');
  const until = Date.now() + stopMs;
  for (const port of ports.filter((one) => one !== null))
    while (!(await isFree(port))) {
      if (Date.now() > until) throw new Error(`what listens on ${port} outlived npm start`);
      await pause(50);
    }
}

async function freePort() {
  const server = await listening(0);
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isFree(port) {
  const server = await listening(port).catch(() => null);
  if (server === null) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

function listening(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
