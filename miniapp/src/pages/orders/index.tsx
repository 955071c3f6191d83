import { OrderList } from '@/features/orders/order-list';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Nothing } from '@/ui/states';

const head = { title: '我的订单', isTab: true };

function OrdersPage({ me }: SignedInProps) {
  return (
    <Page {...head}>
      {me.buys ? (
        <OrderList
          side="buyer"
          emptyAdvice="下单后，审核、发货、签收都在这里看得到"
          emptyActionLabel="去选商品"
          onEmptyAction={() => goTo(places.home)}
        />
      ) : (
        <Nothing
          title="当前账号不下单"
          actionLabel="查看客户订单"
          onAction={() => goTo(places.customerOrders)}
        />
      )}
    </Page>
  );
}

export default signedIn(OrdersPage, head);
