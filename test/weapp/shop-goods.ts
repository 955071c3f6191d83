import type { Answer } from '@tongpan/bff';
import { FakeRefusal } from './fake-api';
import { waterGift } from './shop-deals';
import { skus } from './shop-facts';

/** The page of goods: at the prices of the catalogue, and of one lot. */
export function shelfOf(skuId: string): Answer<'catalog', 'shelf'> {
  const sku = skus.find((one) => one.skuId === skuId);
  if (!sku) throw new FakeRefusal('catalog.skuUnknown');
  return {
    supplierId: 'HQ',
    sku,
    units: [
      { unit: sku.baseUnit, factor: 1, priceFen: (sku.unitPriceE4 ?? 0) / 100 },
      { unit: '箱', factor: 12, priceFen: sku.casePriceFen ?? 0 },
    ],
    breakMode: 'allUnits',
    breaks: [{ fromQuantity: 120, mixedUnits: '10箱', unitPriceE4: 19_000 }],
    priceSteps: [{ step: 'list', text: '标准价：2.00 元/瓶' }],
    promotions: skuId === 'WATER' ? [waterGift] : [],
    fresh: { producedOn: '2026-10-01', expiresOn: '2027-10-01', remainingBp: 8_575 },
    ageing: [],
  };
}

/** Two cases of water, bought again and again. */
export const waterBought: Answer<'lists', 'guide'>['items'][number] = {
  skuId: 'WATER',
  skuName: '清谷矿泉水',
  spec: '500ml×12',
  timesBought: 5,
  usualQuantity: 24,
  usualMixedUnits: '2箱',
  lastQuantity: 24,
  lastUnitPriceE4: 20_000,
  lastBoughtOn: '2026-11-19',
  daysSince: 3,
};

/** A clerk who can read `2箱5瓶`, and nothing else. */
export function readRows(rows: readonly { readonly sku: string; readonly quantity: string }[]) {
  return {
    items: rows.map(({ sku, quantity: text }, at): Answer<'lists', 'check'>['items'][number] => {
      const isRead = text === '2箱5瓶';
      return {
        rowNo: at + 1,
        sameAsRowNo: null,
        line: isRead
          ? {
              skuId: sku,
              skuName: '清谷矿泉水',
              spec: '500ml×12',
              quantity: 29,
              mixedUnits: '2箱5瓶',
              unitPriceE4: 20_000,
              amountFen: 5_800,
              lastUnitPriceE4: null,
              suggestedQuantity: null,
            }
          : null,
        error: isRead
          ? null
          : {
              column: 'quantity',
              code: 'unreadable',
              message: '看不懂这个数量',
              goods: [],
              quantities: ['2箱'],
            },
      };
    }),
    readCount: 1,
    errorCount: 0,
    amountFen: 5_800,
  };
}
