import type { OrderState } from './model';
import { afterClosing, afterSettling, afterShipping, afterSigning, mayBecome } from './states';

const states: readonly OrderState[] = [
  'held',
  'approved',
  'rejected',
  'picking',
  'shipped',
  'signed',
  'completed',
  'cancelled',
  'shortClosed',
];
const ends: readonly OrderState[] = ['completed', 'rejected', 'cancelled', 'shortClosed'];
/** Ends that nobody takes back. */
const forGood = ['completed', 'shortClosed'] as const;
const both = [true, false];

describe('an order', () => {
  it.each(forGood)('that is %s has ended for good', (end) => {
    expect(states.filter((state) => mayBecome(end, state))).toEqual([]);
  });

  it.each(states.filter((state) => !ends.includes(state)))('that is %s may still come to an end', (state) => {
    const reached = new Set([state]);
    for (const from of reached) for (const to of states) if (mayBecome(from, to)) reached.add(to);

    expect(ends.some((end) => reached.has(end))).toBe(true);
  });

  it.each(['held', 'approved'] as const)('may be cancelled while it is %s', (state) => {
    expect(mayBecome(state, 'cancelled')).toBe(true);
  });

  it.each(['picking', 'shipped', 'signed'] as const)('may not be cancelled once it is %s', (state) => {
    expect(mayBecome(state, 'cancelled')).toBe(false);
  });

  it('is decided again only before anything of it has shipped', () => {
    const decided = states.filter((state) => mayBecome(state, 'approved') || mayBecome(state, 'held'));

    expect(decided).toEqual(['held', 'approved', 'rejected', 'cancelled']);
  });

  it('never goes back to being decided once something has shipped', () => {
    const after = ['picking', 'shipped', 'signed', 'completed'] as const;

    for (const state of after) {
      for (const to of ['held', 'approved', 'rejected', 'cancelled'] as const)
        expect(mayBecome(state, to)).toBe(false);
    }
  });

  it('is completed only after something of it has shipped', () => {
    expect(states.filter((state) => mayBecome(state, 'completed'))).toEqual(['picking', 'shipped', 'signed']);
  });

  it('is short closed only when nothing of it has shipped', () => {
    expect(states.filter((state) => mayBecome(state, 'shortClosed'))).toEqual(['approved']);
  });

  it.each(states)('may become %s, some way from the beginning', (goal) => {
    const reached = new Set<OrderState>(['held', 'approved', 'rejected']);
    for (const from of reached) for (const to of states) if (mayBecome(from, to)) reached.add(to);

    expect(reached.has(goal)).toBe(true);
  });
});

describe('the state after a shipment', () => {
  it.each([
    [true, 'shipped'],
    [false, 'picking'],
  ])(
    'of everything (%p) is %s, and approved orders and orders in part may get there',
    (everything, state) => {
      expect(afterShipping(everything)).toBe(state);
      expect(mayBecome('approved', afterShipping(everything))).toBe(true);
      expect(mayBecome('picking', afterShipping(everything))).toBe(true);
    },
  );
});

describe('the state after a signing', () => {
  it.each([
    ['completes a shipped order', 'shipped', true, false, 'completed'],
    ['keeps it open for a claim when there are differences', 'shipped', true, true, 'signed'],
    ['waits for what is not signed yet', 'shipped', false, false, 'shipped'],
    ['waits for what is not shipped yet', 'picking', true, false, 'picking'],
    ['waits for it with differences too', 'picking', true, true, 'picking'],
  ] as const)('%s', (_rule, state, everythingSigned, hasDifferences, expected) => {
    expect(afterSigning(state, everythingSigned, hasDifferences)).toBe(expected);
  });

  it('stays, or goes a way there is', () => {
    for (const state of states) {
      for (const everythingSigned of both) {
        for (const hasDifferences of both) {
          const after = afterSigning(state, everythingSigned, hasDifferences);
          expect(after === state || mayBecome(state, after)).toBe(true);
        }
      }
    }
  });
});

describe('the state after settling differences', () => {
  it.each([
    ['signed', false, 'completed'],
    ['signed', true, 'signed'],
    ['shipped', false, 'shipped'],
    ['picking', false, 'picking'],
  ] as const)('of a %s order with open ones left (%p) is %s', (state, hasOpenClaims, expected) => {
    expect(afterSettling(state, hasOpenClaims)).toBe(expected);
  });
});

describe('the state after closing what is left', () => {
  const rest = {
    state: 'picking' as const,
    stillPromised: 0,
    stillBackOrdered: 0,
    shipped: 5,
    everythingSigned: false,
    hasOpenClaims: false,
  };

  it.each([
    ['goes on when something is still promised', { stillPromised: 1 }, 'picking'],
    ['goes on when something still waits', { stillBackOrdered: 1 }, 'picking'],
    ['ends when nothing was sent', { state: 'approved', shipped: 0, everythingSigned: true }, 'shortClosed'],
    ['waits for signatures', {}, 'shipped'],
    ['is completed when all was signed for', { everythingSigned: true }, 'completed'],
    ['waits for differences', { everythingSigned: true, hasOpenClaims: true }, 'signed'],
  ] as const)('%s', (_rule, given, expected) => {
    const left = { ...rest, ...given };

    expect(afterClosing(left)).toBe(expected);
    expect(expected === left.state || mayBecome(left.state, expected)).toBe(true);
  });
});
