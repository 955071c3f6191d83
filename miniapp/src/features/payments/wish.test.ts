import type { Wish } from './model';
import { readWish, wishParams } from './wish';

const paramsOf = (text: string) => Object.fromEntries(text.split('&').map((one) => one.split('=')));

it.each<Wish>([
  { purpose: 'order', orderId: 'O 1' },
  { purpose: 'bills', sellerId: 'D1', billIds: ['B1', 'B2'] },
  { purpose: 'topUp', sellerId: 'D1', amountFen: 5_050 },
])('reads from an address what was written into it: %j', (wish) => {
  expect(readWish(paramsOf(wishParams(wish)))).toEqual(wish);
});

it.each([
  {},
  { sellerId: 'D1' },
  { sellerId: 'D1', billIds: ',' },
  { sellerId: 'D1', topUpFen: '-5' },
  { sellerId: 'D1', topUpFen: '1.5' },
  { billIds: 'B1' },
])('wants nothing paid where the address is incomplete: %j', (params) => {
  expect(readWish(params)).toBeNull();
});
