import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findProgram } from '../engines/child-server';
import { watchFaults } from './faults';

const parameters = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const waitMs = 20_000;
/** Pages are watched by the step; a machine with others on it takes its time for one. */
jest.setTimeout(120_000);

const shotsFolder = process.env.BROWSER_SHOTS ?? path.join(__dirname, '../../.cache/browser-shots');

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';

/** The screens that people sit before. */
export const screens = {
  phone,
  /** The same where a page looks at what it runs in. */
  android: { ...phone, userAgent: android },
  wechat: { ...phone, userAgent: `${android} MicroMessenger/8.0.50` },
  desk: { viewport: { width: 1440, height: 900 } },
  smallDesk: { viewport: { width: 1200, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;

/** One person before one screen, with a memory of their own. */
export interface Visitor {
  readonly page: Page;
  /** Everything that went wrong in the page so far; see `watchFaults`. */
  readonly faults: ReturnType<typeof watchFaults>;
  /** Keeps a picture of what is seen now, for a person to look at. */
  shot(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** @throws Error when there is no Chromium on this machine */
export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('no Chromium found; CHROMIUM_PATH may name one');
  return chromium.launch({ executablePath, args: parameters });
}

/** Seats somebody before a screen that has never been at this server. */
export async function seat(
  browser: Browser,
  { base, screen, album }: { base: string; screen: keyof typeof screens; album: string },
): Promise<Visitor> {
  const context = await browser.newContext({
    ...screens[screen],
    baseURL: base,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(waitMs);
  const faults = watchFaults(context, base);
  const page = await context.newPage();
  return {
    page,
    faults,
    async shot(name) {
      mkdirSync(shotsFolder, { recursive: true });
      await page.screenshot({ path: path.join(shotsFolder, `${album}-${name}.png`), animations: 'disabled' });
    },
    leave: () => context.close(),
  };
}
