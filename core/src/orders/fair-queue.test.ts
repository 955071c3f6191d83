import fc from 'fast-check';
import { fairQueue } from './fair-queue';

const wide = { all: 100, ofSeller: 100, ofBuyer: 100 };
const drain = <Item>({ take }: { take(): Item | undefined }) => {
  const taken: Item[] = [];
  for (let item = take(); item !== undefined; item = take()) taken.push(item);
  return taken;
};

describe('the queue of waiting orders', () => {
  it('lets a quiet seller pass a noisy one', () => {
    const queue = fairQueue<string>(wide);
    for (const no of [1, 2, 3]) queue.push({ sellerId: 'noisy', buyerId: 'chain' }, `noisy ${no}`);
    queue.push({ sellerId: 'quiet', buyerId: 'store' }, 'quiet 1');

    expect(drain(queue)).toEqual(['noisy 1', 'quiet 1', 'noisy 2', 'noisy 3']);
  });

  it('takes turns between the buyers of one seller', () => {
    const queue = fairQueue<string>(wide);
    for (const no of [1, 2]) queue.push({ sellerId: 'seller', buyerId: 'chain' }, `chain ${no}`);
    queue.push({ sellerId: 'seller', buyerId: 'store' }, 'store 1');

    expect(drain(queue)).toEqual(['chain 1', 'store 1', 'chain 2']);
  });

  it('refuses what fills its own lane, and still takes what others bring', () => {
    const queue = fairQueue<number>({ all: 4, ofSeller: 3, ofBuyer: 2 });
    const push = (sellerId: string, buyerId: string) => queue.push({ sellerId, buyerId }, 0);

    expect([push('noisy', 'chain'), push('noisy', 'chain'), push('noisy', 'chain')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([push('noisy', 'other'), push('noisy', 'third')]).toEqual([true, false]);
    expect([push('quiet', 'store'), push('quiet', 'late')]).toEqual([true, false]);
    expect(queue.size).toBe(4);
  });

  it('loses nothing, doubles nothing, and keeps the order of each buyer', () => {
    const lane = fc.record({ sellerId: fc.constantFrom('A', 'B', 'C'), buyerId: fc.constantFrom('1', '2') });
    fc.assert(
      fc.property(fc.array(lane, { maxLength: 60 }), (lanes) => {
        const queue = fairQueue<{ lane: string; no: number }>(wide);
        lanes.forEach((one, no) => queue.push(one, { lane: `${one.sellerId} ${one.buyerId}`, no }));

        const taken = drain(queue);

        expect(taken.map(({ no }) => no).sort((one, other) => one - other)).toEqual(lanes.map((_, no) => no));
        for (const key of new Set(taken.map((item) => item.lane))) {
          const own = taken.filter((item) => item.lane === key).map(({ no }) => no);
          expect(own).toEqual([...own].sort((one, other) => one - other));
        }
        expect(queue.size).toBe(0);
      }),
    );
  });
});
