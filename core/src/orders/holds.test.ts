import { usualPolicy } from './audit-policy';
import { holdsFor, reservesNothing } from './holds';
import type { Finding, Rule } from './model';
import { aFinding, noon } from './testing';

const hourMs = 3_600_000;

describe('a hold', () => {
  it.each<[Rule, string, string, number]>([
    ['credit.over', 'credit', 'seller', 24],
    ['credit.overdue', 'credit', 'seller', 24],
    ['region.review', 'region', 'hq', 24],
    ['stock.short', 'review', 'seller', 4],
    ['price.floor', 'review', 'seller', 4],
  ])('for %s is a %s hold of the %s, due in %i hours', (rule, kind, owner, hours) => {
    expect(holdsFor([aFinding({ rule })], usualPolicy, noon)).toEqual([
      { kind, owner, openedAt: noon, dueAt: noon + hours * hourMs },
    ]);
  });

  it.each<Finding['severity']>(['notice', 'block'])('is not opened by a finding that is a %s', (severity) => {
    expect(holdsFor([aFinding({ severity })], usualPolicy, noon)).toEqual([]);
  });

  it('stands once for each kind, beside the others', () => {
    const findings = (
      ['credit.over', 'stock.short', 'credit.overdue', 'price.floor', 'region.review'] as const
    ).map((rule) => aFinding({ rule }));

    expect(holdsFor(findings, usualPolicy, noon).map(({ kind }) => kind)).toEqual([
      'credit',
      'review',
      'region',
    ]);
  });

  it.each([
    ['credit', true],
    ['region', true],
    ['review', false],
    ['risk', false],
    ['payment', false],
  ] as const)('of kind %s keeps nothing from others while it waits: %p', (kind, nothing) => {
    expect(reservesNothing({ kind })).toBe(nothing);
  });
});
