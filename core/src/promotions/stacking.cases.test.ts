import type { Promotion } from './model';
import { idOf } from './applied';
import { bookOf } from './promotion-book';
import { quotePromotions } from './quote-promotions';
import { aCart, aCartLine, aPromotion, cartFacts } from './testing';

/** 40 bottles at ¥3.00: ¥120.00. */
const cart = aCart([aCartLine({ quantity: 40 })], { freightFen: 800 });

const one = (id: string, kind: string, rule: Promotion['rule'], given: Partial<Promotion> = {}) =>
  aPromotion({ id, kind, rule, ...given });
const special = (given: Partial<Promotion> = {}) =>
  one('特价', 'specialPrice', { unitPriceE4: 25_000 }, given);
const off = (id: string, offFen: number, given: Partial<Promotion> = {}) =>
  one(id, 'thresholdOff', { tiers: [{ fromFen: 10_000, offFen }], isPerMultiple: false }, given);
const percent = (id: string, offBp: number, isAdditive: boolean, given: Partial<Promotion> = {}) =>
  one(id, 'thresholdPercent', { tiers: [{ fromFen: 10_000, offBp }], isAdditive }, given);
const half = (given: Partial<Promotion> = {}) =>
  one('第二件半价', 'nthUnit', { nth: 2, unit: '', offBp: 5_000, isMixed: false }, given);
const pick = (given: Partial<Promotion> = {}) =>
  one('任选', 'pickN', { pickCount: 4, unit: '', priceFen: 1_000 }, given);
const free = one('包邮', 'freight', { mode: 'free' });
const alone = (stacking: Promotion['stacking'], priority = 0) => ({ stacking, priority });
const mutexGroups = ['组'];
const noCaps = { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null };

interface Row {
  readonly situation: string;
  readonly promotions: readonly Promotion[];
  readonly stand: readonly string[];
  readonly payableFen: number;
}

const rows: readonly Row[] = [
  {
    situation: '满减满折叠加：先减优先级高的¥20，再打9折',
    promotions: [off('满减', 2_000, { priority: 5 }), percent('满折', 1_000, false)],
    stand: ['满减', '满折'],
    payableFen: 9_000 + 800,
  },
  {
    situation: '特价之后不满¥100：满减落空',
    promotions: [one('特价', 'specialPrice', { unitPriceE4: 24_000 }), off('满减', 2_000)],
    stand: ['特价'],
    payableFen: 9_600 + 800,
  },
  {
    situation: '同样两个，按原金额计折：¥20加¥12',
    promotions: [off('满减', 2_000, { priority: 5 }), percent('满折', 1_000, true)],
    stand: ['满减', '满折'],
    payableFen: 8_800 + 800,
  },
  {
    situation: '特价之后正好¥100：满减看特价后的金额',
    promotions: [special(), off('满减', 2_000)],
    stand: ['特价', '满减'],
    payableFen: 8_000 + 800,
  },
  {
    situation: '本阶段独占：省得多的留下',
    promotions: [off('小', 500, alone('exclusiveLane')), off('大', 1_500)],
    stand: ['大'],
    payableFen: 10_500 + 800,
  },
  {
    situation: '本阶段独占但优先级高：省得少也留下',
    promotions: [off('小', 500, alone('exclusiveLane', 9)), off('大', 1_500)],
    stand: ['小'],
    payableFen: 11_500 + 800,
  },
  {
    situation: '独占抵不过其余两个加起来',
    promotions: [off('独', 1_500, alone('exclusiveLane')), off('甲', 1_000), off('乙', 900)],
    stand: ['甲', '乙'],
    payableFen: 10_100 + 800,
  },
  {
    situation: '低优先级的独占不赶走已生效的高优先级',
    promotions: [off('独', 3_000, alone('exclusiveLane')), off('甲', 1_000, { priority: 5 })],
    stand: ['甲'],
    payableFen: 11_000 + 800,
  },
  {
    situation: '按商品独占：后面阶段也不再优惠',
    promotions: [special(alone('exclusiveLine')), off('满减', 2_000)],
    stand: ['特价'],
    payableFen: 10_000 + 800,
  },
  {
    situation: '整单独占省得多：其余全退',
    promotions: [off('整单', 4_000, alone('exclusiveOrder')), special(), free],
    stand: ['整单'],
    payableFen: 8_000 + 800,
  },
  {
    situation: '整单独占省得少：不用',
    promotions: [off('整单', 2_000, alone('exclusiveOrder')), special(), free],
    stand: ['特价', '包邮'],
    payableFen: 10_000,
  },
  {
    situation: '整单独占优先级高：省得少也用',
    promotions: [off('整单', 1_000, alone('exclusiveOrder', 9)), special(), free],
    stand: ['整单'],
    payableFen: 11_000 + 800,
  },
  {
    situation: '同组两个都要这40瓶：省得多的先用完',
    promotions: [half({ mutexGroups }), pick({ mutexGroups })],
    stand: ['第二件半价'],
    payableFen: 9_000 + 800,
  },
  {
    situation: '同组，半价限6次只用12瓶：剩下28瓶按原价参加任选',
    promotions: [half({ mutexGroups, caps: { ...noCaps, perOrder: 6 } }), pick({ mutexGroups })],
    stand: ['第二件半价', '任选'],
    payableFen: 12 * 300 - 6 * 150 + 7 * 1_000 + 800,
  },
  {
    situation: '不同组：两个都算，省得多的任选在前，半价按之后的价',
    promotions: [half({ caps: { ...noCaps, perOrder: 6 } }), pick()],
    stand: ['任选', '第二件半价'],
    payableFen: 10_000 - 6 * 125 + 800,
  },
  {
    situation: '同组跨阶段：特价用掉的10瓶不再半价',
    promotions: [special({ mutexGroups, caps: { ...noCaps, perOrder: 10 } }), half({ mutexGroups })],
    stand: ['特价', '第二件半价'],
    payableFen: 10 * 250 + 30 * 300 - 15 * 150 + 800,
  },
  {
    situation: '运费优惠与其他优惠同享',
    promotions: [special(), off('满减', 1_000), free],
    stand: ['特价', '满减', '包邮'],
    payableFen: 9_000,
  },
];

describe('promotions side by side', () => {
  it.each(rows)('$situation', ({ promotions, stand, payableFen }) => {
    const quote = quotePromotions(cart, bookOf(promotions), cartFacts());

    expect(quote.accepted.map(idOf)).toEqual(stand);
    expect(quote.payableFen).toBe(payableFen);
  });
});
