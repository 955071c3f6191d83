import type { ApplicationForm, ApplicationState, StoreReview } from './application';
import { checkApplication, checkForm, standingInTheWay } from './check-application';
import { afterReview } from './review-application';
import { aForm, anApplication, aParty, creditCodeOf } from './testing';

const on = '2026-03-15';
const own = creditCodeOf('91330106MA2AAAAA1');

describe('what is found in an application of 15 March 2026', () => {
  it.each<[string, Partial<ApplicationForm>, string[]]>([
    ['with everything in order', {}, []],
    ['called on a landline', { contactPhone: '0571-88001234' }, []],
    ['called on ten digits', { contactPhone: '1390000100' }, ['phone.malformed block']],
    ['in a town of its district', { townCode: '330106001' }, []],
    ['in a town of another district', { townCode: '330105001' }, ['town.elsewhere block']],
    [
      'with a digit of its licence changed',
      { businessLicenceNo: `8${own.slice(1)}` },
      ['businessLicence.malformed block'],
    ],
    [
      'with a licence number that is too short',
      { businessLicenceNo: own.slice(1) },
      ['businessLicence.malformed block'],
    ],
    [
      'without a food licence',
      { foodLicenceNo: '', foodLicenceExpiresOn: null },
      ['foodLicence.missing review'],
    ],
    ['with a food licence and no last day', { foodLicenceExpiresOn: null }, ['foodLicence.missing block']],
    [
      'with a food licence that ended yesterday',
      { foodLicenceExpiresOn: '2026-03-14' },
      ['foodLicence.expired block'],
    ],
    [
      'with a food licence that ends today',
      { foodLicenceExpiresOn: '2026-03-15' },
      ['foodLicence.expiring review'],
    ],
    [
      'with a food licence of 13 digits',
      { foodLicenceNo: 'JY1330106000001' },
      ['foodLicence.malformed block'],
    ],
    ['of a producer', { foodLicenceNo: 'SC13301060000011' }, []],
    [
      'with nothing right',
      {
        contactPhone: '110',
        townCode: '110101001',
        businessLicenceNo: 'X',
        foodLicenceNo: 'Y',
        foodLicenceExpiresOn: on,
      },
      [
        'phone.malformed block',
        'town.elsewhere block',
        'businessLicence.malformed block',
        'foodLicence.malformed block',
        'foodLicence.expiring review',
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(checkForm(aForm(given), on).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
  });
});

describe('whom an application looks like', () => {
  const seller = aParty({ id: 'seller', kind: 'distributor' });
  const form = aForm();
  const party = (given: object) => aParty({ id: 'other', code: 'S001', ...given });

  it.each([
    ['nobody', { parties: [party({})], applications: [] }, []],
    [
      'a party with its licence',
      { parties: [party({ businessLicenceNo: form.businessLicenceNo })], applications: [] },
      [['duplicate.businessLicence', ['S001']]],
    ],
    [
      'a party with its phone and an open application with its food licence',
      {
        parties: [party({ contactPhone: form.contactPhone })],
        applications: [anApplication({ id: 'A2', contactPhone: '13800000000', businessLicenceNo: 'ELSE' })],
      },
      [
        ['duplicate.foodLicence', ['A2']],
        ['duplicate.phone', ['S001']],
      ],
    ],
  ])('%s', (_, others, expected) => {
    const findings = checkApplication(form, { seller, isServed: true, ...others }, on);

    expect(findings.map(({ rule, like }) => [rule, like])).toEqual(expected);
  });

  it.each([
    ['a store', { kind: 'store' as const, status: 'active' as const }, true],
    ['a suspended distributor', { kind: 'distributor' as const, status: 'suspended' as const }, true],
    ['HQ', { kind: 'hq' as const, status: 'active' as const }, false],
  ])('cannot be supplied by %s: %o is %s', (_, given, isFound) => {
    const facts = { seller: given, isServed: true, parties: [], applications: [] };

    expect(checkApplication(form, facts, on).some(({ rule }) => rule === 'seller.cannotSupply')).toBe(
      isFound,
    );
  });

  it.each([
    ['a store where its seller may sell', { kind: 'store' as const }, true, false],
    ['a store where its seller may sell nothing', { kind: 'store' as const }, false, true],
    ['a chain where its seller may sell nothing', { kind: 'chain' as const }, false, true],
    ['a distributor, who brings a territory of its own', { kind: 'distributor' as const }, false, false],
  ])('asks a person about %s: %o', (_, kind, isServed, isAsked) => {
    const facts = { seller, isServed, parties: [], applications: [] };
    const found = checkApplication({ ...form, ...kind }, facts, on);

    expect(found.filter(({ rule }) => rule === 'territory.outside')).toEqual(
      isAsked ? [{ rule: 'territory.outside', severity: 'review', like: [] }] : [],
    );
  });

  it('is for a person to accept, and a block is not', () => {
    const findings = [
      { rule: 'duplicate.phone', severity: 'review', like: [] },
      { rule: 'foodLicence.expired', severity: 'block', like: [] },
    ] as const;
    const left = standingInTheWay(findings, ['duplicate.phone', 'foodLicence.expired']);

    expect(left.map(({ rule }) => rule)).toEqual(['foodLicence.expired']);
  });
});

describe('a desk says its word', () => {
  type Case = [
    string,
    ApplicationState,
    'store' | 'distributor' | 'chain',
    'seller' | 'hq',
    'approves' | 'rejects',
    StoreReview,
    ApplicationState | null,
  ];
  it.each<Case>([
    [
      'the distributor endorses a store, HQ looks next',
      'submitted',
      'store',
      'seller',
      'approves',
      'sellerThenHq',
      'endorsed',
    ],
    ['HQ has the last word', 'endorsed', 'store', 'hq', 'approves', 'sellerThenHq', 'approved'],
    [
      'HQ need not wait for the distributor',
      'submitted',
      'store',
      'hq',
      'approves',
      'sellerThenHq',
      'approved',
    ],
    [
      'by policy the distributor’s word is enough',
      'submitted',
      'store',
      'seller',
      'approves',
      'seller',
      'approved',
    ],
    [
      'but not for a distributor of its own',
      'submitted',
      'distributor',
      'seller',
      'approves',
      'seller',
      'endorsed',
    ],
    ['a chain counts as a shop', 'submitted', 'chain', 'seller', 'approves', 'seller', 'approved'],
    ['the distributor does not speak twice', 'endorsed', 'store', 'seller', 'approves', 'sellerThenHq', null],
    ['nor takes its word back', 'endorsed', 'store', 'seller', 'rejects', 'sellerThenHq', null],
    ['the distributor rejects', 'submitted', 'store', 'seller', 'rejects', 'sellerThenHq', 'rejected'],
    [
      'HQ rejects what the distributor endorsed',
      'endorsed',
      'store',
      'hq',
      'rejects',
      'sellerThenHq',
      'rejected',
    ],
    ['what is approved stays approved', 'approved', 'store', 'hq', 'rejects', 'sellerThenHq', null],
    ['what is rejected waits for its applicant', 'rejected', 'store', 'hq', 'approves', 'sellerThenHq', null],
  ])('%s', (_, state, kind, desk, answer, policy, expected) => {
    expect(afterReview({ state, kind }, desk, answer, policy)).toBe(expected);
  });
});
