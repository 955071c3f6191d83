import { demoPassword } from '@tongpan/core';
import type { Locator } from 'playwright-core';
import type { Visitor } from './browser';

export type Shop = ReturnType<typeof shopOf>;

/** The shop on a phone, as a finger and an eye know it; a desk has a mouse. */
export function shopOf({ page, shot, leave, faults }: Visitor, press: 'tap' | 'click' = 'tap') {
  /** Pages that were left stay in the document, out of sight. */
  const shown = (id: string) => page.locator(`[id="${id}"]:visible`);
  const fill = (id: string, text: string) => shown(id).locator('input, textarea').fill(text);
  const tap = (id: string) => shown(id)[press]();
  const sees = (text: string | RegExp, within: Locator = page.locator('body')) =>
    within.getByText(text).locator('visible=true').first().waitFor();

  return {
    page,
    shot,
    leave,
    faults,
    shown,
    fill,
    tap,
    /** Two taps within one turn of the page, as fast as no finger is. */
    tapTwice: (id: string) =>
      shown(id).evaluate((element) => {
        for (let count = 0; count < 2; count += 1)
          element.dispatchEvent(new Event('click', { bubbles: true }));
      }),
    /** Waits until a text can be seen. */
    sees,
    /** What stands in an element now. */
    textOf: (id: string) => shown(id).innerText(),
    /** Opens the shop, as from an icon on the phone. */
    open: (address = '/') => page.goto(address),
    async logIn(loginName: string, password = demoPassword) {
      await fill('login-name', loginName);
      await fill('login-password', password);
      await tap('login-submit');
    },
    /** One of the four tabs at the bottom. */
    tab: (name: '商品' | '购物车' | '订单' | '我的') =>
      page.locator('.weui-tabbar__item').filter({ hasText: name }).tap(),
    async search(words: string) {
      await fill('search', words);
    },
    /** Types a count into a stepper; `unitAt` 0 is the largest unit. */
    async typeCount(stepper: string, unitAt: number, count: number) {
      await fill(`count-${stepper}-${unitAt}`, String(count));
      await shown(`count-${stepper}-${unitAt}`).locator('input').blur();
    },
    /** The order that the address bar names. */
    orderId: () => new URL(page.url()).searchParams.get('orderId') ?? '',
    /** Waits until the order's banner says so. */
    async standsAt(words: string) {
      await shown('order-state').filter({ hasText: words }).waitFor();
    },
    /** Presses the button of an open sheet, which must bear these words, and waits until it has closed. */
    async confirm(words: string) {
      await shown('confirm-ok').filter({ hasText: words })[press]();
      await shown('confirm-ok').waitFor({ state: 'hidden' });
    },
  };
}
