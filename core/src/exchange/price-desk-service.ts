import {
  ownPriceLists,
  type PriceLineFault,
  type PriceListLine,
  priceLinesOf,
  pricePage,
  upsertPriceLines,
} from '../catalog';
import { groupBy, type Tx } from '../platform';
import type { RowOf } from './column';
import { openDesk } from './desk-service';
import { formatPriceE4 } from './format-cell';
import type { CellFault, Cells } from './model';
import { priceColumns } from './price-columns';

type PriceRow = RowOf<typeof priceColumns>;

const keyOf = ({ priceListId, skuId }: Pick<PriceRow, 'priceListId' | 'skuId'>) => `${priceListId} ${skuId}`;

const cellsOf = ({ priceListId, skuId, unitPriceE4, floorPriceE4 }: PriceListLine): Cells => ({
  priceListId,
  skuId,
  unitPriceE4: formatPriceE4(unitPriceE4),
  floorPriceE4: floorPriceE4 === null ? '' : formatPriceE4(floorPriceE4),
});

const words: Readonly<Record<PriceLineFault, string>> = {
  skuUnknown: '没有这个商品',
  skuTwice: '商品重复',
  unitNotPriceable: '该单位不能单独定价',
  unitTwice: '单位重复',
  breaksWrong: '阶梯价有误',
};

const linesOf = (tx: Tx, rows: readonly PriceRow[]) =>
  priceLinesOf(
    tx,
    [...new Set(rows.map(({ priceListId }) => priceListId))],
    [...new Set(rows.map(({ skuId }) => skuId))],
  );

/** 价格 in and out: of the party's own lists; unit prices and breaks of a line stay as they are. */
export const priceDesk = openDesk({
  kind: 'prices',
  columns: priceColumns,
  keyOf,
  load: async (tx, { partyId }, rows) => {
    const own = await ownPriceLists(tx, partyId, [...new Set(rows.map(({ priceListId }) => priceListId))]);
    const ownIds = new Set(own.map(({ id }) => id));
    const lines = (await linesOf(tx, rows)).filter(({ priceListId }) => ownIds.has(priceListId));
    return new Map(lines.map((line) => [keyOf(line), cellsOf(line)]));
  },
  write: async (tx, { partyId }, rows) => {
    const faults = new Map<string, readonly CellFault[]>();
    const lists = await ownPriceLists(tx, partyId, [...new Set(rows.map(({ priceListId }) => priceListId))]);
    const listOf = new Map(lists.map((list) => [list.id, list]));
    const there = new Map((await linesOf(tx, rows)).map((line) => [keyOf(line), line]));
    for (const [priceListId, ofList] of groupBy(rows, (row) => row.priceListId)) {
      const list = listOf.get(priceListId);
      if (!list) {
        const unknown = [{ heading: priceColumns.priceListId.heading, fault: '没有这个价格表' }];
        for (const row of ofList) faults.set(keyOf(row), unknown);
        continue;
      }
      const drafts = ofList.map((row) => {
        const before = there.get(keyOf(row));
        return {
          skuId: row.skuId,
          unitPriceE4: row.unitPriceE4,
          floorPriceE4: row.floorPriceE4 ?? before?.floorPriceE4 ?? null,
          unitPrices: (before?.unitPrices ?? []).map(({ unit, priceE4 }) => ({ unit, priceE4 })),
          breaks: before?.breaks ?? [],
          breakMode: before?.breakMode ?? ('allUnits' as const),
        };
      });
      for (const outcome of await upsertPriceLines(tx, list, drafts)) {
        if (outcome.outcome !== 'refused') continue;
        faults.set(
          keyOf({ priceListId, skuId: outcome.skuId }),
          outcome.faults.map((fault) => ({ heading: priceColumns.skuId.heading, fault: words[fault] })),
        );
      }
    }
    return faults;
  },
  page: async (tx, { partyId }, after, limit) => {
    const [priceListId = '', skuId = ''] = after?.split(' ') ?? [];
    const lines = await pricePage(tx, partyId, after === null ? null : { priceListId, skuId }, limit);
    const last = lines.length === limit ? lines.at(-1) : undefined;
    return { rows: lines.map(cellsOf), after: last ? keyOf(last) : null };
  },
});
