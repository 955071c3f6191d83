import { View } from '@tarojs/components';
import { OrderList } from '@/features/orders/order-list';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '客户订单' };

function CustomerOrdersPage({ me }: SignedInProps) {
  const isHq = me.party.kind === 'hq';
  const [filters, change] = useAddressFilters({ side: 'all' });
  const side = isHq && filters.side === 'all' ? 'all' : 'seller';
  return (
    <Page {...head}>
      {isHq ? (
        <View className="customer-orders__sides">
          <Chips
            name="side"
            chips={[
              { value: 'all', label: '全渠道' },
              { value: 'seller', label: '向总部下的' },
            ]}
            value={side}
            onChange={(value) => change({ side: value })}
          />
        </View>
      ) : null}
      <OrderList
        key={side}
        side={side}
        firstState="held"
        emptyAdvice="待审核的订单排在最前，点上面的状态可以看其他订单"
      />
    </Page>
  );
}

export default signedIn(CustomerOrdersPage, head);
