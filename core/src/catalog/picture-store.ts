import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { GoodsPicture } from './model';
import { goodsPictureTable } from './tables';

export function pictureStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    pictures: (skuIds: readonly string[]) =>
      sql.select(goodsPictureTable, 'WHERE skuId IN (?) ORDER BY skuId, position', [skuIds]),
    async replace(skuId: string, pictures: readonly GoodsPicture[]) {
      await sql.run('DELETE FROM goodsPicture WHERE skuId = ?', [skuId]);
      await sql.insert(goodsPictureTable, pictures);
    },
  };
}
