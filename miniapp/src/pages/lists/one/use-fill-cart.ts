import { useMutation } from '@tanstack/react-query';
import { findGoods } from '@/features/bulk/find-goods';
import { basketLine } from '@/features/cart/basket';
import { cartKey, changeBasket } from '@/features/cart/basket-store';
import type { Offer } from '@/features/lists/queries';
import { chooseSupplier } from '@/features/partners/chosen-supplier';
import { goTo, places } from '@/platform/ways';
import { problemText } from '@/ui/states';
import { say } from '@/ui/toast';

/** Puts what a list offers today into the cart of its supplier, and goes there. */
export function useFillCart(userId: string) {
  return useMutation({
    mutationFn: async ({ supplierId, lines }: Offer) => {
      const goods = await findGoods(
        lines.map(({ skuId }) => skuId),
        supplierId,
      );
      const found = lines.flatMap(({ skuId, quantity }) => {
        const sku = goods.get(skuId);
        return sku ? [basketLine(sku, quantity)] : [];
      });
      changeBasket(cartKey(userId, supplierId), { type: 'addAll', lines: found });
      return { supplierId, addedCount: found.length };
    },
    onSuccess: ({ supplierId, addedCount }) => {
      chooseSupplier(userId, supplierId);
      goTo(places.cart);
      say(`已加入购物车 ${addedCount} 种`);
    },
    onError: (error) => say(problemText(error)),
  });
}
