import type { NewSku } from '../catalog';
import { families } from './families';

/** Name, spec, base unit, units a case, shelf life in days, price of a base unit to a store in yuan. */
type Good = readonly [
  name: string,
  spec: string,
  unit: string,
  perCase: number,
  lifeDays: number,
  yuan: number,
];

/** The range of an invented brand, by category: plausible goods, real units, no real trade marks. */
const range: Readonly<Record<string, readonly Good[]>> = {
  饮用水: [
    ['清谷天然水', '550ml', '瓶', 24, 730, 1.1],
    ['清谷天然水', '1.5L', '瓶', 12, 730, 2.4],
    ['清谷天然水', '4.5L', '桶', 4, 730, 6.8],
    ['清谷苏打水', '400ml', '瓶', 15, 365, 2.6],
    ['清谷苏打水 柠檬味', '400ml', '瓶', 15, 365, 2.6],
  ],
  茶饮料: [
    ['清谷乌龙茶 无糖', '500ml', '瓶', 15, 365, 3.2],
    ['清谷茉莉花茶 无糖', '500ml', '瓶', 15, 365, 3.2],
    ['清谷冰红茶', '500ml', '瓶', 15, 365, 2.4],
    ['清谷绿茶 蜂蜜味', '500ml', '瓶', 15, 365, 2.4],
    ['清谷柠檬茶', '1L', '瓶', 12, 365, 3.9],
    ['清谷陈皮普洱', '500ml', '瓶', 15, 365, 3.6],
  ],
  碳酸饮料: [
    ['清谷可乐', '330ml', '罐', 24, 365, 1.8],
    ['清谷可乐 零糖', '330ml', '罐', 24, 270, 1.9],
    ['清谷橙味汽水', '330ml', '罐', 24, 365, 1.7],
    ['清谷盐汽水', '600ml', '瓶', 20, 365, 1.9],
    ['清谷气泡水 白桃', '480ml', '瓶', 15, 270, 3.1],
    ['清谷气泡水 青瓜', '480ml', '瓶', 15, 270, 3.1],
  ],
  果汁: [
    ['清谷鲜橙多汁', '450ml', '瓶', 15, 270, 2.7],
    ['清谷水蜜桃汁', '450ml', '瓶', 15, 270, 2.7],
    ['清谷酸梅汤', '1L', '瓶', 12, 270, 4.2],
    ['清谷椰子水', '330ml', '盒', 24, 365, 4.6],
  ],
  乳品: [
    ['清谷纯牛奶', '250ml', '盒', 24, 180, 2.3],
    ['清谷高钙低脂奶', '250ml', '盒', 24, 180, 2.6],
    ['清谷常温酸奶', '205g', '盒', 12, 180, 3.4],
    ['清谷燕麦奶', '250ml', '盒', 18, 240, 3.2],
    ['清谷巴氏鲜奶', '950ml', '瓶', 6, 15, 9.8],
    ['清谷儿童成长奶', '190ml', '盒', 16, 180, 2.9],
  ],
  方便食品: [
    ['清谷红烧牛肉面', '105g', '桶', 12, 180, 3.1],
    ['清谷老坛酸菜面', '110g', '桶', 12, 180, 3.1],
    ['清谷番茄鸡蛋面', '102g', '袋', 24, 180, 1.9],
    ['清谷螺蛳粉', '300g', '袋', 20, 240, 6.9],
    ['清谷自热米饭 鱼香肉丝', '260g', '盒', 12, 270, 11.5],
    ['清谷八宝粥', '280g', '罐', 12, 540, 2.8],
  ],
  膨化食品: [
    ['清谷薯片 原味', '75g', '袋', 22, 270, 4.3],
    ['清谷薯片 烧烤味', '75g', '袋', 22, 270, 4.3],
    ['清谷虾条', '60g', '袋', 30, 240, 2.6],
    ['清谷雪饼', '84g', '袋', 20, 270, 3.7],
    ['清谷锅巴 麻辣味', '108g', '袋', 24, 240, 3.2],
  ],
  饼干糕点: [
    ['清谷苏打饼干', '400g', '盒', 12, 365, 8.4],
    ['清谷夹心饼干 巧克力', '97g', '袋', 24, 365, 3.9],
    ['清谷全麦面包', '400g', '袋', 12, 12, 7.2],
    ['清谷蛋黄派', '138g', '盒', 16, 180, 6.1],
    ['清谷威化 榛子味', '150g', '袋', 20, 365, 5.2],
  ],
  糖果坚果: [
    ['清谷水果硬糖', '120g', '袋', 40, 540, 3.8],
    ['清谷薄荷糖', '22g', '盒', 96, 540, 2.7],
    ['清谷牛轧糖', '200g', '袋', 24, 300, 9.6],
    ['清谷每日坚果', '25g', '袋', 60, 240, 2.9],
    ['清谷五香瓜子', '160g', '袋', 30, 270, 4.4],
    ['清谷怪味花生', '110g', '袋', 40, 270, 3.1],
  ],
  调味品: [
    ['清谷生抽', '500ml', '瓶', 12, 720, 6.2],
    ['清谷陈醋', '420ml', '瓶', 12, 1_080, 4.5],
    ['清谷蚝油', '700g', '瓶', 12, 720, 7.9],
    ['清谷香辣酱', '210g', '瓶', 24, 540, 7.4],
    ['清谷料酒', '500ml', '瓶', 12, 1_080, 4.8],
  ],
  酒类: [
    ['清谷淡爽啤酒', '500ml', '罐', 12, 365, 3.4],
    ['清谷原浆啤酒', '330ml', '罐', 24, 240, 4.1],
    ['清谷无醇啤酒', '330ml', '罐', 24, 365, 4.4],
    ['清谷米酒', '480ml', '瓶', 12, 365, 8.8],
  ],
};

const drinks = new Set(['饮用水', '茶饮料', '碳酸饮料', '功能饮料', '咖啡', '果汁', '乳品', '酒类']);
const household = new Set(['个人护理', '家庭清洁']);

const productLineOf = (category: string) =>
  drinks.has(category) ? '饮品' : household.has(category) ? '日化' : '食品';

export interface DemoGood {
  readonly sku: NewSku;
  /** What a store pays for a base unit. */
  readonly storePriceE4: number;
}

interface Described {
  readonly category: string;
  readonly good: Good;
  readonly zone: NewSku['temperatureZone'];
  readonly stopSaleDays: number;
}

function describeRange(): readonly Described[] {
  const single = Object.entries(range).flatMap(([category, goods]) =>
    goods.map((good): Described => {
      const zone = good[0].includes('鲜奶') ? 'chilled' : 'ambient';
      return { category, good, zone, stopSaleDays: 0 };
    }),
  );
  const ofFamilies = families.flatMap(({ category, name, tastes, sizes, lifeDays, zone }) =>
    tastes.flatMap((taste) =>
      sizes.map(([spec, unit, perCase, yuan]): Described => {
        const good: Good = [`${name} ${taste}`, spec, unit, perCase, lifeDays, yuan];
        // Goods that keep long are taken off sale a while before their last day.
        return { category, good, zone: zone ?? 'ambient', stopSaleDays: Math.floor(lifeDays / 60) };
      }),
    ),
  );
  return [...single, ...ofFamilies];
}

/** The range as SKUs with in-store barcodes (prefix 2), which no real product bears. */
export function demoGoods(): readonly DemoGood[] {
  return describeRange().map(({ category, good, zone, stopSaleDays }, at): DemoGood => {
    const [name, spec, baseUnit, perCase, shelfLifeDays, yuan] = good;
    const count = at + 1;
    const isByTheCase = count % 7 === 0;
    return {
      storePriceE4: Math.round(yuan * 10_000),
      sku: {
        id: `QG${String(1000 + count)}`,
        name,
        spec: `${spec}×${perCase}`,
        brand: '清谷',
        category,
        productLine: productLineOf(category),
        barcode: withCheckDigit(`29${String(1_000_000_000 + count * 37)}`.slice(0, 12)),
        baseUnit,
        units: [
          {
            unit: '箱',
            factor: perCase,
            sellable: true,
            priceable: true,
            barcode: withCheckDigit(`28${String(1_000_000_000 + count * 37)}`.slice(0, 12)),
            weightGrams: 0,
            volumeMl: 0,
          },
        ],
        weightGrams: 0,
        volumeMl: 0,
        temperatureZone: zone,
        invoiceEntity: '',
        shelfLifeDays,
        shelfLifeMonths: null,
        stopSaleDays,
        taxRateBp: 1_300,
        minimumQuantity: isByTheCase ? perCase : 0,
        multipleQuantity: isByTheCase ? perCase : 1,
        maximumQuantity: null,
        status: 'active',
      },
    };
  });
}

/** An EAN-13 with its check digit (GS1 General Specifications, section 7.9). */
export function withCheckDigit(twelve: string): string {
  const total = [...twelve].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (total % 10)) % 10}`;
}
