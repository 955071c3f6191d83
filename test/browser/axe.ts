/// <reference lib="dom" />
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page for people who see little or use no mouse: each rule with what breaks it. */
export const axeFindings = (page: Page) => findingsOf(page, ['minor', 'moderate', 'serious', 'critical']);

/** What of that keeps somebody from using the page. */
export const gravestAxeFindings = (page: Page) => findingsOf(page, ['serious', 'critical']);

async function findingsOf(page: Page, impacts: readonly string[]): Promise<readonly string[]> {
  // The content policy keeps foreign scripts out of the page; what a debugger evaluates is none.
  await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    const grave = violations.filter(({ impact }) => wanted.includes(impact ?? 'critical'));
    return grave.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none][0]?.message ?? '';
        return `${id}: ${target.join(' ')} (${why})`;
      }),
    );
  }, impacts);
}

/** Between day and night colours glide, and are neither; they set out in the frame after the page has changed. */
const colourHasSettled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const gliding = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(gliding.map(({ finished }) => finished));
  });

/** The same by day and by night. */
export async function axeFindingsInBothThemes(page: Page) {
  const findings: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    await colourHasSettled(page);
    const found = await axeFindings(page);
    if (found.length > 0) findings[colorScheme] = found;
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return findings;
}
