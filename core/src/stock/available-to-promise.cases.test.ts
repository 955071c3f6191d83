import fc from 'fast-check';
import { addDays } from '../platform/clock';
import { availableToPromise, promisedOn, promiseTimeline, type Supply } from './available-to-promise';

const today = '2026-01-01';
const coming = (expectedOn: string, quantity: number, received = 0, state = 'confirmed' as const) => ({
  expectedOn,
  quantity,
  received,
  state,
});
const owed = (dueOn: string, quantity: number) => ({ dueOn, quantity });
const supply = (given: Partial<Supply>): Supply => ({ sellable: 0, inbound: [], commitments: [], ...given });

describe('可承诺量 on a day', () => {
  it.each<[string, Partial<Supply>, string, number]>([
    ['today: what is sellable', { sellable: 40 }, today, 40],
    [
      'goods that come later do not count yet',
      { sellable: 40, inbound: [coming('2026-01-05', 60)] },
      '2026-01-04',
      40,
    ],
    [
      'goods count on the day they come',
      { sellable: 40, inbound: [coming('2026-01-05', 60)] },
      '2026-01-05',
      100,
    ],
    [
      'what has arrived of them is sellable already',
      { sellable: 60, inbound: [coming('2026-01-05', 60, 20)] },
      '2026-01-05',
      100,
    ],
    [
      'a plan is no promise',
      { sellable: 40, inbound: [{ ...coming('2026-01-02', 60), state: 'planned' }] },
      '2026-02-01',
      40,
    ],
    [
      'what was cancelled never comes',
      { sellable: 40, inbound: [{ ...coming('2026-01-02', 60), state: 'cancelled' }] },
      '2026-02-01',
      40,
    ],
    [
      'what is owed by then is taken off',
      { sellable: 40, commitments: [owed('2026-01-03', 15)] },
      '2026-01-03',
      25,
    ],
    ['what is owed later is not', { sellable: 40, commitments: [owed('2026-01-03', 15)] }, '2026-01-02', 40],
    ['more owed than there is', { sellable: 10, commitments: [owed(today, 15)] }, today, -5],
    ['late goods still count', { inbound: [coming('2025-12-20', 30)] }, today, 30],
  ])('%s', (_, given, on, quantity) => {
    expect(availableToPromise(supply(given), on)).toBe(quantity);
  });
});

describe('the first day a quantity can be promised for', () => {
  it.each<[string, Partial<Supply>, number, string | null]>([
    ['today, when it is there', { sellable: 40 }, 40, today],
    ['the day the goods come', { sellable: 10, inbound: [coming('2026-01-08', 50)] }, 30, '2026-01-08'],
    ['never, without enough confirmed', { sellable: 10, inbound: [coming('2026-01-08', 15)] }, 30, null],
    [
      'after what is owed is covered again',
      { sellable: 30, commitments: [owed('2026-01-05', 20)], inbound: [coming('2026-01-09', 40)] },
      25,
      '2026-01-09',
    ],
    [
      'today, when what is owed later leaves enough',
      { sellable: 30, commitments: [owed('2026-01-05', 5)] },
      25,
      today,
    ],
  ])('%s', (_, given, quantity, on) => {
    expect(promisedOn(supply(given), quantity, today)).toBe(on);
  });

  it('takes nothing from what is owed later', () => {
    const anyDay = fc.nat(30).map((days) => addDays(today, days));
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(fc.record({ on: anyDay, quantity: fc.nat(40) }), { maxLength: 5 }),
        fc.array(fc.record({ on: anyDay, quantity: fc.nat(40) }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (sellable, inbounds, debts, quantity) => {
          const given = supply({
            sellable,
            inbound: inbounds.map((one) => coming(one.on, one.quantity)),
            commitments: debts.map((one) => owed(one.on, one.quantity)),
          });
          const on = promisedOn(given, quantity, today);
          if (on === null) return;
          const promised = { ...given, commitments: [...given.commitments, owed(on, quantity)] };

          for (const step of promiseTimeline(promised, on)) expect(step.quantity).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
