import { useCallback, useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { ApiProblem } from '@/api';
import { basketLine } from '@/features/cart/basket';
import { cartKey, useBasket } from '@/features/cart/basket-store';
import { LineQuote } from '@/features/cart/line-quote';
import { useQuote, wantedOf } from '@/features/cart/queries';
import { FreshnessCard } from '@/features/goods/freshness-card';
import { GoodsHead } from '@/features/goods/goods-head';
import { PriceCard } from '@/features/goods/price-card';
import { PromotionsCard } from '@/features/goods/promotions-card';
import { QuantityEntry } from '@/features/goods/quantity-entry';
import { useShelf, type Shelf } from '@/features/goods/queries';
import { chooseSupplier, useChosenSupplier } from '@/features/partners/chosen-supplier';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { asLink } from '@/ui/control';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import { say } from '@/ui/toast';
import { stepUp, stepperUnits, toMixedUnits } from '@/ui/units';
import './index.scss';

const head = { title: '商品详情' };

function GoodsPage({ me }: SignedInProps) {
  const { skuId = '', supplierId: asked } = useRouter().params;
  const { suppliers, items, supplier } = useChosenSupplier(me.userId);
  const supplierId = items.find(({ partyId }) => partyId === asked)?.partyId ?? supplier?.partyId;
  const shelf = useShelf(skuId, supplierId);
  usePullDownRefresh(() => void shelf.refetch().then(() => Taro.stopPullDownRefresh()));

  const failed = suppliers.isError && !suppliers.data ? suppliers : undefined;
  const isGone =
    skuId === '' || (shelf.error instanceof ApiProblem && shelf.error.code === 'catalog.skuUnknown');
  if (failed)
    return (
      <Page {...head}>
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  if (isGone || (suppliers.isSuccess && supplierId === undefined))
    return (
      <Page {...head}>
        <Nothing
          title="没有这个商品"
          advice="它可能已下架，或您的供货商不卖这个商品"
          actionLabel="看其他商品"
          onAction={() => goTo(places.home)}
        />
      </Page>
    );
  if (shelf.isError && !shelf.data)
    return (
      <Page {...head}>
        <Problem error={shelf.error} onRetry={() => void shelf.refetch()} />
      </Page>
    );
  if (!shelf.data)
    return (
      <Page {...head}>
        <Loading rows={5} />
      </Page>
    );
  return <Goods key={`${shelf.data.supplierId} ${skuId}`} userId={me.userId} shelf={shelf.data} />;
}

/** The goods, and how much of them. What is entered is what the cart is to hold. */
function Goods({ userId, shelf }: { userId: string; shelf: Shelf }) {
  const { sku, supplierId, ageing } = shelf;
  const { lines, change } = useBasket(cartKey(userId, supplierId));
  const inCart = lines.find(({ skuId }) => skuId === sku.skuId);
  const [largest] = stepperUnits(sku);
  const [quantity, setQuantity] = useState(() => inCart?.quantity ?? stepUp(0, largest?.factor ?? 1, sku));
  const hasOnlyAgeing = shelf.fresh === null && ageing.length > 0;
  const [acceptsAgeing, setAcceptsAgeing] = useState(inCart?.acceptsAgeing ?? hasOnlyAgeing);
  const enter = useCallback((next: number) => setQuantity(Math.max(0, next)), []);
  const line = { ...basketLine(sku, quantity), acceptsAgeing };
  const isPriced = sku.unitPriceE4 !== null;
  const asked = isPriced && quantity > 0 ? [line] : [];
  const lineQuote = useQuote(wantedOf(asked, supplierId, undefined));
  const put = () => {
    chooseSupplier(userId, supplierId);
    change({ type: 'set', line });
    say(quantity > 0 ? '已放入购物车' : '已从购物车移除');
  };
  const isSame = inCart?.quantity === quantity && (inCart.acceptsAgeing ?? false) === acceptsAgeing;
  const foot = (
    <>
      <View className="goods__foot" {...asLink(() => goTo(places.cart))}>
        <Text id="in-cart">
          {inCart ? `购物车已有 ${toMixedUnits(inCart.quantity, sku)}` : '购物车还没有'}
        </Text>
        <Text className="goods__in-cart">{`购物车共 ${lines.length} 种`}</Text>
      </View>
      {inCart && isSame ? (
        <Button id="goods-to-cart" label="去结算" look="main" onPress={() => goTo(places.cart)} />
      ) : (
        <Button
          id="put-in-cart"
          label={inCart ? `改为 ${toMixedUnits(quantity, sku)}` : '加入购物车'}
          look="main"
          disabled={!isPriced || (quantity === 0 && !inCart)}
          onPress={put}
        />
      )}
    </>
  );
  return (
    <Page {...head} width="desk" foot={foot}>
      <View className="goods">
        <View className="goods__main">
          <GoodsHead shelf={shelf} />
          <PromotionsCard promotions={shelf.promotions} />
          <PriceCard shelf={shelf} />
          <FreshnessCard shelf={shelf} acceptsAgeing={acceptsAgeing} onAcceptAgeing={setAcceptsAgeing} />
        </View>
        {isPriced ? (
          <View className="goods__side">
            <Card title="订多少">
              <QuantityEntry
                skuId={sku.skuId}
                supplierId={supplierId}
                packing={sku}
                quantity={quantity}
                onQuantity={enter}
              />
              {quantity > 0 ? <LineQuote {...lineQuote} line={line} onQuantity={enter} /> : null}
            </Card>
          </View>
        ) : null}
      </View>
    </Page>
  );
}

export default signedIn(GoodsPage, head);
