import fc from 'fast-check';
import { addDays } from '../platform/clock';
import type { PartyStatus } from './model';
import { standingOn, supplyStandingOn, type Suspension, suspensionState } from './standing';
import { aSuspension } from './testing';

describe('a suspension from 10 to 20 March', () => {
  const window = { startsOn: '2026-03-10', endsOn: '2026-03-20', liftedAt: null };
  it.each([
    ['the day before', window, '2026-03-09', 'waiting'],
    ['on its first day', window, '2026-03-10', 'inForce'],
    ['on its last day', window, '2026-03-19', 'inForce'],
    ['on the first day after it', window, '2026-03-20', 'over'],
    ['lifted in the middle', { ...window, liftedAt: 5 }, '2026-03-15', 'over'],
    ['lifted before it began', { ...window, liftedAt: 5 }, '2026-03-01', 'over'],
    ['without an end, years later', { ...window, endsOn: null }, '2030-01-01', 'inForce'],
  ])('%s', (_, given, on, state) => {
    expect(suspensionState(given, on)).toBe(state);
  });
});

describe('how a party stands on 15 March', () => {
  const orders = aSuspension({ id: 'orders', startsOn: '2026-03-01' });
  const logIn = aSuspension({ id: 'logIn', effect: 'logIn', startsOn: '2026-03-10', endsOn: '2026-03-16' });
  const supply = aSuspension({ id: 'supply', sellerId: 'D1', startsOn: '2026-03-01' });
  it.each<[string, Suspension[], PartyStatus]>([
    ['with nothing against it', [], 'active'],
    ['with its orders stopped', [orders], 'ordersStopped'],
    ['shut out until tomorrow', [logIn], 'suspended'],
    ['stopped twice: the harder one counts', [orders, logIn], 'suspended'],
    ['after the harder one was lifted', [orders, { ...logIn, liftedAt: 1 }], 'ordersStopped'],
    ['stopped by its distributor alone', [supply], 'active'],
    ['to be stopped tomorrow', [{ ...orders, startsOn: '2026-03-16' }], 'active'],
    ['free again since today', [{ ...orders, endsOn: '2026-03-15' }], 'active'],
  ])('%s', (_, suspensions, standing) => {
    expect(standingOn(suspensions, '2026-03-15')).toBe(standing);
  });

  it('is a matter of each seller where a supply is stopped', () => {
    expect(supplyStandingOn([supply, orders], 'D1', '2026-03-15')).toBe('suspended');
    expect(supplyStandingOn([supply, orders], 'D2', '2026-03-15')).toBe('active');
    expect(supplyStandingOn([{ ...supply, liftedAt: 1 }], 'D1', '2026-03-15')).toBe('active');
  });

  it('gets no better by one more suspension, and no order of them matters', () => {
    const rank: Record<PartyStatus, number> = { active: 0, ordersStopped: 1, suspended: 2 };
    const anySuspension = fc
      .record({
        from: fc.integer({ min: -9, max: 9 }),
        days: fc.option(fc.integer({ min: 1, max: 9 })),
        effect: fc.constantFrom('orders' as const, 'logIn' as const),
      })
      .map(({ from, days, effect }) => {
        const startsOn = addDays('2026-03-15', from);
        return aSuspension({ effect, startsOn, endsOn: days === null ? null : addDays(startsOn, days) });
      });
    fc.assert(
      fc.property(fc.array(anySuspension), anySuspension, (some, one) => {
        const before = standingOn(some, '2026-03-15');
        const after = standingOn([...some, one], '2026-03-15');

        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
        expect(standingOn([one, ...some].reverse(), '2026-03-15')).toBe(after);
      }),
    );
  });
});
