/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What is made to be pushed sideways: rows of choices on a phone, and a wide table within its panel. */
export const madeToScroll = {
  phone: ['.chips', '.categories', '.strip__view'],
  desk: [],
  smallDesk: ['.ant-table-wrapper'],
};

/**
 * What does not fit into the width of the page, each by its tag and classes: the page itself when it can
 * be pushed sideways, a box that scrolls sideways, and whatever sticks out at the right edge.
 */
export const whatDoesNotFit = (page: Page, excepted: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((exceptions) => {
    const width = document.documentElement.clientWidth;
    const nameOf = ({ tagName, id, className }: Element) =>
      [tagName.toLowerCase(), id && `#${id}`, String(className).trim() && `.${String(className).trim()}`]
        .filter(Boolean)
        .join(' ');
    const scrollsSideways = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1;
    const isExcepted = (element: Element) => exceptions.some((exception) => element.closest(exception));
    /** Inside a box that scrolls or shortens its text, an edge beyond the page's is that box's affair. */
    const isKeptIn = (element: Element | null): boolean =>
      element !== null &&
      (scrollsSideways(element) ||
        getComputedStyle(element).textOverflow === 'ellipsis' ||
        isKeptIn(element.parentElement));

    const found: string[] = [];
    if (document.documentElement.scrollWidth > width) found.push('the page');
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || isExcepted(element)) continue;
      if (scrollsSideways(element)) found.push(`${nameOf(element)} scrolls`);
      else if (box.right > width + 1 && !isKeptIn(element)) found.push(`${nameOf(element)} sticks out`);
    }
    return found;
  }, excepted);
