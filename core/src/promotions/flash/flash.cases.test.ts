import { checkTerms, mostUnits } from './check-terms';
import { refuseSale } from './decide-sale';
import { fitsAudience } from './fits-audience';
import { mayBecome, phaseOf, settlesAt, shouldBeWarm } from './flash-phase';
import { judgeBalance } from './judge-balance';
import { type FlashAudience, flashToken, readFlashToken } from './model';
import { aFlashActivity, aFlashClaim } from './testing';

const minute = 60_000;
const hour = 60 * minute;

describe('who may take part', () => {
  const buyer = { id: 'S1', level: 2, regionCode: '330106', channel: 'traditional' };

  it.each<[string, FlashAudience, boolean]>([
    ['everybody', {}, true],
    ['stores', { levels: [2] }, true],
    ['distributors', { levels: [1] }, false],
    ['a province', { regions: ['33'] }, true],
    ['a city', { regions: ['3302', '3301'] }, true],
    ['another city', { regions: ['3302'] }, false],
    ['a channel', { channels: ['catering', 'traditional'] }, true],
    ['another channel', { channels: ['modern'] }, false],
    ['named buyers', { buyerIds: ['S1', 'S2'] }, true],
    ['other buyers', { buyerIds: ['S2'] }, false],
    ['all demands met', { levels: [2], regions: ['33'], buyerIds: ['S1'] }, true],
    ['one of them not', { levels: [2], regions: ['44'], buyerIds: ['S1'] }, false],
  ])('%s', (_, audience, fits) => {
    expect(fitsAudience(audience, buyer)).toBe(fits);
  });
});

describe('where an activity is', () => {
  it.each([
    ['draft', -hour, 'draft', false],
    ['draft', minute, 'draft', false],
    ['planned', -hour, 'planned', false],
    ['planned', -minute, 'planned', true],
    ['warmed', -1, 'warmed', true],
    ['warmed', 0, 'open', true],
    ['planned', 0, 'open', true],
    ['warmed', hour - 1, 'open', true],
    ['warmed', hour, 'closing', true],
    ['stopped', minute, 'stopped', false],
    ['settled', 2 * hour, 'settled', false],
  ] as const)('%s at %d ms is %s, its gate due: %s', (state, at, phase, isDue) => {
    const activity = aFlashActivity({ state });

    expect([phaseOf(activity, at), shouldBeWarm(activity, at)]).toEqual([phase, isDue]);
  });

  it('is settled when the last token and the last order are over', () => {
    expect(settlesAt(aFlashActivity())).toBe(hour + 5 * minute + 30_000);
  });

  it.each([
    ['draft', 'planned', true],
    ['draft', 'warmed', false],
    ['draft', 'stopped', true],
    ['planned', 'warmed', true],
    ['planned', 'settled', true],
    ['warmed', 'planned', false],
    ['warmed', 'stopped', true],
    ['stopped', 'planned', false],
    ['settled', 'stopped', false],
  ] as const)('goes from %s to %s: %s', (from, to, may) => {
    expect(mayBecome(from, to)).toBe(may);
  });
});

describe('terms', () => {
  it.each([
    ['as they should be', {}, null],
    ['an end before the start', { endsAt: 0 }, 'window'],
    ['an end that has gone by', { startsAt: -2 * hour, endsAt: -hour }, 'past'],
    ['a start that has gone by', { startsAt: -hour }, null],
    ['more a buyer than there is', { perBuyer: 11 }, 'perBuyer'],
    ['all to one buyer', { perBuyer: 10 }, null],
    ['more than a gate holds', { quota: mostUnits + 1 }, 'tooMany'],
    ['for nothing', { unitPriceE4: 0 }, 'price'],
  ] as const)('%s', (_, given, fault) => {
    expect(checkTerms(aFlashActivity(given), minute)).toBe(fault);
  });
});

describe('an order with a token', () => {
  const facts = { activity: aFlashActivity(), sale: undefined, bought: 0, sold: 0 };

  it.each([
    ['in time', {}, {}, null],
    ['the last unit', {}, { sold: 9 }, null],
    ['one too many', {}, { sold: 10 }, 'flash.soldOut'],
    ['two of one left', { quantity: 2 }, { sold: 9 }, 'flash.soldOut'],
    ['up to the cap', { quantity: 1 }, { bought: 1 }, null],
    ['over the cap', { quantity: 2 }, { bought: 1 }, 'flash.capped'],
    ['whose token bought before', {}, { sale: { state: 'sold' } }, 'flash.tokenGone'],
    ['whose token was given up', {}, { sale: { state: 'void' } }, 'flash.tokenGone'],
    ['for an activity there is not', {}, { activity: undefined }, 'flash.tokenGone'],
    ['after the stop', {}, { activity: aFlashActivity({ state: 'stopped' }) }, 'flash.stopped'],
    ['after the settlement', {}, { activity: aFlashActivity({ state: 'settled' }) }, 'flash.stopped'],
    ['before the gate was noted', {}, { activity: aFlashActivity({ state: 'planned' }) }, null],
    ['for other goods', { skuId: 'other' }, {}, 'flash.tokenMismatch'],
  ] as const)('%s', (_, claim, given, refusal) => {
    expect(refuseSale(aFlashClaim(claim), 'seller', { ...facts, ...given })).toBe(refusal);
  });

  it('of another seller is no order for it', () => {
    expect(refuseSale(aFlashClaim(), 'another', facts)).toBe('flash.tokenMismatch');
  });
});

describe('quota = sold + held + free', () => {
  const gate = { quota: 10, free: 5, held: 3, sold: 2, ordering: 1 };
  const sales = { quota: 10, soldBefore: 2, soldAfter: 2 };

  it.each([
    ['as the database says', {}, {}, null],
    ['one order written and not yet confirmed', {}, { soldBefore: 3, soldAfter: 3 }, null],
    ['more written than is on its way', {}, { soldBefore: 4, soldAfter: 4 }, 'behind'],
    ['sold while it was looked at', { sold: 3, free: 4 }, { soldAfter: 3 }, null],
    ['more sold at the gate than written', { sold: 3, free: 4 }, {}, 'ahead'],
    ['units missing at the gate', { free: 4 }, {}, 'gate'],
    ['another quota', {}, { quota: 9 }, 'quota'],
    ['beyond the quota', {}, { soldBefore: 11, soldAfter: 11 }, 'oversold'],
  ] as const)('%s', (_, given, counted, fault) => {
    expect(judgeBalance({ ...gate, ...given }, { ...sales, ...counted })).toBe(fault);
  });
});

describe('a token as buyers carry it', () => {
  it('is read as it was written', () => {
    expect(readFlashToken(flashToken('SALE-1', 'abc_DEF-9'))).toEqual({
      activityId: 'SALE-1',
      token: 'abc_DEF-9',
    });
  });

  it.each(['', 'SALE', 'SALE.', '.abc', 'SALE.a.b'])('is not %j', (text) => {
    expect(readFlashToken(text)).toBeNull();
  });
});
