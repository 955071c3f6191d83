import { createFakeApi, type FakeAnswers } from './fake-api';
import { openMiniProgram, type MiniProgram } from './mini-program';
import { shopAnswers } from './shop-answers';
import { loginName, password, token } from './shop-facts';

/** A busy machine takes its time; what waits has bounds of its own. */
jest.setTimeout(60_000);

export interface ShopSettings {
  /** What the server says instead of its usual answers, by route. */
  readonly answers?: FakeAnswers;
  /** What the device kept from an earlier run. */
  readonly storage?: Map<string, unknown>;
  readonly address?: string;
}

const opened: { readonly shop: MiniProgram; readonly api: ReturnType<typeof createFakeApi> }[] = [];

/** Opens the shop before a server that answers by the contract. */
export function openShop({ answers = {}, storage, address }: ShopSettings = {}) {
  const api = createFakeApi({ ...shopAnswers(), ...answers }, token);
  const shop = openMiniProgram({ server: api.serve, storage, address });
  opened.push({ shop, api });
  return { shop, api };
}

/** Logs in with the right password, from the log-in page on. */
export async function logIn(shop: MiniProgram) {
  await shop.opens('pages/login/index');
  await shop.fill('login-name', loginName);
  await shop.fill('login-password', password);
  await shop.tap('login-submit');
  await shop.opens('pages/home/index');
}

/**
 * For `afterEach`: closes every shop of the test, and fails it when a program left an error or said to
 * the server what the contract does not know.
 */
export function closeShops() {
  const left = opened.splice(0);
  for (const { shop } of left) shop.close();
  expect(left.flatMap(({ shop, api }) => [...shop.errors, ...api.faults])).toEqual([]);
}
