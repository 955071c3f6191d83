import type { BasisPoints, PriceE4 } from '../../platform/money';
import { priceKind, type PriceOffer } from '../kind';
import { sayOff, sayPrice } from './say-off';

interface Discount {
  readonly mode: 'percent' | 'reduction';
  readonly offBp?: BasisPoints;
  readonly offE4?: PriceE4;
}

/** 折扣/直降: a percentage, or an amount a base unit, off the listed price of every unit in the scope. */
export const discount = priceKind<Discount>({
  name: 'discount',
  title: '折扣/直降',
  lane: 'unitPrice',
  counts: 'units',
  fields: [
    {
      name: 'mode',
      title: '优惠方式',
      type: 'choice',
      choices: [
        { value: 'percent', title: '折扣' },
        { value: 'reduction', title: '直降' },
      ],
    },
    {
      name: 'offBp',
      title: '减去比例',
      type: 'bp',
      min: 1,
      max: 10_000,
      onlyIf: { name: 'mode', is: ['percent'] },
    },
    {
      name: 'offE4',
      title: '直降（每最小单位）',
      type: 'priceE4',
      min: 1,
      onlyIf: { name: 'mode', is: ['reduction'] },
    },
  ],
  example: { mode: 'percent', offBp: 1_000 },
  hasCliffs: () => false,
  describe: (rule) =>
    rule.mode === 'percent' ? sayOff(rule.offBp ?? 0) : `每件直降${sayPrice(rule.offE4 ?? 0)}`,
  price: (rule, { items }) => ({
    offers: items.map(({ key, quantity }) => ({ key, quantity, price: priceOf(rule) })),
    near: null,
  }),
});

const priceOf = ({ mode, offBp = 0, offE4 = 0 }: Discount): PriceOffer['price'] =>
  mode === 'percent' ? { offBp } : { offE4 };
