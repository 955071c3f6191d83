import type { RuleWords } from './kind';
import { kindOf } from './kinds/all-kinds';
import type { Promotion, PromotionRule } from './model';

/** A rule in a few words for a label: 满¥100.00减¥10.00, 首单：特价¥2.50. Empty for a kind nobody knows. */
export function describeRule(kindName: string, rule: PromotionRule, words: RuleWords): string {
  const kind = kindOf(kindName);
  if (!kind) return '';
  const own = kind.describe(rule, words);
  if (kind.lane !== 'asInner') return own;
  const inner = kind.inner(rule);
  return `${own}：${describeRule(inner.kind, inner.rule, words)}`;
}

/** The rule of a promotion in a few words, as on a label; its name when nobody knows its kind any more. */
export const describePromotion = ({ kind, rule, name }: Promotion, words: RuleWords): string =>
  describeRule(kind, rule, words) || name;
