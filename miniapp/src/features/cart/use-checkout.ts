import { useState } from 'react';
import { ApiProblem } from '@/api';
import { goTo, places } from '@/platform/ways';
import { say } from '@/ui/toast';
import { useBasket } from './basket-store';
import type { CouponChoice } from './coupon-choice';
import { chosenGifts } from './gift-choice';
import { usePlaceOrder, useQuote, wantedOf, type Placing } from './queries';
import { useGiftChoice } from './use-gift-choice';
import { useOfBasket } from './use-of-basket';
import { useRebateChoice } from './use-rebate-choice';
import { useRemoval } from './use-removal';

export interface CheckoutAsk {
  readonly basketKey: string;
  readonly supplierId: string | undefined;
  readonly addressId: string | undefined;
}

type Asked = Omit<Placing, 'expectedPayableFen'>;

/** All that is asked for, whatever price was expected with it. */
const textOf = (asked: Asked | Placing) => JSON.stringify({ ...asked, expectedPayableFen: undefined });

/** A basket on its way to an order: its lines, its running quote, its coupons, its note, and placing it. */
export function useCheckout({ basketKey, supplierId, addressId }: CheckoutAsk) {
  const { lines, change } = useBasket(basketKey);
  const removal = useRemoval(lines, change);
  const [note, setNote] = useState('');
  const [couponChoice, setCouponChoice] = useOfBasket<CouponChoice>(basketKey, undefined);
  const [isPickup, setPickup] = useOfBasket(basketKey, false);
  const gifts = useGiftChoice(basketKey);
  const wanted = {
    ...wantedOf(lines, supplierId, addressId, {
      couponIds: couponChoice,
      giftChoices: chosenGifts(gifts.choices),
    }),
    ...(isPickup ? { isPickup: true as const } : {}),
  };
  const { quote, isCurrent, isOffline } = useQuote(wanted);
  const placing = usePlaceOrder(basketKey);
  const { rebateFen, ...rebate } = useRebateChoice(basketKey, quote.data);
  const asked = { ...wanted, note: note.trim(), ...(rebateFen > 0 ? { rebateFen } : {}) };
  // A refusal speaks of what was sent; once the basket is changed it has nothing to say.
  const refusal = placing.variables && textOf(placing.variables) === textOf(asked) ? placing.error : null;
  const isPriceChanged = refusal instanceof ApiProblem && refusal.code === 'orders.priceChanged';
  const canPlace = isCurrent && quote.data !== undefined && quote.data.verdict !== 'rejected';

  const place = () => {
    if (!canPlace || quote.data === undefined || placing.isPending) return;
    placing.mutate(
      { ...asked, expectedPayableFen: quote.data.payableFen },
      {
        onSuccess: (order) => {
          change({ type: 'clear' });
          setNote('');
          setCouponChoice(undefined);
          setPickup(false);
          rebate.chooseRebate(0);
          gifts.forget();
          goTo(places.order(order.orderId, true));
        },
        onError: (error) => {
          if (error instanceof ApiProblem && error.code === 'orders.priceChanged')
            say('价格有变动，请核对后再提交');
        },
      },
    );
  };

  return {
    lines,
    change,
    removal,
    note,
    setNote,
    couponChoice,
    setCouponChoice,
    rebateFen,
    ...rebate,
    setPickup,
    chooseGifts: gifts.choose,
    quote,
    isCurrent,
    isOffline,
    isPlacing: placing.isPending,
    refusal: isPriceChanged ? null : refusal,
    isPriceChanged,
    canPlace,
    place,
  };
}

export type Checkout = ReturnType<typeof useCheckout>;
