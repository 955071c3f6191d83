import { checkRule } from '../check-rule';
import { describeRule } from '../describe-promotion';
import type { Field } from '../kind';
import { bookOf } from '../promotion-book';
import { quotePromotions } from '../quote-promotions';
import { aCart, aCartLine, aPromotion, cartFacts } from '../testing';
import { kindOf, kinds } from './all-kinds';

const words = { skuName: (skuId: string) => `品${skuId}` };

describe('the kinds', () => {
  it('are twenty, each by a name of its own', () => {
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(20);
    expect(kindOf('nobody')).toBeUndefined();
  });

  it.each(kinds.map((kind) => [kind.title, kind] as const))(
    '%s: its example passes its own check',
    (_, kind) => {
      expect(checkRule(kind.name, kind.example)).toEqual([]);
    },
  );

  it.each(kinds.map((kind) => [kind.title, kind] as const))('%s: describes itself in Chinese', (_, kind) => {
    const said = describeRule(kind.name, kind.example, words);

    expect(said).toMatch(/\p{Script=Han}/u);
    expect(said).not.toMatch(/undefined|null|NaN|object/);
  });

  it.each(kinds.map((kind) => [kind.title, kind] as const))('%s: names every field for a form', (_, kind) => {
    const look = (fields: readonly Field[]) => {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      for (const field of fields) {
        expect(field.title).toMatch(/\p{Script=Han}/u);
        if (field.type === 'choice') expect(field.choices?.length).toBeGreaterThan(1);
        if (field.type === 'rows') look(field.rows ?? []);
      }
    };

    look(kind.fields);
  });

  it.each(kinds.map((kind) => [kind.title, kind] as const))(
    '%s: does nothing once its cap is used up',
    (_, kind) => {
      const caps = { perOrder: 0, perBuyer: null, perBuyerDay: null, perDay: null, total: null };
      const book = bookOf([aPromotion({ kind: kind.name, rule: kind.example, caps })]);
      const cart = aCart(
        [aCartLine({ quantity: 1_200 }), aCartLine({ lineNo: 2, skuId: 'chips', quantity: 600 })],
        {
          freightFen: 1_000,
          tokens: new Map([['p1', 5]]),
        },
      );

      expect(quotePromotions(cart, book, cartFacts()).accepted).toEqual([]);
    },
  );
});
