import type { Kind, RowField, Rule, RuleField } from './model';
import { exampleOf, ruleOf, typedRuleOf } from './rule-values';

const aRow = (given: Pick<RowField, 'name' | 'type'> & Partial<RowField>): RowField => ({
  title: given.name,
  isOptional: false,
  min: null,
  max: null,
  choices: [],
  onlyIf: null,
  ...given,
});
const aField = (given: Pick<RuleField, 'name' | 'type'> & Partial<RuleField>): RuleField => ({
  ...aRow(given),
  rows: given.rows ?? [],
});
const noKind = () => undefined;

it.each([
  ['fen', 1_999, 19.99],
  ['priceE4', 31_255, 3.1255],
  ['bp', 1_250, '12.5%'],
  ['quantity', 24, 24],
  ['unit', '箱', '箱'],
  ['unit', '', '最小单位'],
  ['sku', 'sku-1', 'sku-1'],
  ['skus', ['a', 'b'], ['a', 'b']],
  ['flag', true, true],
  ['flag', false, false],
  ['day', '2026-03-01', '2026-03-01'],
  ['choice', 'percent', 'percent'],
  ['instant', Date.UTC(2026, 2, 1), '2026-03-01T00:00:00.000Z'],
  ['kind', 'buyGet', 'buyGet'],
])('a %s goes from %j to what is typed, %j, and back', (type, wire, typed) => {
  const fields = [aField({ name: 'value', type })];

  expect(typedRuleOf(fields, { value: wire } as Rule, noKind)).toEqual({ value: typed });
  expect(ruleOf(fields, { value: typed }, noKind)).toEqual({ value: wire });
});

it('understands 9折 where something is taken off, and nowhere else', () => {
  const fields = [aField({ name: 'offBp', type: 'bp' }), aField({ name: 'rebateBp', type: 'bp' })];

  expect(ruleOf(fields, { offBp: '9折', rebateBp: '9折' }, noKind)).toEqual({ offBp: 1_000 });
});

it('leaves out what is empty, and says no to a flag nobody touched', () => {
  const fields = [
    aField({ name: 'fromFen', type: 'fen', isOptional: true }),
    aField({ name: 'skuIds', type: 'skus', isOptional: true }),
    aField({ name: 'isMixed', type: 'flag' }),
  ];

  expect(ruleOf(fields, { fromFen: null, skuIds: [] }, noKind)).toEqual({ isMixed: false });
});

it('leaves out what is not asked, in the rule and in its rows', () => {
  const fields = [
    aField({ name: 'pays', type: 'choice' }),
    aField({ name: 'maxOffFen', type: 'fen', onlyIf: { name: 'pays', is: ['percent'] } }),
    aField({
      name: 'tiers',
      type: 'rows',
      rows: [
        aRow({ name: 'rebateBp', type: 'bp', onlyIf: { name: 'pays', is: ['percent'] } }),
        aRow({ name: 'rebateFen', type: 'fen', onlyIf: { name: 'pays', is: ['lump'] } }),
      ],
    }),
  ];
  const typed = { pays: 'lump', maxOffFen: 5, tiers: [{ rebateBp: '2%', rebateFen: 100 }] };

  expect(ruleOf(fields, typed, noKind)).toEqual({ pays: 'lump', tiers: [{ rebateFen: 10_000 }] });
  expect(ruleOf(fields, { ...typed, pays: 'percent' }, noKind)).toEqual({
    pays: 'percent',
    maxOffFen: 500,
    tiers: [{ rebateBp: 200 }],
  });
});

it('begins steps at quantities where there is a unit, at amounts where there is none', () => {
  const fields = [
    aField({ name: 'unit', type: 'unit', isOptional: true }),
    aField({
      name: 'tiers',
      type: 'rows',
      rows: [
        aRow({ name: 'fromFen', type: 'fen', isOptional: true }),
        aRow({ name: 'fromQuantity', type: 'quantity', isOptional: true }),
      ],
    }),
  ];
  const tiers = [{ fromFen: 100, fromQuantity: 10 }];

  expect(ruleOf(fields, { tiers }, noKind)).toEqual({ tiers: [{ fromFen: 10_000 }] });
  expect(ruleOf(fields, { unit: '箱', tiers }, noKind)).toEqual({
    unit: '箱',
    tiers: [{ fromQuantity: 10 }],
  });
});

const thresholdOff: Pick<Kind, 'fields' | 'example'> = {
  fields: [
    aField({
      name: 'tiers',
      type: 'rows',
      rows: [aRow({ name: 'fromFen', type: 'fen' }), aRow({ name: 'skuId', type: 'sku' })],
    }),
  ],
  example: { tiers: [{ fromFen: 10_000, skuId: 'cup' }] },
};
const kindOf = (kind: string) => (kind === 'thresholdOff' ? thresholdOff : undefined);

it('carries a rule within a rule', () => {
  const fields = [aField({ name: 'innerKind', type: 'kind' }), aField({ name: 'innerRule', type: 'rule' })];
  const rule = {
    innerKind: 'thresholdOff',
    innerRule: { tiers: [{ fromFen: 20_050, skuId: 'a' }] },
  } as unknown as Rule;

  const typed = typedRuleOf(fields, rule, kindOf);

  expect(typed).toEqual({
    innerKind: 'thresholdOff',
    innerRule: { tiers: [{ fromFen: 200.5, skuId: 'a' }] },
  });
  expect(ruleOf(fields, typed, kindOf)).toEqual(rule);
});

it('begins with the example of a kind, without its goods', () => {
  expect(exampleOf(thresholdOff, '2026-04-01T00:00:00.000Z', kindOf)).toEqual({
    tiers: [{ fromFen: 100, skuId: undefined }],
  });
});

it('lets the instants of an example begin when the window ends', () => {
  const preOrder = {
    fields: [aField({ name: 'from', type: 'instant' }), aField({ name: 'until', type: 'instant' })],
    example: { from: Date.UTC(2020, 0, 1), until: Date.UTC(2020, 0, 8) },
  };

  expect(exampleOf(preOrder, '2026-04-01T00:00:00.000Z', noKind)).toEqual({
    from: '2026-04-01T00:00:00.000Z',
    until: '2026-04-08T00:00:00.000Z',
  });
});
