import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { cartKey, useBasket } from '@/features/cart/basket-store';
import { CartBar } from '@/features/cart/cart-bar';
import { useAddGoods } from '@/features/cart/use-add-goods';
import { useGuide } from '@/features/goods/queries';
import { lastBoughtWords } from '@/features/goods/words';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { asLink } from '@/ui/control';
import { unitYuan } from '@/ui/money';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';
import './index.scss';

const head = { title: '进货清单' };

/** 进货清单 in full: what was bought in the last 90 days, each with its usual quantity one tap away. */
function GuidePage({ me }: SignedInProps) {
  const { suppliers, supplier } = useChosenSupplier(me.userId);
  const supplierId = supplier?.partyId;
  const basketKey = cartKey(me.userId, supplierId ?? '');
  const guide = useGuide(supplierId);
  const { lines } = useBasket(basketKey);
  const add = useAddGoods(basketKey, supplierId);
  usePullDownRefresh(() => void guide.refetch().then(() => Taro.stopPullDownRefresh()));
  const inCart = new Set(lines.map(({ skuId }) => skuId));
  const items = guide.data?.items ?? [];
  const failed =
    suppliers.isError && !suppliers.data ? suppliers : guide.isError && !guide.data ? guide : undefined;
  return (
    <Page {...head} foot={lines.length > 0 ? <CartBar lines={lines} supplierId={supplierId} /> : undefined}>
      {failed ? <Problem error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && guide.isPending && (supplier || suppliers.isPending) ? <Loading rows={6} /> : null}
      {(guide.isSuccess && items.length === 0) || (suppliers.isSuccess && !supplier) ? (
        <Nothing
          title="近 90 天还没有订过货"
          advice="订过的商品会按次数排在这里，一点就加常订的数量"
          actionLabel="去选商品"
          onAction={() => goTo(places.home)}
        />
      ) : null}
      {items.length > 0 ? (
        <Card>
          {items.map((entry) => (
            <View key={entry.skuId} className="guide-row" id={`guide-row-${entry.skuId}`}>
              <View
                className="guide-row__words"
                {...asLink(() => goTo(places.goods(entry.skuId, supplierId)))}
              >
                <Text className="guide-row__name">{entry.skuName}</Text>
                <Text className="guide-row__faint">
                  {[entry.spec, lastBoughtWords(entry), `上次 ${unitYuan(entry.lastUnitPriceE4)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </View>
              <Button
                id={`guide-add-${entry.skuId}`}
                label={
                  inCart.has(entry.skuId) ? `再加${entry.usualMixedUnits}` : `加${entry.usualMixedUnits}`
                }
                size="small"
                pending={add.isPending && add.variables.skuId === entry.skuId}
                onPress={() => add.mutate({ skuId: entry.skuId, quantity: entry.usualQuantity })}
              />
            </View>
          ))}
        </Card>
      ) : null}
    </Page>
  );
}

export default signedIn(GuidePage, head);
