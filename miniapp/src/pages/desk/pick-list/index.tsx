import { useRouter } from '@tarojs/taro';
import { PickList } from '@/features/orders/pick-list';
import { useOrder } from '@/features/orders/queries';
import { signedIn } from '@/features/session/signed-in';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';

const head = { title: '拣货单' };

function PickListPage() {
  const { orderId = '' } = useRouter().params;
  const order = useOrder(orderId);
  return (
    <Page {...head} width="desk">
      {order.isPending ? <Loading /> : null}
      {order.isError && !order.data ? (
        <Problem error={order.error} onRetry={() => void order.refetch()} />
      ) : null}
      {order.data ? <PickList order={order.data} /> : null}
    </Page>
  );
}

export default signedIn(PickListPage, head);
