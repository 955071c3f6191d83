import { byPlace, isShownTo, linkFor } from './is-shown-to';
import { standingOf } from './standing-of';
import { aReader, anAnnouncement, announcedAt } from './testing';

describe('an announcement', () => {
  it.each([
    [{ state: 'draft' }, 'draft'],
    [{ state: 'published', startsAt: announcedAt + 1 }, 'waiting'],
    [{ state: 'published', startsAt: announcedAt }, 'shown'],
    [{ state: 'published', endsAt: announcedAt + 1 }, 'shown'],
    [{ state: 'published', endsAt: announcedAt }, 'over'],
    [{ state: 'stopped' }, 'over'],
    [{ state: 'stopped', startsAt: announcedAt + 1 }, 'over'],
  ] as const)('%o is %s', (given, standing) => {
    const announcement = anAnnouncement(given);

    expect(standingOf(announcement, announcedAt)).toBe(standing);
    expect(isShownTo(announcement, aReader(), announcedAt)).toBe(standing === 'shown');
  });
});

describe('an announcement of HQ', () => {
  const store = aReader();
  const chain = aReader({ partyKind: 'chain', sellerIds: ['D1', 'D2'] });
  const distributor = aReader({ partyKind: 'distributor', sellerIds: ['HQ'] });

  it.each([
    ['all', [true, true, true]],
    ['stores', [true, true, false]],
    ['distributors', [false, false, true]],
  ] as const)('for %s', (parties, shown) => {
    const announcement = anAnnouncement({ audience: { parties, regions: [] } });

    expect([store, chain, distributor].map((one) => isShownTo(announcement, one, announcedAt))).toEqual(
      shown,
    );
  });

  it('is nothing to HQ itself', () => {
    expect(isShownTo(anAnnouncement(), aReader({ partyKind: 'hq' }), announcedAt)).toBe(false);
  });

  it.each([
    [['33'], '330106', true],
    [['330000'], '330106', true],
    [['3302', '3301'], '330106', true],
    [['3302'], '330106', false],
    [['33'], '', false],
  ])('for the regions %o is, to somebody of %s, shown: %s', (regions, regionCode, shown) => {
    const announcement = anAnnouncement({ audience: { parties: 'all', regions } });

    expect(isShownTo(announcement, aReader({ regionCode }), announcedAt)).toBe(shown);
  });
});

describe('an announcement of a distributor', () => {
  const announcement = anAnnouncement({
    publisherId: 'D1',
    isFromHeadquarters: false,
    audience: { parties: 'stores', regions: [] },
  });

  it('reaches the stores it supplies, and nobody else', () => {
    expect(isShownTo(announcement, aReader({ sellerIds: ['D2', 'D1'] }), announcedAt)).toBe(true);
    expect(isShownTo(announcement, aReader({ sellerIds: ['D2'] }), announcedAt)).toBe(false);
    expect(isShownTo(announcement, aReader({ sellerIds: [] }), announcedAt)).toBe(false);
  });

  it('reaches no distributor, not even one that it supplies and whatever its audience says', () => {
    const toAll = { ...announcement, audience: { parties: 'all', regions: [] } } as const;
    const branch = aReader({ partyKind: 'distributor' });

    expect(isShownTo(toAll, branch, announcedAt)).toBe(false);
  });
});

it('leads to a promotion only whom its seller supplies', () => {
  const promotion = { kind: 'promotion', id: 'P1' } as const;
  const goods = { kind: 'goods', id: 'WATER' } as const;

  expect(linkFor({ publisherId: 'HQ', link: promotion }, aReader())).toBeNull();
  expect(linkFor({ publisherId: 'D1', link: promotion }, aReader())).toEqual(promotion);
  expect(linkFor({ publisherId: 'HQ', link: goods }, aReader())).toEqual(goods);
});

it('stands before others when it is pinned, and then when it began later', () => {
  const old = anAnnouncement({ id: 'old', startsAt: 1 });
  const late = anAnnouncement({ id: 'late', startsAt: 2 });
  const alsoLate = anAnnouncement({ id: 'later', startsAt: 2 });
  const pinned = anAnnouncement({ id: 'pinned', startsAt: 0, isPinned: true });

  expect([old, late, pinned, alsoLate].sort(byPlace).map(({ id }) => id)).toEqual([
    'pinned',
    'later',
    'late',
    'old',
  ]);
});
