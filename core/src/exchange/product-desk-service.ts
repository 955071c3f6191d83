import { addShelves, loadSkus, skuPage, type SkuDraft, upsertSkus } from '../catalog';
import { openDesk } from './desk-service';
import { draftProduct, missingOfNew, productCells, productFaults } from './draft-product';
import type { CellFault } from './model';
import { productColumns } from './product-columns';

/** 商品 in and out. Categories and brands a file names come into being with it. */
export const productDesk = openDesk({
  kind: 'products',
  columns: productColumns,
  keyOf: ({ skuId }) => skuId,
  load: async (tx, _handover, rows) => {
    const skus = await loadSkus(
      tx,
      rows.map(({ skuId }) => skuId),
    );
    return new Map([...skus].map(([id, sku]) => [id, productCells(sku)]));
  },
  write: async (tx, { userId, at }, rows) => {
    const faults = new Map<string, readonly CellFault[]>();
    const skus = await loadSkus(
      tx,
      rows.map(({ skuId }) => skuId),
    );
    const drafts: SkuDraft[] = [];
    for (const row of rows) {
      const before = skus.get(row.skuId);
      const missing = before ? [] : missingOfNew(row);
      if (missing.length > 0) faults.set(row.skuId, missing);
      else drafts.push(draftProduct(row, before));
    }
    await addShelves(tx, {
      categories: drafts.map(({ category }) => category),
      brands: drafts.map(({ brand }) => brand),
    });
    for (const outcome of await upsertSkus(tx, drafts, { actorId: userId, at })) {
      if (outcome.outcome === 'refused') faults.set(outcome.skuId, productFaults(outcome.faults));
    }
    return faults;
  },
  page: async (tx, _handover, after, limit) => {
    const skus = await skuPage(tx, after, limit);
    const last = skus.length === limit ? skus.at(-1) : undefined;
    return { rows: skus.map(productCells), after: last?.id ?? null };
  },
});
