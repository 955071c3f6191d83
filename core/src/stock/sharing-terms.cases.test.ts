import type { QuotaPeriod, SharingAgreement } from './pool-model';
import { agreementsFor, periodStart, transferPriceE4 } from './sharing-terms';
import { anAgreement } from './testing';

const tea = { skuId: 'tea', productLine: '茶饮' };

describe('the agreement goods are borrowed under', () => {
  it.each<[string, readonly Partial<SharingAgreement>[], readonly string[]]>([
    ['one for everything', [{ id: 'all' }], ['all']],
    [
      'the one for the SKU before the line’s and the general one',
      [
        { id: 'all' },
        { id: 'line', scope: 'productLine', scopeId: '茶饮' },
        { id: 'sku', scope: 'sku', scopeId: 'tea' },
      ],
      ['sku'],
    ],
    [
      'the line’s before the general one',
      [{ id: 'all' }, { id: 'line', scope: 'productLine', scopeId: '茶饮' }],
      ['line'],
    ],
    [
      'none for another SKU or another line',
      [
        { scope: 'sku', scopeId: 'milk' },
        { scope: 'productLine', scopeId: '乳品' },
      ],
      [],
    ],
    [
      'of two alike the one that began later',
      [
        { id: 'old', startsOn: '2025-01-01' },
        { id: 'new', startsOn: '2025-06-01' },
      ],
      ['new'],
    ],
    ['of two that began together the first id', [{ id: 'b' }, { id: 'a' }], ['a']],
    [
      'one of each lender, in lender order',
      [
        { id: '1', lenderId: 'Y' },
        { id: '2', lenderId: 'X' },
      ],
      ['2', '1'],
    ],
    [
      'none that is only proposed, declined or ended',
      [{ state: 'proposed' }, { state: 'declined' }, { state: 'ended' }],
      [],
    ],
    ['none that begins tomorrow', [{ startsOn: '2026-01-06' }], []],
    ['one that begins today', [{ id: 'today', startsOn: '2026-01-05' }], ['today']],
    ['none that ended today', [{ endsOn: '2026-01-05' }], []],
    ['one whose last day is today', [{ id: 'last', endsOn: '2026-01-06' }], ['last']],
    ['none of another borrower', [{ borrowerId: 'other' }], []],
  ])('is %s', (_which, given, ids) => {
    const agreements = given.map((one) => anAgreement(one));

    expect(agreementsFor(agreements, 'seller', tea, '2026-01-05').map(({ id }) => id)).toEqual(ids);
    expect(agreementsFor([...agreements].reverse(), 'seller', tea, '2026-01-05').map(({ id }) => id)).toEqual(
      ids,
    );
  });
});

describe('the period whose quota is used', () => {
  it.each<[QuotaPeriod, string, string, string]>([
    ['week', '2026-01-05', '2026-01-05', 'a Monday is the first day of its week'],
    ['week', '2026-01-11', '2026-01-05', 'a Sunday is the last'],
    ['week', '2026-01-01', '2025-12-29', 'a week goes on over New Year'],
    ['month', '2026-02-28', '2026-02-01', 'a month begins on its first'],
    ['month', '2026-03-01', '2026-03-01', 'and the next with its own'],
    ['whole', '2026-03-01', '2025-05-17', 'the whole agreement has one quota, from its start'],
  ])('%s of %s is that of %s: %s', (period, on, start) => {
    expect(periodStart(period, on, '2025-05-17')).toBe(start);
  });
});

describe('the transfer price', () => {
  it.each<[string, SharingAgreement['price'], number | null, number | null]>([
    ['fixed for the SKU', { kind: 'fixed', prices: { tea: 27_500 } }, 30_000, 27_500],
    ['fixed, and nothing for this SKU', { kind: 'fixed', prices: { milk: 27_500 } }, 30_000, null],
    [
      'fixed, though the borrower has no price of its own',
      { kind: 'fixed', prices: { tea: 27_500 } },
      null,
      27_500,
    ],
    ['nine tenths of what the borrower pays', { kind: 'purchaseShare', shareBp: 9_000 }, 30_000, 27_000],
    ['a little above it', { kind: 'purchaseShare', shareBp: 10_250 }, 30_000, 30_750],
    ['rounded half up to 1/10,000 yuan', { kind: 'purchaseShare', shareBp: 5_000 }, 30_001, 15_001],
    ['none where the borrower has no purchase price', { kind: 'purchaseShare', shareBp: 9_000 }, null, null],
  ])('is %s', (_which, price, purchaseE4, expected) => {
    expect(transferPriceE4(price, 'tea', purchaseE4)).toBe(expected);
  });
});
