import { platformTables, tables } from '@tongpan/core';
import { migrations } from '@tongpan/core/src/platform/database/migrations';
import { openDatabase } from '@tongpan/core/src/platform/database/open';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

afterAll(removePlaces);

forEachEngine('a catalogue of the first schema', (engine) => {
  it('keeps its goods, and knows them by barcode, category and pack afterwards', async () => {
    const place = await engine.makePlace();
    const [trunk] = migrations;
    const old = await openDatabase(place, { tables: [], migrations: trunk ? [trunk] : [] });
    await old.migrate();
    const sku = (id: string, barcode: string, searchText: string) =>
      `('${id}', '清谷乌龙茶 A1', '500ml', '清谷', '茶', '饮品', '${barcode}', '瓶',
        '[{"unit":"箱","factor":15,"sellable":true}]', 365, 1300, 0, 1, NULL, 'active', '${searchText}')`;
    await old.transaction(async (tx) => {
      const sql = sqlOf(tx);
      await sql.run(
        `INSERT INTO sku (id, name, spec, brand, category, productLine, barcode, baseUnit, units, shelfLifeDays,
           taxRateBp, minimumQuantity, multipleQuantity, maximumQuantity, status, searchText) VALUES
         ${sku('OLD1', '690', '清谷乌龙茶 a1 清谷 500ml qingguwulongcha a1 qgwlc 690 old1')},
         ${sku('OLD2', '690', '清谷乌龙茶 a1 清谷 500ml qingguwulongcha a1 qgwlc 690 old2')}`,
      );
      await sql.run(
        `INSERT INTO priceListLine (priceListId, skuId, unitPriceE4, floorPriceE4) VALUES ('PL', 'OLD1', 30000, NULL)`,
      );
    });
    await old.close();

    const all = [...new Set([...platformTables, ...tables])];
    const database = await openDatabase(place, { tables: all, migrations });
    await database.migrate();

    const rowsOf = (name: string, order: string) =>
      database.read((tx) => {
        const table = all.find(({ options }) => options.name === name);
        if (!table) throw new Error(`no table ${name}`);
        return sqlOf(tx).select(table, `ORDER BY ${order}`);
      });
    const [sku1] = await rowsOf('sku', 'id');
    const units = [
      { unit: '箱', factor: 15, sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 },
    ];
    expect(sku1).toMatchObject({ id: 'OLD1', units, packVersion: 1, version: 1, shelfLifeMonths: null });
    expect(sku1).toMatchObject({
      searchText: '|清谷乌龙茶 a1|qingguwulongcha a1|qgwlc| 清谷 500ml 690 old1',
    });
    expect(await rowsOf('skuBarcode', 'barcode')).toMatchObject([
      { barcode: '690', skuId: 'OLD1', factor: 1 },
    ]);
    expect(await rowsOf('packVersion', 'skuId')).toMatchObject([
      { skuId: 'OLD1', packVersion: 1, units },
      { skuId: 'OLD2', packVersion: 1 },
    ]);
    expect(await rowsOf('category', 'id')).toMatchObject([{ id: '茶', name: '茶', parentId: null }]);
    expect(await rowsOf('brand', 'id')).toMatchObject([{ id: '清谷', name: '清谷' }]);
    expect(await rowsOf('priceListLine', 'skuId')).toMatchObject([
      { skuId: 'OLD1', unitPrices: [], breaks: [], breakMode: 'allUnits' },
    ]);
    await database.close();
  });
});
