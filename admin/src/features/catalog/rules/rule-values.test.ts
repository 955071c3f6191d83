import type { OrderingRule } from './queries';
import { ruleInputOf, ruleValuesOf } from './rule-values';

const rule: OrderingRule = {
  ruleId: 'R',
  scope: 'levelRegionChannel',
  buyerId: null,
  priceListId: null,
  level: 2,
  regionPrefix: '3301',
  channel: null,
  category: null,
  skuId: null,
  minimumQuantity: null,
  multipleQuantity: null,
  maximumQuantity: null,
  orderAmountFen: 50_050,
  orderCases: 10,
  orderWeightGrams: 12_500,
  startsOn: '2026-01-01',
  endsOn: null,
  version: 2,
};

it('writes a rule back as it was read', () => {
  const { ruleId: _, scope: __, version: ___, ...fields } = rule;

  expect(ruleInputOf(ruleValuesOf(rule))).toEqual(fields);
});

it('keeps a nought, which waives, apart from nothing, which inherits', () => {
  const values = ruleValuesOf({ ...rule, skuId: 'WATER', minimumQuantity: 0 });

  expect(ruleInputOf(values)).toMatchObject({ skuId: 'WATER', minimumQuantity: 0, maximumQuantity: null });
});
