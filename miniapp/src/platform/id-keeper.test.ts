import { createIdKeeper, endsPending } from './id-keeper';

function aKeeper() {
  const kept = new Map<string, unknown>();
  let made = 0;
  const ports = {
    newId: () => `id-${++made}`,
    read: (key: string) => kept.get(key),
    keep: (key: string, value: unknown) => void kept.set(key, value),
    forget: (key: string) => void kept.delete(key),
  };
  return { keeper: createIdKeeper(ports), again: () => createIdKeeper(ports) };
}

describe('the keeper of command ids', () => {
  it('repeats id and body while the same thing is asked for', () => {
    const { keeper } = aKeeper();

    const first = keeper.begin('place', 'two cases', { expectedPayableFen: 100 });
    const second = keeper.begin('place', 'two cases', { expectedPayableFen: 120 });

    expect(second).toEqual(first);
  });

  it('makes a new id when something else is asked for', () => {
    const { keeper } = aKeeper();

    const first = keeper.begin('place', 'two cases', {});
    const second = keeper.begin('place', 'three cases', {});

    expect(second.id).not.toBe(first.id);
  });

  it('makes a new id once the outcome is known', () => {
    const { keeper } = aKeeper();

    const first = keeper.begin('place', 'two cases', {});
    keeper.settle('place');

    expect(keeper.begin('place', 'two cases', {}).id).not.toBe(first.id);
  });

  it('keeps the commands of different names apart', () => {
    const { keeper } = aKeeper();

    const one = keeper.begin('cancel:1', '', {});
    const other = keeper.begin('cancel:2', '', {});
    keeper.settle('cancel:2');

    expect(other.id).not.toBe(one.id);
    expect(keeper.begin('cancel:1', '', {})).toEqual(one);
  });

  it('remembers over a restart of the app', () => {
    const { keeper, again } = aKeeper();

    const first = keeper.begin('place', 'two cases', {});

    expect(again().begin('place', 'two cases', {})).toEqual(first);
  });

  it('ends a pending command on a changed price, not on a lost network', () => {
    expect(endsPending('orders.priceChanged')).toBe(true);
    expect(endsPending('command.idReused')).toBe(true);
    expect(endsPending('network')).toBe(false);
    expect(endsPending('auth.expired')).toBe(false);
  });
});
