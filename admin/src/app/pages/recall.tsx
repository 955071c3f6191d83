import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CloseRecallDialog } from '../../features/stock/recalls/close-recall-dialog';
import { NoteDialog } from '../../features/stock/recalls/note-dialog';
import { useRecall } from '../../features/stock/recalls/queries';
import { RecallDetail } from '../../features/stock/recalls/recall-detail';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';

export default function RecallPage() {
  const { recallId = '' } = useParams();
  const navigate = useNavigate();
  const recall = useRecall(recallId);
  const [asked, setAsked] = useState<'note' | 'close' | null>(null);
  const isOpen = recall.data?.state === 'open';
  return (
    <Page
      title={recall.data ? `召回 · ${recall.data.skuName}` : '召回'}
      extra={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/recalls')}>
            全部召回
          </Button>
          {isOpen && (
            <>
              <Button onClick={() => setAsked('note')} data-testid="recall-note-open">
                记录进展
              </Button>
              <Button danger onClick={() => setAsked('close')} data-testid="recall-close-open">
                结案
              </Button>
            </>
          )}
        </>
      }
    >
      {recall.isError && (
        <div className="page-problem">
          <ProblemView error={recall.error} onRetry={() => void recall.refetch()} />
        </div>
      )}
      {recall.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {recall.data && (
        <>
          <RecallDetail recall={recall.data} />
          <NoteDialog recallId={recallId} open={asked === 'note'} onClose={() => setAsked(null)} />
          <CloseRecallDialog recall={recall.data} open={asked === 'close'} onClose={() => setAsked(null)} />
        </>
      )}
    </Page>
  );
}
