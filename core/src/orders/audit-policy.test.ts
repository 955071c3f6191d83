import fc from 'fast-check';
import {
  type AuditPolicy,
  checkPolicy,
  consequencesOf,
  everyRule,
  mayAccept,
  policyAt,
  type RuleTerms,
  termsOf,
  usualPolicy,
  usualTerms,
} from './audit-policy';
import type { Rule } from './model';
import { aPolicy, noon } from './testing';

const owner = { partyKind: 'distributor', roles: ['owner'] } as const;
const reviewer = { partyKind: 'distributor', roles: ['reviewer'] } as const;
const headquarters = { partyKind: 'hq', roles: ['reviewer'] } as const;
const withTerms = (given: Partial<RuleTerms> & { rule: Rule }): AuditPolicy =>
  aPolicy({ rules: [{ ...usualTerms(given.rule), ...given }] });

describe('the audit policy', () => {
  it('is the usual one before anybody has written any', () => {
    expect(policyAt([], noon)).toBe(usualPolicy);
    expect(termsOf(usualPolicy, 'stock.short')).toMatchObject({ consequence: 'review', owner: 'seller' });
  });

  it('is the latest version that has begun, however the versions lie', () => {
    const anyVersions = fc.uniqueArray(
      fc.record({ version: fc.integer({ min: 1, max: 9 }), startsAt: fc.nat(20) }),
      {
        selector: ({ version }) => version,
      },
    );
    fc.assert(
      fc.property(anyVersions, fc.nat(20), (given, at) => {
        const versions = given.map((one) => aPolicy(one));
        const begun = versions.filter(({ startsAt }) => startsAt <= at);
        const expected = Math.max(0, ...begun.map(({ version }) => version));
        expect(policyAt(versions, at).version).toBe(expected);
        expect(policyAt([...versions].reverse(), at)).toEqual(policyAt(versions, at));
      }),
    );
  });

  it('leaves as usual what it does not name', () => {
    const policy = withTerms({ rule: 'price.floor', withinHours: 1 });

    expect(termsOf(policy, 'price.floor').withinHours).toBe(1);
    expect(termsOf(policy, 'credit.over')).toEqual(usualTerms('credit.over'));
  });

  it.each(everyRule)('may be as it usually is: %s', (rule) => {
    expect(consequencesOf(rule)).toContain(usualTerms(rule).consequence);
    expect(checkPolicy([usualTerms(rule)], noon, noon)).toBeNull();
  });

  it.each<Rule>([
    'region.blocked',
    'region.review',
    'credit.none',
    'credit.over',
    'credit.overdue',
    'credit.frozen',
    'price.missing',
    'sku.inactive',
    'stock.short',
    'supply.otherSeller',
    'payment.due',
  ])('cannot switch off %s, nor make it a mere notice', (rule) => {
    for (const consequence of ['off', 'notice'] as const) {
      expect(checkPolicy([{ ...usualTerms(rule), consequence }], noon, noon)).toEqual({
        fault: 'consequence',
        rule,
      });
    }
  });

  it('names a rule once, begins not before it is written, and leaves somebody who may clear', () => {
    const floor = usualTerms('price.floor');

    expect(checkPolicy([floor, floor], noon, noon)).toMatchObject({ fault: 'ruleTwice' });
    expect(checkPolicy([floor], noon - 1, noon)).toMatchObject({ fault: 'startsEarlier' });
    expect(checkPolicy([{ ...floor, acceptedBy: [] }], noon, noon)).toMatchObject({ fault: 'nobodyAccepts' });
    expect(checkPolicy([{ ...usualTerms('credit.frozen'), acceptedBy: [] }], noon, noon)).toBeNull();
  });

  it('gives a role of a desk one limit', () => {
    const limit = (desk: 'seller' | 'hq', upToFen: number) => ({ desk, role: 'reviewer' as const, upToFen });
    const floor = usualTerms('price.floor');

    const once = [limit('seller', 1), limit('hq', 1)];
    expect(checkPolicy([{ ...floor, acceptedBy: once }], noon, noon)).toBeNull();
    const twice = [limit('seller', 1), limit('seller', 2)];
    expect(checkPolicy([{ ...floor, acceptedBy: twice }], noon, noon)).toMatchObject({ fault: 'limitTwice' });
  });

  it.each<Rule>(['credit.frozen', 'preOrder.deposit', 'preOrder.waiting', 'preOrder.balance'])(
    'lets nobody overrule %s, of which only money or a release disposes',
    (rule) => {
      const acceptedBy = [{ desk: 'hq', role: 'owner', upToFen: null }] as const;

      expect(checkPolicy([{ ...usualTerms(rule), acceptedBy }], noon, noon)).toEqual({
        fault: 'nobodyMayAccept',
        rule,
      });
    },
  );
});

describe('who may overrule', () => {
  it('a seller what comes to its own desk, HQ all that holds an order', () => {
    expect(mayAccept(usualPolicy, 'credit.over', reviewer, 1)).toBe(true);
    expect(mayAccept(usualPolicy, 'credit.over', headquarters, 1)).toBe(true);
    expect(mayAccept(usualPolicy, 'region.review', reviewer, 1)).toBe(false);
    expect(mayAccept(usualPolicy, 'region.review', headquarters, 1)).toBe(true);
  });

  it.each(['region.blocked', 'credit.none', 'credit.frozen', 'quantity.minimum', 'no.such.rule'])(
    'is nobody where it is %s',
    (rule) => {
      for (const person of [owner, reviewer, headquarters]) {
        expect(mayAccept(usualPolicy, rule, person, 1)).toBe(false);
      }
    },
  );

  it('goes by role and amount: an owner holds every role, a reviewer only his own, up to his bound', () => {
    const policy = withTerms({
      rule: 'price.floor',
      acceptedBy: [
        { desk: 'seller', role: 'reviewer', upToFen: 100_000 },
        { desk: 'seller', role: 'manager', upToFen: null },
      ],
    });

    expect(mayAccept(policy, 'price.floor', reviewer, 100_000)).toBe(true);
    expect(mayAccept(policy, 'price.floor', reviewer, 100_001)).toBe(false);
    expect(mayAccept(policy, 'price.floor', owner, 100_001)).toBe(true);
    expect(mayAccept(policy, 'price.floor', { ...reviewer, roles: ['warehouse'] }, 1)).toBe(false);
    expect(mayAccept(policy, 'price.floor', headquarters, 1)).toBe(false);
  });

  it('is whoever the policy says of a rule it lets hold', () => {
    const policy = withTerms({ rule: 'quantity.minimum', consequence: 'review' });

    expect(mayAccept(policy, 'quantity.minimum', reviewer, 1)).toBe(true);
  });
});
