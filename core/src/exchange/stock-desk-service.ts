import { expiresOn, loadSkus } from '../catalog';
import type { Tx } from '../platform';
import { type Lot, lotsInOrder, lotsNumbered, type OnHandFault, onHandKey, setOnHand } from '../stock';
import type { RowOf } from './column';
import { openDesk } from './desk-service';
import type { CellFault, Cells } from './model';
import { stockColumns } from './stock-columns';

type StockRow = RowOf<typeof stockColumns>;

const cellsOf = ({ warehouseId, skuId, lotNo, producedOn, onHand }: Lot): Cells => ({
  warehouseId,
  skuId,
  lotNo,
  producedOn,
  onHand: String(onHand),
});

const words: Readonly<Record<OnHandFault, readonly [field: keyof typeof stockColumns, fault: string]>> = {
  warehouseUnknown: ['warehouseId', '没有这个仓库'],
  skuUnknown: ['skuId', '没有这个商品'],
  dateInFuture: ['producedOn', '生产日期不能晚于今天'],
  lotDiffers: ['producedOn', '该批号已登记，生产日期不一致'],
  reserved: ['onHand', '少于已被订单占用的数量'],
};

const faultsOf = (fault: OnHandFault, reserved: number): readonly CellFault[] => {
  const [field, sentence] = words[fault];
  const told = fault === 'reserved' ? `${sentence} ${reserved}` : sentence;
  return [{ heading: stockColumns[field].heading, fault: told }];
};

const lotsOf = (tx: Tx, ownerId: string, rows: readonly StockRow[]) => {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  return lotsNumbered(
    tx,
    ownerId,
    distinct(rows.map(({ warehouseId }) => warehouseId)),
    distinct(rows.map(({ skuId }) => skuId)),
    distinct(rows.map(({ lotNo }) => lotNo)),
  );
};

/** 库存 in and out: what is on hand of each lot. */
export const stockDesk = openDesk({
  kind: 'stock',
  columns: stockColumns,
  keyOf: onHandKey,
  load: async (tx, { partyId }, rows) => {
    const lots = await lotsOf(tx, partyId, rows);
    return new Map(lots.map((lot) => [onHandKey(lot), cellsOf(lot)]));
  },
  write: async (tx, { partyId, importId, userId, at, newId }, rows) => {
    const skus = await loadSkus(tx, [...new Set(rows.map(({ skuId }) => skuId))]);
    const known = rows.flatMap((row) => {
      const sku = skus.get(row.skuId);
      return sku ? [{ ...row, expiresOn: expiresOn(sku, row.producedOn) }] : [];
    });
    const refused = await setOnHand(tx, newId, partyId, known, { documentId: importId, actorId: userId, at });
    const faults = new Map<string, readonly CellFault[]>();
    for (const row of rows) if (!skus.has(row.skuId)) faults.set(onHandKey(row), faultsOf('skuUnknown', 0));
    for (const [key, { fault, reserved }] of refused) faults.set(key, faultsOf(fault, reserved));
    return faults;
  },
  page: async (tx, { partyId }, after, limit) => {
    const lots = await lotsInOrder(tx, partyId, after, limit);
    const last = lots.length === limit ? lots.at(-1) : undefined;
    return { rows: lots.map(cellsOf), after: last?.id ?? null };
  },
});
