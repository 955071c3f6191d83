import { Contended, type Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import type { Brand, Category, PackVersion, Sku, SkuBarcode } from './model';
import { brandTable, categoryTable, packVersionTable, skuBarcodeTable, skuTable } from './tables';

/** Where a found SKU stands: exactly what was asked for, beginning with it, or containing it. */
export type Place = 0 | 1 | 2;

export interface FoundSku {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
}

export interface SkuFilter {
  /** The whole of what was asked, in lower case. */
  readonly asked: string;
  readonly words: readonly string[];
  /** The SKUs that are exactly what was asked: by id, or by the barcode of a unit. */
  readonly exactIds: readonly string[];
  /** Null is every category; else these. */
  readonly categories: readonly string[] | null;
  /** What is sold, or what was taken out of the range. */
  readonly status: Sku['status'];
}

/** Where a page ended. */
export type After = readonly [place: number, name: string, id: string];

/** Rows a guarded change names in one statement: two parameters each, and SQLite nests no deeper than this likes. */
const rowsPerChange = 500;

export function goodsStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    skus: (ids: readonly string[]) => sql.select(skuTable, 'WHERE id IN (?)', [ids]),
    async longestStopSaleDays() {
      const [found] = await sql.rows<{ readonly days: number | null }>(
        'SELECT MAX(stopSaleDays) AS days FROM sku',
        [],
      );
      return found?.days ?? 0;
    },
    skusLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(skuTable, 'WHERE id IN (?) ORDER BY id', [ids]),

    /** SKUs of a status by name: the index on it gives a page without looking at the rest. */
    async browse(
      { categories, status }: Pick<SkuFilter, 'categories' | 'status'>,
      priceListIds: readonly string[] | null,
      after: After | null,
      limit: number,
    ): Promise<readonly FoundSku[]> {
      const conditions = ['status = ?'];
      const parameters: (string | number | readonly string[])[] = [status];
      if (categories !== null) {
        conditions.push('category IN (?)');
        parameters.push(categories);
      }
      if (priceListIds !== null) {
        conditions.push(
          'EXISTS (SELECT 1 FROM priceListLine line WHERE line.priceListId IN (?) AND line.skuId = sku.id)',
        );
        parameters.push(priceListIds);
      }
      if (after) {
        conditions.push('(name > ? OR (name = ? AND id > ?))');
        parameters.push(after[1], after[1], after[2]);
      }
      const found = await sql.rows<Omit<FoundSku, 'place'>>(
        `SELECT id, name FROM sku WHERE ${conditions.join(' AND ')} ORDER BY name, id LIMIT ?`,
        [...parameters, limit],
      );
      return found.map((sku) => ({ ...sku, place: 2 }));
    },

    /**
     * SKUs of a status that are what was asked or contain all of its words, ranked. One look at every search text: some 8 ms
     * at 10,000 SKUs, less than any index of parts would take to keep.
     */
    ranked({ asked, words, exactIds, categories, status }: SkuFilter, after: After | null, limit: number) {
      const containing = words.map(() => `searchText LIKE ? ESCAPE '!'`).join(' AND ');
      const ofCategory = categories === null ? '' : 'AND category IN (?)';
      const onwards = after ? 'WHERE place > ? OR (place = ? AND (name > ? OR (name = ? AND id > ?)))' : '';
      return sql.rows<FoundSku>(
        `SELECT id, name, place FROM
           (SELECT id, name,
                   CASE WHEN id IN (?) THEN 0 WHEN searchText LIKE ? ESCAPE '!' THEN 1 ELSE 2 END AS place
            FROM sku WHERE status = ? AND (id IN (?) OR (${containing})) ${ofCategory}) found
         ${onwards} ORDER BY place, name, id LIMIT ?`,
        [
          exactIds,
          // A bar in `searchText` stands before what may be found at its beginning.
          holding(`|${asked}`),
          status,
          exactIds,
          ...words.map(holding),
          ...(categories === null ? [] : [categories]),
          ...(after ? [after[0], after[0], after[1], after[1], after[2]] : []),
          limit,
        ],
      );
    },
    /** Which of these SKUs any of these lists prices. */
    async priced(skuIds: readonly string[], priceListIds: readonly string[]): Promise<ReadonlySet<string>> {
      const found = await sql.rows<{ skuId: string }>(
        'SELECT DISTINCT skuId FROM priceListLine WHERE priceListId IN (?) AND skuId IN (?)',
        [priceListIds, skuIds],
      );
      return new Set(found.map(({ skuId }) => skuId));
    },

    barcodes: (barcodes: readonly string[]) =>
      sql.select(skuBarcodeTable, 'WHERE barcode IN (?)', [barcodes]),
    addBarcodes: (barcodes: readonly SkuBarcode[]) => sql.insertMissing(skuBarcodeTable, barcodes),
    /** Takes codes away from whoever bore them, to be given again. */
    removeBarcodes: (barcodes: readonly string[]) =>
      sql.run('DELETE FROM skuBarcode WHERE barcode IN (?)', [barcodes]),

    packVersions: (skuId: string) =>
      sql.select(packVersionTable, 'WHERE skuId = ? ORDER BY packVersion DESC', [skuId]),
    addPackVersions: (packs: readonly PackVersion[]) => sql.insertMissing(packVersionTable, packs),
    /** What a pack bears now: its barcodes may change within a version. */
    async rewritePackVersions(packs: readonly PackVersion[]) {
      for (const { skuId, packVersion, units, barcode } of packs) {
        await sql.run('UPDATE packVersion SET units = ?, barcode = ? WHERE skuId = ? AND packVersion = ?', [
          JSON.stringify(units),
          barcode,
          skuId,
          packVersion,
        ]);
      }
    },

    addSkus: (skus: readonly Sku[]) => sql.insertMissing(skuTable, skus),
    /** Puts SKUs in place of the versions before them, by the hundred. @throws Contended */
    async replaceSkus(skus: readonly Sku[]) {
      for (let from = 0; from < skus.length; from += rowsPerChange) {
        const part = skus.slice(from, from + rowsPerChange);
        const cases = part.map(() => 'WHEN ? THEN ?').join(' ');
        const removed = await sql.run(
          `DELETE FROM sku WHERE id IN (?) AND version = CASE id ${cases} ELSE 0 END`,
          [part.map(({ id }) => id), ...part.flatMap(({ id, version }) => [id, version - 1])],
        );
        if (removed !== part.length) throw new Contended('a SKU somebody else changed');
      }
      await sql.insert(skuTable, skus);
    },

    categories: () => sql.select(categoryTable, 'ORDER BY position, name, id LIMIT 1000'),
    skuCounts: () =>
      sql.rows<{ category: string; skuCount: number }>(
        `SELECT category, COUNT(*) AS skuCount FROM sku WHERE status = 'active' GROUP BY category`,
      ),
    addCategories: (categories: readonly Category[]) => sql.insertMissing(categoryTable, categories),
    changeCategory: (category: Category) =>
      sql.run(
        'UPDATE category SET name = ?, parentId = ?, position = ?, version = version + 1 WHERE id = ? AND version = ?',
        [category.name, category.parentId, category.position, category.id, category.version - 1],
      ),
    brands: () => sql.select(brandTable, 'ORDER BY position, name, id LIMIT 1000'),
    async productLines() {
      const found = await sql.rows<{ productLine: string }>(
        `SELECT DISTINCT productLine FROM sku WHERE productLine <> '' ORDER BY productLine LIMIT 1000`,
      );
      return found.map(({ productLine }) => productLine);
    },
    addBrands: (brands: readonly Brand[]) => sql.insertMissing(brandTable, brands),
    changeBrand: (brand: Brand) =>
      sql.run('UPDATE brand SET name = ?, position = ?, version = version + 1 WHERE id = ? AND version = ?', [
        brand.name,
        brand.position,
        brand.id,
        brand.version - 1,
      ]),
  };
}
