import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api';
import { EmptyHint } from '../../ui/empty-hint';
import { ProblemView } from '../../ui/problem-view';
import { Waiting } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { StateTag } from './state-tag';

const SHOWN = 12;
const REFRESH_MILLISECONDS = 10_000;

/** The latest orders as they come in. */
export function LiveOrders({ side }: { side: 'all' | 'seller' }) {
  const orders = useQuery({
    queryKey: ['orders', 'live', side],
    queryFn: () => api.orders.list({ side, limit: SHOWN }),
    refetchInterval: REFRESH_MILLISECONDS,
  });
  if (orders.error && !orders.data)
    return <ProblemView error={orders.error} onRetry={() => void orders.refetch()} />;
  if (!orders.data) return <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />;
  if (orders.data.items.length === 0)
    return <EmptyHint title="还没有订单" hint="客户下单后，订单会即时出现在这里。" />;
  return (
    <ul className="live-orders">
      {orders.data.items.map((order) => (
        <li key={order.orderId}>
          <Link to={`/orders/${order.orderId}`} className="live-order">
            <span className="live-buyer">{order.buyerName}</span>
            <StateTag state={order.state} />
            <Yuan fen={order.payableFen} strong />
            <span className="tp-small tp-muted">
              <Waiting since={order.placedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
