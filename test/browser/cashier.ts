import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { ServerProcess } from './server-process';

const program = path.join(__dirname, '../../mock/dist/stand-in.cjs');

export interface Cashier {
  /** The settings file that leads a server here. */
  readonly wechatConfig: string;
  /** Lets notices find the server, wherever it listens. */
  leadTo(server: Pick<ServerProcess, 'base'>): Promise<void>;
  /** Changes the stand-in. */
  control(what: string, body: object): Promise<void>;
  /** What it keeps, such as the text messages it was given. */
  look<Answer>(what: string): Promise<Answer>;
  /** The script that WeChat's browser puts into every page. */
  bridge(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A stand-in for WeChat in a process of its own, whose refunds do not take their time.
 * @throws Error when it does not start
 */
export async function openCashier(folder: string): Promise<Cashier> {
  const child = spawn(process.execPath, [program, '--port', '0', '--folder', folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<null>((resolve) => child.once('exit', () => resolve(null)));
  const told = new Promise<{ url: string }>((resolve) =>
    child.once('message', (message) => resolve(message as { url: string })),
  );
  const ready = await Promise.race([told, ended]);
  if (ready === null) throw new Error('the stand-in did not start; npm test builds it');
  const { url } = ready;
  const control = async (what: string, body: object) => {
    const answer = await fetch(`${url}/controls/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  };
  return {
    wechatConfig: path.join(folder, 'wechat.json'),
    leadTo: ({ base }) => control('settings', { callbackOrigin: base, refundMs: 0, refundSpacingMs: 0 }),
    control,
    look: async <Answer>(what: string) => (await (await fetch(`${url}/controls/${what}`)).json()) as Answer,
    bridge: async () => (await fetch(`${url}/cashier/bridge.js`)).text(),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Presses a button of the cashier's page, and goes back to the merchant where there is a way. */
export async function atCashier(
  page: Page,
  answer: '支付' | '取消',
  { goesBack = true } = {},
): Promise<void> {
  await page.getByRole('button', { name: answer, exact: true }).click();
  const words = answer === '支付' ? '支付成功' : '已取消支付';
  await page.getByRole('heading', { name: words }).waitFor();
  if (goesBack) await page.getByRole('link', { name: '返回商家' }).click();
}
