import type { PartyKind, Role } from '../platform/caller';
import { allowedActions, mayClear, type OrderStanding } from './allowed-actions';
import type { Hold, OrderAction, OrderState } from './model';
import { mayBecome } from './states';
import { aHold } from './testing';

const kinds: readonly PartyKind[] = ['hq', 'distributor', 'store', 'chain'];
const roles: readonly Role[] = ['owner', 'purchaser', 'reviewer', 'warehouse', 'finance'];
const parties = ['seller', 'buyer', 'stranger'] as const;
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
const holdings: readonly (readonly Hold[])[] = [
  [],
  [aHold({ owner: 'seller' })],
  [aHold({ owner: 'hq', kind: 'region' })],
  [aHold({ owner: 'seller' }), aHold({ owner: 'hq', kind: 'region' })],
  [aHold({ owner: 'hq', kind: 'region', status: 'cleared' })],
];

const standing = (given: Partial<OrderStanding> & { readonly state?: OrderState } = {}): OrderStanding => ({
  order: {
    state: given.state ?? 'held',
    sellerId: 'seller',
    buyerId: 'buyer',
    waitsForFull: false,
    channel: 'pc',
  },
  holds: [],
  reserved: 0,
  backOrdered: 0,
  shipmentLines: [],
  claims: [],
  ...given,
});
const person = (partyId: string, partyKind: PartyKind, ...given: Role[]) => ({
  partyId,
  partyKind,
  roles: given,
});

/** Everybody before every order there can be: who, what they hold, and what they may do. */
const everyCase = kinds.flatMap((partyKind) =>
  parties.flatMap((partyId) =>
    roles.flatMap((role) =>
      states.flatMap((state) =>
        holdings.flatMap((holds) =>
          [0, 5].flatMap((reserved) =>
            [[], [{ accepted: 5 }], [{ accepted: 5 }, { accepted: null }]].map((shipmentLines) => {
              const who = person(partyId, partyKind, role);
              const actions = allowedActions(who, standing({ state, holds, reserved, shipmentLines }));
              return { ...who, role, state, holds, reserved, shipmentLines, actions };
            }),
          ),
        ),
      ),
    ),
  ),
);

/** The cases with these actions that break a rule: there should be none. */
const breaking = (actions: readonly OrderAction[], keeps: (one: (typeof everyCase)[number]) => boolean) =>
  everyCase.filter((one) => actions.some((action) => one.actions.includes(action)) && !keeps(one));

describe('whoever stands before an order', () => {
  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['cancel', 'cancelled'],
    ['ship', 'shipped'],
  ] as const)('is offered to %s only what may become %s', (action, goal) => {
    expect(breaking([action], ({ state }) => mayBecome(state, goal))).toEqual([]);
  });

  it('decides only as the seller or HQ, and as a reviewer', () => {
    const keeps = ({ partyId, partyKind, role }: (typeof everyCase)[number]) =>
      (partyId === 'seller' || partyKind === 'hq') && ['owner', 'reviewer'].includes(role);

    expect(breaking(['approve', 'reject'], keeps)).toEqual([]);
  });

  it('approves where it may reject, and rejects where it may approve', () => {
    expect(breaking(['approve'], ({ actions }) => actions.includes('reject'))).toEqual([]);
    expect(breaking(['reject'], ({ actions }) => actions.includes('approve'))).toEqual([]);
  });

  it('decides over an open hold of HQ only as HQ', () => {
    const waitsForHq = (holds: readonly Hold[]) =>
      holds.some(({ status, owner }) => status === 'open' && owner === 'hq');

    expect(
      breaking(['approve', 'reject'], ({ partyKind, holds }) => partyKind === 'hq' || !waitsForHq(holds)),
    ).toEqual([]);
  });

  it('ships only as the warehouse of the seller, and only what is promised', () => {
    const keeps = ({ partyId, role, reserved }: (typeof everyCase)[number]) =>
      partyId === 'seller' && ['owner', 'warehouse'].includes(role) && reserved > 0;

    expect(breaking(['ship'], keeps)).toEqual([]);
  });

  it('signs only as a purchaser of the buyer, and only what nobody has signed', () => {
    const keeps = ({ partyId, role, shipmentLines }: (typeof everyCase)[number]) =>
      partyId === 'buyer' &&
      ['owner', 'purchaser'].includes(role) &&
      shipmentLines.some(({ accepted }) => accepted === null);

    expect(breaking(['sign'], keeps)).toEqual([]);
  });

  it('cancels only as one of the two parties or HQ', () => {
    const keeps = ({ partyId, partyKind }: (typeof everyCase)[number]) =>
      partyId !== 'stranger' || partyKind === 'hq';

    expect(breaking(['cancel'], keeps)).toEqual([]);
  });

  it('is offered nothing as a stranger, or as a bookkeeper', () => {
    const outsiders = everyCase.filter(
      ({ partyId, partyKind, role }) => (partyId === 'stranger' && partyKind !== 'hq') || role === 'finance',
    );

    expect(outsiders.filter(({ actions }) => actions.length > 0)).toEqual([]);
  });
});

describe('the buttons of an order', () => {
  const unsigned = [{ accepted: null }];

  it.each<[string, ReturnType<typeof person>, Partial<OrderStanding> & { state: OrderState }, OrderAction[]]>(
    [
      [
        'the seller’s reviewer decides its hold',
        person('seller', 'distributor', 'reviewer'),
        { state: 'held', holds: [aHold()] },
        ['approve', 'reject', 'cancel', 'edit'],
      ],
      [
        'HQ’s reviewer decides every hold',
        person('hq', 'hq', 'reviewer'),
        { state: 'held', holds: [aHold({ owner: 'hq' })] },
        ['approve', 'reject', 'cancel', 'edit'],
      ],
      [
        'the buyer may take a held order back',
        person('buyer', 'store', 'purchaser'),
        { state: 'held', holds: [aHold()] },
        ['cancel', 'edit'],
      ],
      [
        'the seller’s warehouse ships',
        person('seller', 'distributor', 'warehouse'),
        { state: 'approved', reserved: 5 },
        ['ship'],
      ],
      [
        'and ships the rest',
        person('seller', 'distributor', 'warehouse'),
        { state: 'picking', reserved: 5 },
        ['ship'],
      ],
      [
        'the seller’s owner does all of it',
        person('seller', 'distributor', 'owner'),
        { state: 'approved', reserved: 5 },
        ['ship', 'cancel', 'edit', 'reopen', 'shortClose'],
      ],
      [
        'the buyer signs',
        person('buyer', 'store', 'purchaser'),
        { state: 'shipped', shipmentLines: unsigned },
        ['sign'],
      ],
      [
        'and signs for a part',
        person('buyer', 'store', 'owner'),
        { state: 'picking', reserved: 5, shipmentLines: unsigned },
        ['sign'],
      ],
      [
        'the warehouse ships nothing of what waits for the rest',
        person('seller', 'distributor', 'warehouse'),
        {
          state: 'approved',
          reserved: 5,
          backOrdered: 1,
          order: {
            state: 'approved',
            sellerId: 'seller',
            buyerId: 'buyer',
            waitsForFull: true,
            channel: 'pc',
          },
        },
        [],
      ],
      [
        'nobody takes back what is sent again for goods that came back',
        person('seller', 'distributor', 'owner'),
        {
          state: 'approved',
          reserved: 5,
          order: {
            state: 'approved',
            sellerId: 'seller',
            buyerId: 'buyer',
            waitsForFull: false,
            channel: 'afterSales',
          },
        },
        ['ship'],
      ],
      [
        'the reviewer closes what only waits',
        person('seller', 'distributor', 'reviewer'),
        { state: 'picking', backOrdered: 5 },
        ['shortClose'],
      ],
      [
        'the reviewer takes a rejection back',
        person('seller', 'distributor', 'reviewer'),
        { state: 'rejected' },
        ['reopen'],
      ],
      ['the buyer does not', person('buyer', 'store', 'purchaser'), { state: 'rejected' }, []],
      ['but its own cancelling', person('buyer', 'store', 'purchaser'), { state: 'cancelled' }, ['reopen']],
      ['which the seller leaves alone', person('seller', 'distributor', 'owner'), { state: 'cancelled' }, []],
      [
        'the seller answers open differences',
        person('seller', 'distributor', 'reviewer'),
        { state: 'signed', claims: [{ state: 'accepted' }, { state: 'open' }] },
        ['settle'],
      ],
      [
        'and none that is answered',
        person('seller', 'distributor', 'reviewer'),
        { state: 'completed', claims: [{ state: 'contested' }] },
        [],
      ],
      [
        'nobody does anything to what is completed',
        person('seller', 'distributor', 'owner'),
        { state: 'completed' },
        [],
      ],
    ],
  )('%s', (_who, who, given, expected) => {
    expect(allowedActions(who, standing(given))).toEqual(expected);
  });

  it.each([
    ['distributor', [aHold()], true],
    ['distributor', [aHold({ owner: 'hq' })], false],
    ['distributor', [aHold({ owner: 'hq', status: 'cleared' })], true],
    ['hq', [aHold({ owner: 'hq' })], true],
  ] as const)('a reviewer of a %s clears %j: %p', (partyKind, holds, may) => {
    expect(mayClear({ partyKind }, holds)).toBe(may);
  });
});
