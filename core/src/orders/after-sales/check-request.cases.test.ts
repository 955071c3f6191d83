import { dayMs } from '../../platform/clock';
import { anOrderLine, aShipmentLine } from '../testing';
import { checkRequest, isBlocked, quotaFenOf, type RequestFacts, suspectsDiversion } from './check-request';
import { explainAfterSales } from './explain-finding';
import { usualTerms } from './policy';
import { aCheckedLine, requestFacts } from './testing';

const later = (days: number) => requestFacts().at + days * dayMs;
const line = (given: Parameters<typeof aCheckedLine>[0]) => ({ lines: [aCheckedLine(given)] });
const soon = aShipmentLine({
  accepted: 10,
  acceptedFen: 3_000,
  producedOn: '2025-01-01',
  expiresOn: '2026-02-01',
});
const strict = { ...usualTerms, overQuota: 'refuse' as const };
const without = (kind: keyof typeof usualTerms.kinds) => ({
  ...usualTerms,
  kinds: { ...usualTerms.kinds, [kind]: { ...usualTerms.kinds[kind], isOffered: false } },
});

const cases: readonly (readonly [string, Partial<RequestFacts>, readonly string[]])[] = [
  ['a return on the day', {}, []],
  ['a return on the last day of its window', { at: later(15) }, []],
  ['a return a day too late', { at: later(16) }, ['block window.over 1']],
  ['a refund without goods on its last day', { kind: 'refundOnly', at: later(7) }, []],
  ['a refund without goods a day too late', { kind: 'refundOnly', at: later(8) }, ['block window.over 1']],
  ['an exchange in its longer window', { kind: 'exchange', at: later(30) }, []],
  ['an exchange too late', { kind: 'exchange', at: later(31) }, ['block window.over 1']],
  ['a claim too late', { kind: 'claim', at: later(31) }, ['block window.over 1']],
  ['all that was accepted', line({ quantity: 10 }), []],
  ['one more than was accepted', line({ quantity: 11 }), ['block quantity.over 1']],
  ['all that is left', line({ quantity: 3, asked: 7 }), []],
  ['one more than is left', line({ quantity: 4, asked: 7 }), ['block quantity.over 1']],
  ['goods that were all asked back', line({ quantity: 1, asked: 10 }), ['block quantity.over 1']],
  ['the lot that was sent', line({ lotNo: 'L1' }), []],
  ['another lot', line({ lotNo: 'L9' }), ['block lot.notDelivered 1']],
  ['a lot of another shipment', line({ lotNo: 'L1', sent: null }), ['block lot.notDelivered 1']],
  [
    'another lot, which says all there is to say of a line',
    line({ lotNo: 'L9', quantity: 99 }),
    ['block lot.notDelivered 1'],
  ],
  ['a shipment nobody signed for', line({ signedAt: null }), ['block shipment.unsigned 1']],
  ['a claim without photos', { kind: 'claim', photos: 0 }, ['block photos.missing null']],
  ['a return without photos', { photos: 0 }, []],
  [
    'a kind the seller does not offer',
    { kind: 'claim', terms: without('claim') },
    ['block kind.notOffered null'],
  ],
  ['a swap of goods with life enough', { kind: 'swap', reason: 'nearExpiry', boughtFen: 1_000_000 }, []],
  [
    'a swap of goods that are nearly over',
    { kind: 'swap', reason: 'quality', ...line({ sent: soon }) },
    ['block swap.tooLate 1'],
  ],
  ['a return of goods that are nearly over', line({ sent: soon }), []],
  [
    'ageing goods',
    line({ orderLine: anOrderLine({ acceptsAgeing: true, substituteFor: 2 }) }),
    ['block goods.ageing 1'],
  ],
  [
    'a claim for ageing goods',
    { kind: 'claim', ...line({ orderLine: anOrderLine({ acceptsAgeing: true, substituteFor: 2 }) }) },
    [],
  ],
  [
    'a line that would have taken ageing goods',
    line({ orderLine: anOrderLine({ acceptsAgeing: true }) }),
    [],
  ],
  ['a gift that comes back', line({ orderLine: anOrderLine({ giftOf: 'p1' }) }), []],
  [
    'money for a gift',
    { kind: 'refundOnly', ...line({ orderLine: anOrderLine({ giftOf: 'p1' }) }) },
    ['block goods.gift 1'],
  ],
  ['money for what was sent again', { isReplacement: true }, ['block goods.replacement 1']],
  ['another exchange of what was sent again', { kind: 'exchange', isReplacement: true }, []],
  ['unsold goods within the quota', { reason: 'unsold' }, []],
  ['unsold goods beyond what is left of it', { reason: 'unsold', usedFen: 401 }, ['review quota.over null']],
  ['unsold goods to the last fen of it', { reason: 'unsold', usedFen: 400 }, []],
  [
    'unsold goods of a seller that refuses what is over',
    { reason: 'unsold', usedFen: 401, terms: strict },
    ['block quota.over null'],
  ],
  ['a defect, though the quota is used up', { reason: 'quality', usedFen: 1_000, terms: strict }, []],
  [
    'unsold goods without a quota',
    { reason: 'unsold', usedFen: 1_000, terms: { ...strict, quotaBp: null } },
    [],
  ],
  ['unsold goods of who bought nothing', { reason: 'other', boughtFen: 0 }, ['review quota.over null']],
  [
    'everything at once',
    { kind: 'exchange', photos: 0, at: later(31), ...line({ quantity: 11 }), reason: 'other', boughtFen: 0 },
    ['block photos.missing null', 'block window.over 1', 'block quantity.over 1', 'review quota.over null'],
  ],
];

describe('a request is held against', () => {
  it.each(cases)('%s', (_situation, given, expected) => {
    const findings = checkRequest(requestFacts(given));

    expect(findings.map(({ severity, rule, lineNo }) => `${severity} ${rule} ${lineNo}`)).toEqual(expected);
    expect(isBlocked(findings)).toBe(expected.some((found) => found.startsWith('block')));
    expect(suspectsDiversion(findings)).toBe(expected.some((found) => found.includes('notDelivered')));
    for (const finding of findings) expect(explainAfterSales(finding)).toMatch(/^[^{}]*[一-龥][^{}]*$/);
  });

  it('line by line, each with its own findings', () => {
    const lines = [
      aCheckedLine(),
      aCheckedLine({ lineNo: 2, quantity: 11 }),
      aCheckedLine({ lineNo: 3, lotNo: 'X' }),
    ];

    const findings = checkRequest(requestFacts({ lines }));

    expect(findings.map(({ rule, lineNo }) => [rule, lineNo])).toEqual([
      ['quantity.over', 2],
      ['lot.notDelivered', 3],
    ]);
  });
});

describe('what a request takes of the quota', () => {
  it.each([
    ['unsold', 600],
    ['nearExpiry', 600],
    ['other', 600],
    ['quality', 0],
    ['damaged', 0],
    ['wrongGoods', 0],
  ] as const)('for %s', (reason, expected) => {
    expect(quotaFenOf(requestFacts({ reason }))).toBe(expected);
  });

  it('adds up to what was paid, in however many requests', () => {
    const sent = aShipmentLine({ accepted: 3, acceptedFen: 1_000 });
    const each = [0, 1, 2].map((asked) =>
      quotaFenOf({ reason: 'unsold', lines: [aCheckedLine({ sent, quantity: 1, asked })] }),
    );

    expect(each.reduce((total, fen) => total + fen, 0)).toBe(1_000);
  });
});
