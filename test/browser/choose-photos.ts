import type { Page } from 'playwright-core';
import { pictureOf } from '../api/upload-photo';

/** Chooses pictures with the picker of a form, one for each word, and waits until the server has them all. */
export async function choosePhotos(page: Page, pickerId: string, ...words: string[]): Promise<void> {
  const before = await page.locator(`[id="${pickerId}"]:visible [data-state="there"]`).count();
  const choosing = page.waitForEvent('filechooser');
  await page.locator(`[id="${pickerId}-add"]:visible`).tap();
  const chooser = await choosing;
  const pictures = await Promise.all(words.map(pictureOf));
  await chooser.setFiles(
    pictures.map((buffer, index) => ({ name: `photo-${index}.jpg`, mimeType: 'image/jpeg', buffer })),
  );
  await page
    .locator(`[id="${pickerId}"]:visible [data-state="there"]`)
    .nth(before + words.length - 1)
    .waitFor();
}
