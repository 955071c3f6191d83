import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { screens } from './chromium';
import { watchFaults } from './faults';

export { openBrowser, screens } from './chromium';

const waitMs = 20_000;
/** Pages are watched by the step; a machine with others on it takes its time for one. */
jest.setTimeout(120_000);

const shotsFolder = process.env.BROWSER_SHOTS ?? path.join(__dirname, '../../.cache/browser-shots');

/** One person before one screen, with a memory of their own. */
export interface Visitor {
  readonly page: Page;
  /** Everything that went wrong in the page so far; see `watchFaults`. */
  readonly faults: ReturnType<typeof watchFaults>;
  /** Keeps a picture of what is seen now, for a person to look at. */
  shot(name: string): Promise<void>;
  leave(): Promise<void>;
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
