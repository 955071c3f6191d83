import { decideGrab, decideRedeem, type GrabFacts, type KeptToken } from './gate-rules';

const terms = {
  quota: 10,
  perBuyer: 2,
  startsAt: 1_000,
  endsAt: 2_000,
  tokenMs: 500,
  attemptsPerSecond: 5,
};
const facts: GrabFacts = { terms, isStopped: false, free: 3, has: 0, isBarred: false, attemptsNow: 1 };

describe('a grab', () => {
  it.each<[string, Partial<GrabFacts>, number, number, string]>([
    ['at the start', {}, 1, 1_000, 'token'],
    ['a moment early', {}, 1, 999, 'early'],
    ['at the last moment', {}, 1, 1_999, 'token'],
    ['at the end', {}, 1, 2_000, 'over'],
    ['after the stop, early too', { isStopped: true }, 1, 500, 'over'],
    ['of all that is left', { free: 2 }, 2, 1_500, 'token'],
    ['of more than is left', { free: 1 }, 2, 1_500, 'lost'],
    ['of nothing left', { free: 0 }, 1, 1_500, 'lost'],
    ['of more than was there', { free: -1 }, 1, 1_500, 'lost'],
    ['up to the cap', { has: 1 }, 1, 1_500, 'token'],
    ['over the cap', { has: 1 }, 2, 1_500, 'capped'],
    ['over the cap, nothing left', { has: 2, free: 0 }, 1, 1_500, 'capped'],
    ['by who is barred', { isBarred: true }, 1, 1_500, 'barred'],
    ['as fast as may be', { attemptsNow: 5 }, 1, 1_500, 'token'],
    ['too fast', { attemptsNow: 6 }, 1, 1_500, 'tooFast'],
    ['too fast, before the start', { attemptsNow: 6 }, 1, 500, 'tooFast'],
  ])('%s', (_, given, quantity, at, answer) => {
    expect(decideGrab({ ...facts, ...given }, quantity, at)).toBe(answer);
  });
});

describe('a token in an order', () => {
  const kept: KeptToken = {
    buyerId: 'B1',
    quantity: 1,
    state: 'held',
    endsAt: 2_000,
    orderId: '',
    dueAt: 2_000,
    grabbedAt: 1_500,
    attempts: 1,
  };
  const own = { buyerId: 'B1', orderId: 'O1' };

  it.each<[string, KeptToken | undefined, typeof own, boolean, number, string]>([
    ['in time', kept, own, false, 1_999, 'begin'],
    ['too late', kept, own, false, 2_000, 'gone'],
    ['there is not', undefined, own, false, 1_500, 'gone'],
    ['of another', kept, { ...own, buyerId: 'B2' }, false, 1_500, 'gone'],
    ['after the stop', kept, own, true, 1_500, 'over'],
    ['of the same order', { ...kept, state: 'ordering', orderId: 'O1' }, own, false, 9_000, 'again'],
    ['of another order', { ...kept, state: 'ordering', orderId: 'O2' }, own, false, 1_500, 'used'],
    ['bought by the same order', { ...kept, state: 'sold', orderId: 'O1' }, own, true, 9_000, 'again'],
    ['bought by another order', { ...kept, state: 'sold', orderId: 'O2' }, own, false, 1_500, 'used'],
  ])('%s', (_, found, who, isStopped, at, answer) => {
    expect(decideRedeem(found, who, isStopped, at)).toBe(answer);
  });
});
