import { windowLimit } from './window-limit';

describe('a limit of this process', () => {
  const at = (points: number) => {
    let now = 0;
    const limit = windowLimit({ points, windowMs: 10_000 }, () => now);
    return { take: (name: string) => limit.take(name), pass: (ms: number) => (now += ms) };
  };

  it('lets in so many of a name, and says how long the rest of the window is', () => {
    const { take, pass } = at(3);
    pass(4_000);

    expect([1, 2, 3, 4].map(() => take('one'))).toEqual([0, 0, 0, 6_000]);
    expect(take('another')).toBe(0);
  });

  it('counts anew in the next window', () => {
    const { take, pass } = at(1);
    take('one');
    expect(take('one')).toBe(10_000);

    pass(10_000);

    expect(take('one')).toBe(0);
  });

  it('lets everybody in when there is no limit', () => {
    const { take } = at(0);

    expect(Array.from({ length: 100 }, () => take('one'))).toEqual(Array(100).fill(0));
  });
});
