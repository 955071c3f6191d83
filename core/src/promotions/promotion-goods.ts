import type { Sku } from '../catalog';
import type { Goods } from './compile-promotion';

/** Goods as scopes see them. */
export const goodsOf = ({ id: skuId, category, brand, productLine }: Sku): Goods => ({
  skuId,
  category,
  brand,
  productLine,
});
