import type { RuleWords } from './kind';
import { kindOf } from './kinds/all-kinds';
import type { Promotion } from './model';

/** The rule of a promotion in a few words, as on a label; its name when nobody knows its kind any more. */
export const describePromotion = ({ kind, rule, name }: Promotion, words: RuleWords): string =>
  kindOf(kind)?.describe(rule, words) ?? name;
