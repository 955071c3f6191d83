import { openLocal } from './local';

const at = (now: number) => {
  const clock = { now: () => now };
  return {
    coordination: openLocal(clock),
    set: (to: number) => {
      now = to;
    },
  };
};

describe('a lock of this process', () => {
  it('that was given back is free, though the clock went past its lease and was set back', async () => {
    const { coordination, set } = at(1_000_000);
    const lock = await coordination.lock('outbox', { leaseMs: 1_000 });

    set(1_005_000);
    expect(await lock?.release()).toBe(false);
    set(970_000);

    expect(await coordination.lock('outbox', { leaseMs: 1_000 })).not.toBeNull();
  });

  it('is not given back by one who held it before', async () => {
    const { coordination, set } = at(1_000_000);
    const stale = await coordination.lock('outbox', { leaseMs: 1_000 });
    set(1_005_000);
    await coordination.lock('outbox', { leaseMs: 1_000 });

    expect(await stale?.release()).toBe(false);
    expect(await coordination.lock('outbox', { leaseMs: 1_000 })).toBeNull();
  });
});
