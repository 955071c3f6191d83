import type { DeliveryRule } from './model';
import { formOf, rulesOf, sayCharge } from './rule-form';

const everywhere = { buyerId: null, regionCode: null, channel: null, freeFromFen: null };
const rules: readonly DeliveryRule[] = [
  {
    ...everywhere,
    regionCode: '3301',
    charge: {
      kind: 'amount',
      steps: [
        { fromFen: 0, chargeFen: 1_999 },
        { fromFen: 30_000, chargeFen: 0 },
      ],
    },
  },
  {
    ...everywhere,
    channel: 'modern',
    freeFromFen: 50_001,
    charge: { kind: 'weight', first: 10_500, firstFen: 800, further: 500, furtherFen: 35 },
  },
  {
    ...everywhere,
    buyerId: 'S1',
    charge: { kind: 'cases', first: 2, firstFen: 600, further: 1, furtherFen: 250 },
  },
];

it('types a rule again as it was, to the fen and the gram', () => {
  expect(rules.flatMap((rule) => rulesOf(formOf(rule)))).toEqual(rules);
});

it('makes a rule for each division of a row', () => {
  const made = rulesOf({ kind: 'cases', first: 1, firstYuan: 6, regionCodes: ['33', '3402'] });
  expect(made.map(({ regionCode }) => regionCode)).toEqual(['33', '3402']);
});

it('says what is charged', () => {
  expect(rules.map(sayCharge)).toEqual([
    '满 ¥0.00 收 ¥19.99，满 ¥300.00 收 ¥0.00',
    '按重量（公斤）：首 10.5 公斤 ¥8.00，续每 0.5 公斤 ¥0.35；满 ¥500.01 包邮',
    '按箱数：首 2 箱 ¥6.00，续每 1 箱 ¥2.50',
  ]);
});
