import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useRequest } from '../../features/after-sales/queries';
import { RequestDetail } from '../../features/after-sales/request-detail';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';

export default function AfterSalesOnePage() {
  const { afterSalesId = '' } = useParams();
  const navigate = useNavigate();
  const request = useRequest(afterSalesId);
  return (
    <Page
      title="售后详情"
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(-1)}>
          返回
        </Button>
      }
    >
      {request.isError && (
        <div className="page-problem">
          <ProblemView error={request.error} onRetry={() => void request.refetch()} />
        </div>
      )}
      {request.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {request.data && <RequestDetail request={request.data} />}
    </Page>
  );
}
