import type { Grant } from './model';
import { servesPlace } from './serves-place';
import { aGrant } from './testing';

const question = { sellerId: 'seller', regionCode: '330106', townCode: null, channel: 'traditional' };

describe('a distributor serves a store in the West Lake district', () => {
  it.each<[string, Partial<Grant>, boolean]>([
    ['by a grant for the province', { areas: ['330000'] }, true],
    ['by a grant for the district', { areas: ['330106'] }, true],
    ['by a grant for the country', { areas: ['*'] }, true],
    ['by a grant for what of the city is nobody’s', { areas: [], remainderAreas: ['330100'] }, true],
    ['by a grant for its channel', { channels: ['modern', 'traditional'] }, true],
    ['not by another city’s', { areas: ['330200'] }, false],
    ['not by a grant that leaves the district out', { excludedAreas: ['330106'] }, false],
    ['not by one for another channel', { channels: ['modern'] }, false],
    ['not by one that has ended', { endsOn: '2026-01-01' }, false],
    ['not by one that has not begun', { startsOn: '2026-01-02' }, false],
    ['not by a permit', { kind: 'temporary' }, false],
    ['not by another seller’s', { sellerId: 'other' }, false],
    ['not by one for a town, when its town is not known', { areas: ['330106109'] }, false],
  ])('%s', (_, grant, serves) => {
    expect(servesPlace([aGrant(grant)], question, '2026-01-01')).toBe(serves);
  });

  it('by a grant for its own town', () => {
    const inTown = { ...question, townCode: '330106109' };

    expect(servesPlace([aGrant({ areas: ['330106109'] })], inTown, '2026-01-01')).toBe(true);
  });
});
