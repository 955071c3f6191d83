import { afterSalesActions } from './allowed-actions';
import { type AfterSalesKind, type AfterSalesState, countedUnits } from './model';
import { afterSalesStates, mayTurn } from './states';
import { anAfterSalesLine } from './testing';

describe('a request', () => {
  it('goes these ways and no other', () => {
    const ways = afterSalesStates.flatMap((from) =>
      afterSalesStates.filter((to) => mayTurn(from, to)).map((to) => `${from} → ${to}`),
    );

    expect(ways).toEqual([
      'requested → approved',
      'requested → refused',
      'requested → withdrawn',
      'requested → closed',
      'approved → withdrawn',
      'approved → lapsed',
      'approved → closed',
    ]);
  });

  it.each<[AfterSalesState, AfterSalesKind, number]>([
    ['requested', 'return', 10],
    ['approved', 'return', 8],
    ['closed', 'return', 6],
    ['closed', 'exchange', 6],
    ['closed', 'claim', 8],
    ['refused', 'return', 0],
    ['withdrawn', 'return', 0],
    ['lapsed', 'return', 0],
  ])('that is %s (%s) counts for %i units', (state, kind, units) => {
    const line = anAfterSalesLine({ approved: 8, restocked: 5, destroyed: 1, notReceived: 2 });

    expect(countedUnits({ state, kind }, line)).toBe(units);
  });

  const requestOf = (state: AfterSalesState, kind: AfterSalesKind) => ({
    state,
    kind,
    sellerId: 'seller',
    buyerId: 'store',
    replacementId: kind === 'exchange' ? 'replacement' : null,
    money: null,
  });
  const who = {
    'the buyer’s purchaser': { partyId: 'store', roles: ['purchaser'] },
    'the buyer’s bookkeeper': { partyId: 'store', roles: ['finance'] },
    'the seller’s reviewer': { partyId: 'seller', roles: ['reviewer'] },
    'the seller’s warehouse': { partyId: 'seller', roles: ['warehouse'] },
    'the seller’s owner': { partyId: 'seller', roles: ['owner'] },
    'somebody else’s owner': { partyId: 'other', roles: ['owner'] },
  } as const;

  it.each<[keyof typeof who, AfterSalesState, AfterSalesKind, readonly string[]]>([
    ['the buyer’s purchaser', 'requested', 'return', ['withdraw']],
    ['the buyer’s purchaser', 'approved', 'return', ['withdraw']],
    ['the buyer’s purchaser', 'closed', 'return', []],
    ['the buyer’s bookkeeper', 'requested', 'return', []],
    ['the seller’s reviewer', 'requested', 'return', ['approve', 'refuse']],
    ['the seller’s reviewer', 'approved', 'return', []],
    ['the seller’s warehouse', 'requested', 'return', []],
    ['the seller’s warehouse', 'approved', 'return', ['receive']],
    ['the seller’s warehouse', 'approved', 'claim', []],
    ['the seller’s owner', 'requested', 'claim', ['approve', 'refuse']],
    ['the seller’s reviewer', 'closed', 'exchange', ['payInstead']],
    ['the seller’s reviewer', 'closed', 'return', []],
    ['the seller’s warehouse', 'closed', 'exchange', []],
    ['the buyer’s purchaser', 'closed', 'exchange', []],
    ['somebody else’s owner', 'requested', 'return', []],
  ])('lets %s, when it is %s (%s), do %j', (name, state, kind, expected) => {
    expect(afterSalesActions(who[name], requestOf(state, kind))).toEqual(expected);
  });
});
