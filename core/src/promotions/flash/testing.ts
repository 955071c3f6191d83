import type { FlashActivity } from './model';
import type { FlashClaim } from './decide-sale';

/** Ten units of `sku`, at most two a buyer, open for an hour from instant 0, set aside and at the gate. */
export const aFlashActivity = (given: Partial<FlashActivity> = {}): FlashActivity => ({
  id: 'sale',
  sellerId: 'seller',
  skuId: 'sku',
  title: '秒杀',
  unitPriceE4: 99_000,
  quota: 10,
  perBuyer: 2,
  startsAt: 0,
  endsAt: 3_600_000,
  tokenMs: 300_000,
  audience: {},
  state: 'warmed',
  version: 3,
  sold: 0,
  released: 0,
  attempts: 0,
  fencing: 1,
  madeBy: '店长',
  madeAt: 0,
  ...given,
});

export const aFlashClaim = (given: Partial<FlashClaim> = {}): FlashClaim => ({
  activityId: 'sale',
  token: 'token',
  skuId: 'sku',
  quantity: 1,
  grabbedAt: 0,
  attempts: 1,
  ...given,
});
