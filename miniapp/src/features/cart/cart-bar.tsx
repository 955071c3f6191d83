import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { yuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { BasketLine } from './basket';
import { useQuote, wantedOf } from './queries';
import './cart-bar.scss';

/** The foot of the catalogue while something is in the cart: what it comes to, and the way to check out. */
export function CartBar({
  lines,
  supplierId,
}: {
  lines: readonly BasketLine[];
  supplierId: string | undefined;
}) {
  const { quote, isCurrent, isOffline } = useQuote(wantedOf(lines, supplierId, undefined));
  return (
    <>
      <View className="cart-bar">
        <View className="cart-bar__sum">
          <Text className="cart-bar__label">合计</Text>
          {quote.data ? (
            <Yuan id="cart-total" fen={quote.data.payableFen} size="large" />
          ) : (
            <Text>{isOffline ? '离线，联网后更新价格' : '核价中…'}</Text>
          )}
        </View>
        <Text className="cart-bar__count" id="cart-count">
          {[
            `已选 ${lines.length} 种`,
            quote.data && quote.data.discountFen > 0 ? `已省 ${yuan(quote.data.discountFen)}` : '',
            quote.data && isOffline ? '离线，联网后更新价格' : '',
            quote.data && !isCurrent && !isOffline ? '正在更新' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </View>
      <Button id="go-cart" label="去结算" look="main" onPress={() => goTo(places.cart)} />
    </>
  );
}
