import type { DecidedLine } from './decision';
import type { Finding, Rule } from './model';

/** What a rule found, before the policy says what follows. `mild` is told and nothing more. */
export interface Found extends Omit<Finding, 'severity'> {
  readonly mild?: boolean;
}

type Numbers = Finding['numbers'];

export const onLine = (
  rule: Rule,
  { lineNo, sku }: Pick<DecidedLine, 'lineNo' | 'sku'>,
  numbers: Numbers = {},
): Found => ({ rule, lineNo, skuId: sku.id, numbers: { name: sku.name, ...numbers } });

export const onOrder = (rule: Rule, numbers: Numbers): Found => ({
  rule,
  lineNo: null,
  skuId: null,
  numbers,
});
