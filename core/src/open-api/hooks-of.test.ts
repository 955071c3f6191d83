import { hooksOf, hookTypes, toldEvents } from './hooks-of';

const between = { orderId: 'O-1', number: 'X1', sellerId: 'D1', buyerId: 'S1' };
const placed = {
  ...between,
  addressId: 'A-1',
  verdict: 'held',
  payableFen: 100,
  quantities: { WATER: 5 },
  placedAt: 1,
  approvalLimitFen: 5_000,
};

it('tells both sides of an order and nobody else', () => {
  const [told] = hooksOf({ name: 'order.shipped', payload: { ...between, shipmentId: 'SH-1' } });

  expect(told?.partyIds).toEqual(['D1', 'S1']);
  expect(told?.data).toEqual({ ...between, shipmentId: 'SH-1' });
});

it('keeps to itself what only the seller may know of the buyer’s credit', () => {
  const [told] = hooksOf({ name: 'order.placed', payload: placed });

  expect(told?.data).toEqual({ ...between, verdict: 'held', payableFen: 100 });
});

it.each([
  ['held', ['order.placed']],
  ['approved', ['order.placed', 'order.approved']],
  ['rejected', ['order.placed', 'order.rejected']],
])('tells of an order that was %s as it was placed: %j', (verdict, types) => {
  const told = hooksOf({ name: 'order.placed', payload: { ...placed, verdict } });

  expect(told.map(({ type }) => type)).toEqual(types);
});

it('has nothing to tell of what is not for others', () => {
  expect(hooksOf({ name: 'borrow.lent', payload: {} })).toEqual([]);
});

it('offers each event it can tell, and no other', () => {
  expect([...hookTypes].sort()).toEqual([...toldEvents].sort());
});
