import { demoPassword } from '@tongpan/core';
import type { Visitor } from './browser';

export type Console = ReturnType<typeof consoleOf>;

/** The console on a desk, as a mouse and an eye know it. */
export function consoleOf({ page, shot, leave, faults }: Visitor) {
  const shown = (testId: string) => page.getByTestId(testId).locator('visible=true');
  const click = (testId: string) => shown(testId).click();
  return {
    page,
    shot,
    leave,
    faults,
    shown,
    click,
    /** Waits until a text can be seen. */
    sees: (text: string | RegExp) => page.getByText(text).locator('visible=true').first().waitFor(),
    /** Takes what the list that is open offers under these words. */
    choose: (words: string | RegExp) =>
      page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .filter({ hasText: words })
        .first()
        .click(),
    open: (address = '/admin/') => page.goto(address),
    async logIn(loginName: string, password = demoPassword) {
      await shown('login-name').fill(loginName);
      await shown('login-password').fill(password);
      await click('login-submit');
    },
    /** An entry of the navigation at the left. */
    go: (
      entry:
        | 'promotions'
        | 'flash'
        | 'queue'
        | 'orders'
        | 'audit-policy'
        | 'lots'
        | 'credit'
        | 'bills'
        | 'rebates'
        | 'payments'
        | 'parties'
        | 'onboarding'
        | 'wechat',
    ) => click(`nav-${entry}`),
    queueRow: (orderId: string) => shown(`queue-row-${orderId}`),
    /** Waits until the open order stands in this state. */
    async standsAt(state: string, words: string) {
      const tag = page.locator(`.order-head [data-testid="order-state"][data-state="${state}"]`);
      await tag.filter({ hasText: words }).waitFor();
    },
  };
}
