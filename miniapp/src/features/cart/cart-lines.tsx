import { goTo, places } from '@/platform/ways';
import { Card } from '@/ui/card';
import { CartLine } from './cart-line';
import { GiftRows } from './gift-rows';
import type { Checkout } from './use-checkout';

/** The lines of a basket, one under the other. */
export const CartLines = ({
  checkout,
  supplierId,
}: {
  checkout: Checkout;
  supplierId: string | undefined;
}) => {
  const { lines, change, removal, quote } = checkout;
  return (
    <Card title={`商品 ${lines.length} 种`}>
      {lines.map((line) => (
        <CartLine
          key={line.skuId}
          line={line}
          quote={quote.data}
          onOpen={() => goTo(places.goods(line.skuId, supplierId))}
          onQuantity={(quantity) =>
            quantity > 0
              ? change({ type: 'change', skuId: line.skuId, quantity })
              : removal.remove(line.skuId)
          }
          onAcceptAgeing={(accepts) => change({ type: 'acceptAgeing', skuId: line.skuId, accepts })}
          onRemove={() => removal.remove(line.skuId)}
        />
      ))}
      {quote.data ? <GiftRows quote={quote.data} /> : null}
    </Card>
  );
};
