import {
  type CheckedRow,
  type Core,
  dayOf,
  type GuideEntry,
  mixedUnits,
  type Offer,
  type OfferedLine,
  type OrderTemplate,
  type RecurringRun,
  type RecurringSummary,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { problemKindOf } from '../http/problem-table';
import { at } from './wire';

export const listHandlers = ({ orders: { lists } }: Core): HandlersOf<'lists'> => ({
  templates: async (_input, caller) => ({ items: (await lists.templates(caller)).map(viewTemplate) }),
  template: async ({ templateId, supplierId }, caller) => {
    const { template, kept, offer } = await lists.template(caller, templateId, supplierId);
    return {
      ...viewTemplate(template),
      kept: kept.map(({ lineNo, skuId, quantity }) => ({ lineNo, skuId, quantity })),
      offer: viewOffer(offer),
    };
  },
  saveTemplate: async (input, caller) => viewTemplate(await lists.saveTemplate(caller, input)),
  removeTemplate: async (input, caller) => {
    await lists.removeTemplate(caller, input);
    return { done: true };
  },
  fill: async (input, caller) => viewOffer(await lists.fill(caller, input)),
  guide: async ({ supplierId }, caller) => ({
    items: (await lists.guide(caller, supplierId)).map(viewGuideEntry),
  }),
  reorder: async ({ orderId }, caller) => viewOffer(await lists.reorder(caller, orderId)),
  check: async ({ supplierId, rows }, caller) => {
    const checked = await lists.check(caller, supplierId, rows);
    const read = checked.flatMap(({ line }) => line ?? []);
    return {
      items: checked.map(viewRow),
      readCount: read.length,
      errorCount: checked.length - read.length,
      amountFen: read.reduce((total, { amountFen }) => total + amountFen, 0),
    };
  },
  recurring: async (_input, caller) => ({ items: (await lists.recurring(caller)).map(viewRecurring) }),
  saveRecurring: async (input, caller) => ({
    items: (await lists.saveRecurring(caller, input)).map(viewRecurring),
  }),
  removeRecurring: async (input, caller) => {
    await lists.removeRecurring(caller, input);
    return { done: true };
  },
  runs: async (input, caller) => {
    const { items, nextCursor } = await lists.runs(caller, input);
    return { items: items.map(viewRun), nextCursor };
  },
  holidays: async (_input, caller) => ({
    items: (await lists.holidays(dayOf(caller.at))).map(({ holidayOn, name }) => ({ holidayOn, name })),
  }),
  setHolidays: async (input, caller) => ({
    items: (await lists.setHolidays(caller, input)).map(({ holidayOn, name }) => ({ holidayOn, name })),
  }),
});

const viewTemplate = ({ id, kind, name, lineCount, version, changedBy, changedAt }: OrderTemplate) => ({
  templateId: id,
  kind,
  name,
  lineCount,
  version,
  changedBy,
  changedAt: at(changedAt),
});

const viewLine = (line: OfferedLine) => ({
  skuId: line.skuId,
  skuName: line.skuName,
  spec: line.spec,
  quantity: line.quantity,
  mixedUnits: line.mixedUnits,
  unitPriceE4: line.unitPriceE4,
  amountFen: line.amountFen,
  lastUnitPriceE4: line.lastUnitPriceE4,
  suggestedQuantity: line.suggestedQuantity,
});

const viewOffer = ({ supplierId, lines, missing, amountFen }: Offer) => ({
  supplierId,
  lines: lines.map(viewLine),
  missing: missing.map(({ skuId, skuName, reason }) => ({ skuId, skuName, reason })),
  amountFen,
});

const viewGuideEntry = (entry: GuideEntry) => ({
  skuId: entry.skuId,
  skuName: entry.skuName,
  spec: entry.spec,
  timesBought: entry.timesBought,
  usualQuantity: entry.usualQuantity,
  usualMixedUnits: mixedUnits(entry.usualQuantity, entry.caseUnit, entry.caseFactor, entry.baseUnit),
  lastQuantity: entry.lastQuantity,
  lastUnitPriceE4: entry.lastUnitPriceE4,
  lastBoughtOn: entry.lastBoughtOn,
  daysSince: entry.daysSince,
});

const viewRow = ({ rowNo, line, sameAsRowNo, error }: CheckedRow) => ({
  rowNo,
  line: line && viewLine(line),
  sameAsRowNo,
  error: error && {
    column: error.column,
    code: error.code,
    message: rowWords[error.column][error.code] ?? '这一行无法识别',
    goods: error.goods.map(({ id, name }) => ({ skuId: id, skuName: name })),
    quantities: [...error.quantities],
  },
});

const rowWords: Readonly<Record<'sku' | 'quantity', Readonly<Record<string, string>>>> = {
  sku: {
    empty: '缺少商品',
    unknown: '没有找到这个商品',
    several: '有多个商品符合，请选一个',
    noPrice: '该商品暂无报价',
  },
  quantity: {
    empty: '缺少数量',
    unreadable: '看不懂这个数量',
    unitUnknown: '没有这个单位',
    notWhole: '折合后不是整数',
    zero: '数量要大于 0',
    tooMany: '数量太大',
  },
};

const viewRecurring = ({ order, templateName, lastRun }: RecurringSummary) => ({
  recurringId: order.id,
  templateId: order.templateId,
  templateName,
  supplierId: order.supplierId,
  addressId: order.addressId,
  rhythm: order.rhythm,
  startsOn: order.startsOn,
  nextOn: order.nextOn,
  skipsHolidays: order.skipsHolidays,
  paused: order.paused,
  setUpBy: order.userName,
  lastRun: lastRun && viewRun(lastRun),
});

const runWords: Readonly<Record<string, string>> = {
  approved: '已自动下单并通过',
  held: '已自动下单，待审核',
  rejected: '已自动下单，未通过',
  holiday: '节假日，已跳过',
  missed: '已错过，未补下',
};

const viewRun = ({ runOn, outcome, orderId, code, at: instant }: RecurringRun) => ({
  runOn,
  outcome,
  orderId,
  code,
  message: runWords[code] ?? problemKindOf(code)?.title ?? '未能下单',
  at: at(instant),
});
