import { useMutation, useQueryClient } from '@tanstack/react-query';
import { skuQuery } from '@/features/catalog/queries';
import { basketLine, type BasketLine } from '@/features/cart/basket';
import { cartKey, changeBasket } from '@/features/cart/basket-store';
import type { Order } from '@/features/orders/queries';
import { chooseSupplier } from '@/features/partners/chosen-supplier';
import { inTurns } from '@/platform/in-turns';
import { goTo, places } from '@/platform/ways';
import { problemText } from '@/ui/states';
import { say } from '@/ui/toast';

/** Puts the goods of an old order into the cart of its supplier; what is sold no more stays out and is named. */
export function useReorder(userId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ sellerId, lines }: Order) => {
      // Gifts come with the promotions of the day, not with the order of another.
      const asked = lines.filter(({ giftOf }) => giftOf === null);
      const found = await inTurns(asked, async ({ skuId, quantity }): Promise<BasketLine | undefined> => {
        const sku = await client.fetchQuery(skuQuery(skuId, sellerId)).catch(() => undefined);
        return sku && sku.unitPriceE4 !== null ? basketLine(sku, quantity) : undefined;
      });
      const orderable = found.filter((line) => line !== undefined);
      if (orderable.length > 0) changeBasket(cartKey(userId, sellerId), { type: 'addAll', lines: orderable });
      return { sellerId, added: orderable.length, missing: asked.length - orderable.length };
    },
    onSuccess: ({ sellerId, added, missing }) => {
      if (added === 0) return say('这些商品现在都订不了，请到商品页另选');
      chooseSupplier(userId, sellerId);
      goTo(places.cart);
      say(missing > 0 ? `已加入购物车，${missing} 种商品现在订不了` : '已加入购物车');
    },
    onError: (error) => say(problemText(error)),
  });
}
