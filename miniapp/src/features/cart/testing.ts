import type { QuotedLine, QuotedPromotion } from './quoted';

/** A line of a quote: two bottles at ¥5.00. */
export const aQuotedLine = (given: Partial<QuotedLine> = {}): QuotedLine => ({
  lineNo: 1,
  skuId: 'WATER',
  skuName: '清谷矿泉水',
  spec: '500ml×12',
  quantity: 2,
  mixedUnits: '2瓶',
  unit: '瓶',
  unitPriceE4: 50_000,
  amountFen: 1_000,
  discountFen: 0,
  giftOf: null,
  payableFen: 1_000,
  backOrdered: 0,
  cancelled: 0,
  substituteFor: null,
  isAgeing: false,
  priceSteps: [],
  suggestedQuantity: null,
  ...given,
});

/** A promotion that applies and saves nothing. */
export const aPromotion = (given: Partial<QuotedPromotion> = {}): QuotedPromotion => ({
  promotionId: 'P1',
  name: '满减',
  kind: 'thresholdOff',
  label: '满¥100减¥10',
  isApplied: true,
  savedFen: 0,
  giftFen: 0,
  gifts: [],
  lines: [],
  words: '',
  nextStep: null,
  nextAdd: null,
  giftChoice: null,
  ...given,
});
