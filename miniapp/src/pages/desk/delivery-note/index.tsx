import { useRouter } from '@tarojs/taro';
import { DeliveryNote } from '@/features/orders/delivery-note';
import { useOrder, type Order } from '@/features/orders/queries';
import { signedIn } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '配送单' };

function DeliveryNotePage() {
  const { orderId = '', shipmentId = '' } = useRouter().params;
  const order = useOrder(orderId);
  return (
    <Page {...head} width="desk">
      {order.isPending ? <Loading /> : null}
      {order.isError && !order.data ? (
        <Problem error={order.error} onRetry={() => void order.refetch()} />
      ) : null}
      {order.data ? <NoteOf order={order.data} shipmentId={shipmentId} /> : null}
    </Page>
  );
}

function NoteOf({ order, shipmentId }: { order: Order; shipmentId: string }) {
  const shipment = order.shipments.find((one) => one.shipmentId === shipmentId);
  if (shipment) return <DeliveryNote order={order} shipment={shipment} />;
  return (
    <Nothing
      title="没有这张发货单"
      advice="订单发货之后才有配送单"
      actionLabel="回到订单"
      onAction={() => goTo(places.order(order.orderId))}
    />
  );
}

export default signedIn(DeliveryNotePage, head);
