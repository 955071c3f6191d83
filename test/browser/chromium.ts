import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { findProgram } from '../engines/child-server';

const parameters = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

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

/** @throws Error when there is no Chromium on this machine */
export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('no Chromium found; CHROMIUM_PATH may name one');
  return chromium.launch({ executablePath, args: parameters });
}
