import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { CountDetail } from '../../features/stock/counts/count-detail';
import { useCount } from '../../features/stock/counts/queries';
import { SheetState } from '../../features/stock/counts/sheet-columns';
import { whenText } from '../../ui/format';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';

export default function CountPage() {
  const { sheetId = '' } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const count = useCount(sheetId);
  return (
    <Page
      title={count.data ? `盘点 · ${count.data.warehouseName}` : '盘点'}
      hint={
        count.data && (
          <>
            <SheetState state={count.data.state} /> {count.data.openedBy} {whenText(count.data.openedAt)} 开单{' '}
            {count.data.note}
          </>
        )
      }
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/counts')}>
          全部盘点
        </Button>
      }
    >
      {count.isError && (
        <div className="page-problem">
          <ProblemView error={count.error} onRetry={() => void count.refetch()} />
        </div>
      )}
      {count.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {count.data && (
        <CountDetail
          key={sheetId}
          count={count.data}
          mayCount={hasRole(me, 'warehouse')}
          mayConfirm={hasRole(me, 'manager')}
        />
      )}
    </Page>
  );
}
