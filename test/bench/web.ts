import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demoPassword } from '@tongpan/core';
import { openBrowser, screens } from '../browser/chromium';
import { startTongpan } from '../browser/server-process';
import { printBars } from './bars';
import type { Options } from './options';
import { median } from './statistics';
import { rounded } from './table';

/** A cheap phone on a bad network, as the issue names them. */
const slowCpu = 4;
const fast3G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const rounds = 5;
const waitMs = 60_000;

type Memory = NonNullable<BrowserContextOptions['storageState']>;

/**
 * `npm run bench -- web`: what a phone loads before the shop can be used, and how long that takes; what the
 * mini-program and the console weigh. Builds must be there. Answers whether the bars were reached.
 */
export async function benchWeb({ length }: Options): Promise<boolean> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongpan-web-'));
  const [server, browser] = await Promise.all([
    startTongpan({ dataDir, databaseUrl: null, databasePool: 1, redisUrl: null }),
    openBrowser(),
  ]);
  try {
    const memory = await signedIn(browser, server.base);
    const loads: Load[] = [];
    for (let round = 0; round < (length === 'quick' ? 1 : rounds); round += 1) {
      const load = await openOnPhone(browser, server.base, memory);
      process.stdout.write(
        `  round ${round + 1}: list after ${Math.round(load.listMs)} ms, tap answered after ${Math.round(load.answeredMs)} ms, ${Math.round(load.scriptBytes / 1000)} kB of script\n`,
      );
      loads.push(load);
    }
    const h5Kb = (median(loads.map(({ scriptBytes }) => scriptBytes)) ?? 0) / 1000;
    const interactiveMs = median(loads.map(({ answeredMs }) => answeredMs)) ?? 0;
    const adminKb = (await consoleScripts(browser, server.base)) / 1000;
    const sizes = builtSizes();
    const mainKb = sizes.weappMainBytes / 1000;
    const bars = [
      { what: 'kB of script (gzip) on the first route of the shop', value: h5Kb, atMost: 200 },
      { what: 'ms until the list stands there and a tap is answered', value: interactiveMs, atMost: 3_000 },
      { what: 'kB of the mini-program’s main package', value: mainKb, atMost: 1_200 },
      { what: 'kB of script (gzip) before the console’s sign-in', value: adminKb, atMost: 350 },
    ];
    printBars(bars);
    process.stdout.write(
      `${JSON.stringify({
        bench: 'web',
        h5InitialJsGzipKb: rounded(h5Kb),
        interactiveMs: rounded(interactiveMs),
        weappMainKb: rounded(mainKb),
        weappTotalKb: rounded(sizes.weappTotalBytes / 1000),
        adminInitialJsGzipKb: rounded(adminKb),
      })}\n`,
    );
    return bars.every(({ value, atMost }) => value <= atMost);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Load {
  readonly listMs: number;
  readonly answeredMs: number;
  /** Of all scripts that came until then, gzipped. */
  readonly scriptBytes: number;
}

/** What the browser of somebody who has logged in before remembers; its cache it does not. */
async function signedIn(browser: Browser, base: string): Promise<Memory> {
  const context = await browser.newContext({ ...screens.phone, baseURL: base });
  const page = await context.newPage();
  await page.goto('/');
  await page.locator('#login-name input').fill('s001');
  await page.locator('#login-password input').fill(demoPassword);
  await page.locator('#login-submit').tap();
  await page.locator('[id^="sku-add-"]:visible').first().waitFor({ timeout: waitMs });
  const memory = await context.storageState();
  await context.close();
  return memory;
}

/** Opens the shop with a cold cache until the list can be seen and a tap on it is answered. */
async function openOnPhone(browser: Browser, base: string, memory: Memory): Promise<Load> {
  const context = await browser.newContext({ ...screens.phone, baseURL: base, storageState: memory });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', fast3G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowCpu });
  const scripts = scriptsOf(page);

  const startedAt = performance.now();
  await page.goto('/', { waitUntil: 'commit' });
  const add = page.locator('[id^="sku-add-"]:visible').first();
  await add.waitFor({ timeout: waitMs });
  const listMs = performance.now() - startedAt;
  await add.tap({ timeout: waitMs });
  await page.locator('#cart-count:visible').waitFor({ timeout: waitMs });
  const answeredMs = performance.now() - startedAt;

  const scriptBytes = await scripts();
  await context.close();
  return { listMs, answeredMs, scriptBytes };
}

/** What the console loads until somebody can sign in. */
async function consoleScripts(browser: Browser, base: string): Promise<number> {
  const context = await browser.newContext({ ...screens.desk, baseURL: base });
  const page = await context.newPage();
  const scripts = scriptsOf(page);
  await page.goto('/admin/');
  await page.locator('[data-testid="login-submit"]').first().waitFor({ timeout: waitMs });
  const bytes = await scripts();
  await context.close();
  return bytes;
}

/** Notes the scripts of a page as they come; answers their bytes, gzipped. */
function scriptsOf(page: Page) {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok())
      bodies.push(response.body().catch(() => Buffer.alloc(0)));
  });
  return async () => (await Promise.all(bodies)).reduce((bytes, body) => bytes + gzipSync(body).length, 0);
}

/** @throws Error when the mini-program is not built */
function builtSizes() {
  const script = path.join(__dirname, '../../scripts/check-sizes.mjs');
  const said: unknown = JSON.parse(execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' }));
  const { weappMainBytes, weappTotalBytes } = said as Partial<Record<string, number>>;
  if (weappMainBytes === undefined || weappTotalBytes === undefined)
    throw new Error('not built: miniapp/dist/weapp; npm run build builds it');
  return { weappMainBytes, weappTotalBytes };
}
