import fc from 'fast-check';
import { chargeDelivery, type Delivery, deliveryTermsAt } from './charge-delivery';
import { checkDeliveryRules } from './check-delivery-rules';
import type { ChargeWay, DeliveryRule, DeliveryTerms } from './model';
import { sayDelivery, sayFreeFrom } from './say-delivery';

const steps = (...pairs: (readonly [number, number])[]): ChargeWay => ({
  kind: 'amount',
  steps: pairs.map(([fromFen, chargeFen]) => ({ fromFen, chargeFen })),
});
/** 首 10kg ¥8，续每 5kg ¥3. */
const byWeight: ChargeWay = {
  kind: 'weight',
  first: 10_000,
  firstFen: 800,
  further: 5_000,
  furtherFen: 300,
};
/** 首 2 箱 ¥6，续每箱 ¥2.5. */
const byCases: ChargeWay = { kind: 'cases', first: 2, firstFen: 600, further: 1, furtherFen: 250 };

const aRule = (given: Partial<DeliveryRule> = {}): DeliveryRule => ({
  buyerId: null,
  regionCode: null,
  channel: null,
  charge: steps([0, 800]),
  freeFromFen: null,
  ...given,
});

const termsOf = (rules: readonly DeliveryRule[], given: Partial<DeliveryTerms> = {}): DeliveryTerms => ({
  sellerId: 'seller',
  version: 3,
  startsAt: 0,
  rules,
  allowsPickup: true,
  note: '',
  changedBy: '林总监',
  changedAt: 0,
  ...given,
});

const aDelivery = (given: Partial<Delivery> = {}): Delivery => ({
  buyer: { id: 'S1', channel: 'traditional' },
  regionCode: '330106',
  goodsFen: 20_000,
  weightGrams: 12_000,
  cases: 3,
  isPickup: false,
  ...given,
});

const tiers = steps([0, 2_000], [30_000, 1_000], [80_000, 0]);

describe('what delivery is charged', () => {
  it.each<[string, Partial<DeliveryRule>, Partial<Delivery>, number, number | null]>([
    ['¥200 在第一档', { charge: tiers }, {}, 2_000, 60_000],
    ['差一分不到第二档', { charge: tiers }, { goodsFen: 29_999 }, 2_000, 50_001],
    ['正好第二档', { charge: tiers }, { goodsFen: 30_000 }, 1_000, 50_000],
    ['到免费档', { charge: tiers }, { goodsFen: 80_000 }, 0, null],
    ['低于第一档不收', { charge: steps([10_000, 500]) }, { goodsFen: 9_999 }, 0, null],
    ['满额包邮早于免费档', { charge: tiers, freeFromFen: 50_000 }, {}, 2_000, 30_000],
    ['满额包邮差一分', { freeFromFen: 20_001 }, {}, 800, 1],
    ['满额包邮正好', { freeFromFen: 20_000 }, {}, 0, null],
    ['首重以内', { charge: byWeight }, { weightGrams: 10_000 }, 800, null],
    ['超一克算一续重', { charge: byWeight }, { weightGrams: 10_001 }, 1_100, null],
    ['整两续重', { charge: byWeight }, { weightGrams: 20_000 }, 1_400, null],
    ['按重也可满额包邮', { charge: byWeight, freeFromFen: 19_900 }, {}, 0, null],
    ['首件以内', { charge: byCases }, { cases: 2 }, 600, null],
    ['三箱续一箱', { charge: byCases }, { cases: 3 }, 850, null],
    ['不足一箱按首件', { charge: byCases }, { cases: 0 }, 600, null],
    ['自提不收', { charge: tiers }, { isPickup: true }, 0, null],
  ])('%s', (_, rule, delivery, chargeFen, missingFen) => {
    expect(chargeDelivery(termsOf([aRule(rule)]), aDelivery(delivery))).toMatchObject({
      chargeFen,
      missingFen,
    });
  });

  it.each<[string, Partial<Delivery>, number]>([
    ['客户自己的', { buyer: { id: 'S9', channel: 'modern' } }, 100],
    ['区县先于城市', { regionCode: '330106' }, 200],
    ['城市先于省', { regionCode: '330102' }, 300],
    ['省内加渠道先于省', { regionCode: '330203', buyer: { id: 'S1', channel: 'modern' } }, 350],
    ['省', { regionCode: '330203' }, 400],
    ['渠道', { regionCode: '110101', buyer: { id: 'S1', channel: 'modern' } }, 500],
    ['其余', { regionCode: '110101' }, 600],
  ])('goes by the nearest rule: %s', (_, delivery, chargeFen) => {
    const rules = [
      aRule({ charge: steps([0, 600]) }),
      aRule({ charge: steps([0, 500]), channel: 'modern' }),
      aRule({ charge: steps([0, 400]), regionCode: '33' }),
      aRule({ charge: steps([0, 350]), regionCode: '33', channel: 'modern' }),
      aRule({ charge: steps([0, 300]), regionCode: '3301' }),
      aRule({ charge: steps([0, 200]), regionCode: '330106' }),
      aRule({ charge: steps([0, 100]), buyerId: 'S9' }),
    ];
    expect(chargeDelivery(termsOf(rules), aDelivery(delivery)).chargeFen).toBe(chargeFen);
    expect(chargeDelivery(termsOf([...rules].reverse()), aDelivery(delivery)).chargeFen).toBe(chargeFen);
  });

  it('is nothing where no rule reaches, and self-pickup counts only where it is offered', () => {
    const elsewhere = termsOf([aRule({ regionCode: '44' })]);
    expect(chargeDelivery(elsewhere, aDelivery())).toMatchObject({ chargeFen: 0, reason: 'noRule' });
    const noPickup = termsOf([aRule()], { allowsPickup: false });
    expect(chargeDelivery(noPickup, aDelivery({ isPickup: true }))).toMatchObject({
      chargeFen: 800,
      isPickup: false,
      offersPickup: false,
    });
  });

  it('never grows with the goods where a step or an amount makes it cheaper, and what is missing is enough', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.option(fc.integer({ min: 1, max: 100_000 })),
        (goodsFen, freeFromFen) => {
          const terms = termsOf([aRule({ charge: tiers, freeFromFen })]);
          const now = chargeDelivery(terms, aDelivery({ goodsFen }));
          expect(now.chargeFen).toBeGreaterThanOrEqual(0);
          if (now.missingFen === null) return;
          const then = chargeDelivery(terms, aDelivery({ goodsFen: goodsFen + now.missingFen }));
          const justShort = chargeDelivery(terms, aDelivery({ goodsFen: goodsFen + now.missingFen - 1 }));
          expect([then.chargeFen, justShort.chargeFen > 0]).toEqual([0, true]);
        },
      ),
    );
  });
});

describe('terms', () => {
  it('hold from their start until the next begin, and the later one of two that begin together', () => {
    const versions = [
      termsOf([], { version: 1, startsAt: 100 }),
      termsOf([], { version: 2, startsAt: 300 }),
      termsOf([], { version: 3, startsAt: 300 }),
      termsOf([], { version: 4, startsAt: 200 }),
    ];
    expect([99, 100, 200, 299, 300].map((at) => deliveryTermsAt(versions, at)?.version)).toEqual([
      undefined,
      1,
      4,
      4,
      3,
    ]);
  });

  it.each<[string, readonly DeliveryRule[], readonly string[]]>([
    ['nothing at all', [], []],
    ['two for the same buyers', [aRule(), aRule({ freeFromFen: 5 })], ['sameScope']],
    ['two for others', [aRule(), aRule({ regionCode: '33' })], []],
    ['steps that stand twice', [aRule({ charge: steps([0, 1], [0, 2]) })], ['steps']],
    ['no steps', [aRule({ charge: steps() })], ['steps']],
    ['a further measure of nothing', [aRule({ charge: { ...byCases, further: 0 } })], ['further']],
  ])('with %s', (_, rules, faults) => {
    expect(checkDeliveryRules(rules)).toEqual(faults);
  });
});

it('says why and what is missing', () => {
  expect(sayDelivery('amount', 0)).toBe('按订单金额计');
  expect(sayDelivery('weight', 500)).toBe('按重量计（首重+续重），促销已减¥5.00');
  expect(sayFreeFrom(12_345)).toBe('再买 ¥123.45 免运费');
  expect(sayFreeFrom(null)).toBe('');
});
