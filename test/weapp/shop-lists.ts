import type { Answer } from '@tongpan/bff';
import { at, water } from './shop-facts';

/** A list that is kept. */
export const weeklyWater: Answer<'lists', 'templates'>['items'][number] = {
  templateId: 'T-1',
  kind: 'template',
  name: '每周水饮',
  lineCount: 1,
  version: 1,
  changedBy: '陈老板',
  changedAt: at,
};

/** The same at today's prices. */
export const weeklyWaterToday: Answer<'lists', 'template'> = {
  ...weeklyWater,
  kept: [{ lineNo: 1, skuId: water.skuId, quantity: 24 }],
  offer: {
    supplierId: 'HQ',
    lines: [
      {
        skuId: water.skuId,
        skuName: water.name,
        spec: water.spec,
        quantity: 24,
        mixedUnits: '2箱',
        unitPriceE4: 20_000,
        amountFen: 4_800,
        lastUnitPriceE4: null,
        suggestedQuantity: null,
      },
    ],
    missing: [],
    amountFen: 4_800,
  },
};

/** The order that it becomes by itself every Wednesday. */
export const everyWednesday: Answer<'lists', 'recurring'>['items'][number] = {
  recurringId: 'R-1',
  templateId: weeklyWater.templateId,
  templateName: weeklyWater.name,
  supplierId: 'HQ',
  addressId: null,
  rhythm: { every: 'week', weekday: 3 },
  startsOn: '2026-11-25',
  nextOn: '2026-11-25',
  skipsHolidays: true,
  paused: false,
  setUpBy: '陈老板',
  lastRun: null,
};

/** What the server says about lists. */
export const listAnswers = {
  templates: () => ({ items: [weeklyWater] }),
  template: () => weeklyWaterToday,
  saveTemplate: () => weeklyWater,
  fill: () => weeklyWaterToday.offer,
  recurring: () => ({ items: [everyWednesday] }),
  runs: () => ({ items: [], nextCursor: null }),
};
