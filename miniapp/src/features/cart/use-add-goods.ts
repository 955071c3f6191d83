import { useMutation } from '@tanstack/react-query';
import { api } from '@/api';
import { problemText } from '@/ui/states';
import { say } from '@/ui/toast';
import { basketLine } from './basket';
import { changeBasket } from './basket-store';

export interface GoodsToAdd {
  readonly skuId: string;
  /** In base units, beside what is in the basket. */
  readonly quantity: number;
}

/** Adds goods to a basket with one tap, whatever the screen knows of them; what is sold no more is said. */
export function useAddGoods(basketKey: string, supplierId: string | undefined) {
  return useMutation({
    mutationFn: async ({ skuId, quantity }: GoodsToAdd) => {
      const sku = await api.catalog.get({ skuId, supplierId });
      if (sku.unitPriceE4 === null) return say('这个商品现在订不了');
      changeBasket(basketKey, { type: 'addAll', lines: [basketLine(sku, quantity)] });
      say('已加入购物车');
    },
    onError: (error) => say(problemText(error)),
  });
}
