import { Skeleton } from 'antd';
import { hasRole, useMe } from '../../features/auth/me';
import { MarkdownForm } from '../../features/stock/policies/markdown-form';
import { useMarkdowns } from '../../features/stock/policies/queries';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { HistoryButton } from './history-drawer';

/** 临期折价: what ageing goods cost less. */
export function MarkdownsTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const markdowns = useMarkdowns();
  return (
    <>
      <p className="tp-muted">
        只剩临期批次时，客户可以按这里的折价要这些批次。剩余效期落在哪一档就便宜多少；比最低一档还低的不打折。
      </p>
      <div className="tp-filters">
        <HistoryButton routes={['stock.setMarkdowns']} />
      </div>
      <Panel title="折价分档">
        {markdowns.isError ? (
          <ProblemView error={markdowns.error} onRetry={() => void markdowns.refetch()} />
        ) : markdowns.isPending ? (
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        ) : (
          <MarkdownForm bands={markdowns.data} mayChange={mayChange} />
        )}
      </Panel>
    </>
  );
}
