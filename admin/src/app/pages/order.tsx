import { Button, Skeleton } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { OrderDetail } from '../../features/orders/order-detail';
import { useOrder } from '../../features/orders/queries';
import { OrderPayments } from '../../features/payments/order-payments';
import '../../features/orders/orders.css';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';

export default function OrderPage() {
  const { orderId = '' } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const order = useOrder(orderId);
  return (
    <Page
      title="订单详情"
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(-1)}>
          返回
        </Button>
      }
    >
      {order.isError && (
        <div className="page-problem">
          <ProblemView error={order.error} onRetry={() => void order.refetch()} />
        </div>
      )}
      {order.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 14 }} />
        </div>
      )}
      {order.data && (
        <OrderDetail
          order={order.data}
          partyId={me.party.partyId}
          GoodsPicker={SkuPicker}
          payments={<OrderPayments orderId={orderId} />}
        />
      )}
    </Page>
  );
}
