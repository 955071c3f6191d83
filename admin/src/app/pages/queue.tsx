import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { orderPages, QUEUE_LIMIT, useQueue } from '../../features/orders/queries';
import { queueCsv } from '../../features/orders/queue-columns';
import { QueueTable } from '../../features/orders/queue-table';
import { QueueSummary } from '../../features/orders/queue-summary';
import '../../features/orders/orders.css';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { ownSide } from '../sides';

export default function QueuePage() {
  const me = useMe();
  const navigate = useNavigate();
  const queue = useQueue(ownSide(me));
  return (
    <Page
      title="待审订单"
      hint={
        <span className="key-hints">
          <kbd>j</kbd>
          <kbd>k</kbd> 上下选择 <kbd>a</kbd> 通过 <kbd>r</kbd> 驳回 <kbd>Enter</kbd> 打开详情
        </span>
      }
      extra={
        <>
          <QueueSummary orders={queue.data?.items ?? []} />
          <Button
            icon={<ReloadOutlined />}
            loading={queue.isFetching}
            onClick={() => void queue.refetch()}
            data-testid="queue-refresh"
          >
            刷新
          </Button>
          <ExportButton
            name="待审订单"
            columns={queueCsv}
            fetchPage={orderPages({ side: ownSide(me), state: 'held' })}
          />
        </>
      }
    >
      {queue.data?.complete === false && (
        <Alert
          type="warning"
          showIcon
          className="queue-limit"
          title={
            <>
              待审订单很多，这里先显示最近的 {QUEUE_LIMIT} 单；其余请到
              <Link to="/orders?state=held">全部订单</Link>查看。
            </>
          }
        />
      )}
      <QueueTable
        list={queue}
        partyKind={me.party.kind}
        reviews={hasRole(me, 'reviewer')}
        onOpen={(orderId) => void navigate(`/orders/${orderId}`)}
      />
    </Page>
  );
}
