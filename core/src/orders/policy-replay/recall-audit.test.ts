import { type AuditPolicy, type RuleTerms, usualPolicy, usualTerms } from '../audit-policy';
import type { Finding, Rule, Severity, Verdict } from '../model';
import { aPolicy, noon } from '../testing';
import { type KeptAudit, recallAudit, verdictUnder } from './recall-audit';

const found = (rule: Rule, severity: Severity, numbers: Finding['numbers'] = {}): Finding => ({
  rule,
  severity,
  lineNo: null,
  skuId: null,
  numbers,
});
const kept = (
  verdict: Verdict,
  findings: readonly Finding[],
  rulesAtFirst: readonly string[] | null,
  policyVersion = 0,
): KeptAudit => ({ order: { verdict, findings, policyVersion, placedAt: noon }, rulesAtFirst });
const recall = (audit: KeptAudit, versions: readonly AuditPolicy[] = []) =>
  recallAudit(
    audit,
    (version) => [usualPolicy, ...versions].find((policy) => policy.version === version) ?? null,
    usualPolicy,
  );
const policyWith = (version: number, ...rules: RuleTerms[]) => aPolicy({ version, rules });
const toldOf = (audit: KeptAudit, versions: readonly AuditPolicy[] = []) =>
  recall(audit, versions)?.findings.map(({ rule, isMild }) => `${rule}${isMild ? ' mild' : ''}`);

describe('what the first audit found', () => {
  it('stands in the order as long as nobody has decided it again', () => {
    const missing = found('stock.short', 'review', { short: 3 });

    expect(recall(kept('held', [missing], ['stock.short']))).toEqual({
      policy: usualPolicy,
      findings: [
        {
          rule: 'stock.short',
          lineNo: null,
          numbers: { short: 3 },
          isMild: false,
          isRecomputed: false,
        },
      ],
    });
  });

  it.each<[string, KeptAudit, readonly string[]]>([
    ['nothing', kept('approved', [], []), []],
    [
      'a trail that says nothing',
      kept('approved', [found('stock.ageing', 'notice')], null),
      ['stock.ageing'],
    ],
    [
      'bills a little late, which are told and no more',
      kept('approved', [found('credit.overdue', 'notice')], ['credit.overdue']),
      ['credit.overdue mild'],
    ],
    [
      'what a person has overruled since',
      kept('held', [found('price.floor', 'notice')], ['price.floor']),
      ['price.floor'],
    ],
    ['what has been paid since, and is found no more', kept('held', [], ['payment.due']), ['payment.due']],
    [
      'what was overruled beside what was mild from the beginning',
      kept(
        'held',
        [found('price.floor', 'notice'), found('credit.overdue', 'notice')],
        ['price.floor', 'credit.overdue'],
      ),
      ['price.floor', 'credit.overdue mild'],
    ],
    [
      'bills late enough to hold it, found milder since',
      kept('held', [found('credit.overdue', 'notice')], ['credit.overdue']),
      ['credit.overdue'],
    ],
    [
      'bills that were a little late and are paid',
      kept('approved', [found('stock.ageing', 'notice')], ['credit.overdue', 'stock.ageing']),
      ['stock.ageing mild', 'credit.overdue mild'],
    ],
    [
      'what refused it, though an edit found more',
      kept('rejected', [found('order.minimum', 'block'), found('stock.ageing', 'notice')], ['order.minimum']),
      ['order.minimum'],
    ],
  ])('is %s', (_what, audit, expected) => {
    expect(toldOf(audit)).toEqual(expected);
  });

  it('goes by the policy it was audited by, and by the first one when that was replaced', () => {
    const strict = policyWith(2, { ...usualTerms('stock.ageing'), consequence: 'off' });
    const blocking = policyWith(3, { ...usualTerms('price.floor'), consequence: 'block' });

    expect(recall(kept('approved', [], [], 2), [strict])?.policy).toBe(strict);
    expect(
      recall(kept('held', [found('price.floor', 'block')], ['price.floor'], 3), [blocking]),
    ).toMatchObject({ policy: usualPolicy, findings: [{ rule: 'price.floor' }] });
  });

  it.each<[string, KeptAudit]>([
    ['neither findings nor trail lead to the verdict', kept('rejected', [], [])],
    ['the order was decided again and has no trail', kept('held', [], null)],
  ])('is not known where %s', (_what, audit) => {
    expect(recall(audit)).toBeNull();
  });
});

it('takes the gravest of what a policy says, and of what is mild nothing', () => {
  const told = (rule: Rule, isMild = false) => ({ rule, isMild });

  expect(verdictUnder(usualPolicy, [])).toBe('approved');
  expect(verdictUnder(usualPolicy, [told('stock.ageing')])).toBe('approved');
  expect(verdictUnder(usualPolicy, [told('stock.short'), told('stock.ageing')])).toBe('held');
  expect(verdictUnder(usualPolicy, [told('stock.short'), told('order.minimum')])).toBe('rejected');
  expect(verdictUnder(usualPolicy, [told('credit.overdue', true)])).toBe('approved');
});
