import { Skeleton, Table } from 'antd';
import { useMemo } from 'react';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { costColumns, costCsv } from './cost-columns';
import type { Promotion } from './model';
import { costPages, useCosts } from './queries';

/** 费用承担: what a promotion has cost its payers by what was shipped and stayed with buyers. */
export function CostPanel({ promotion: { promotionId, name, startsAt } }: { promotion: Promotion }) {
  const days = useMemo(() => ({ from: dayOf(new Date(startsAt)), until: dayOf(new Date()) }), [startsAt]);
  const costs = useCosts(promotionId, days);
  const items = costs.data?.items ?? [];
  return (
    <Panel
      title="费用承担"
      extra={
        items.length > 0 && (
          <ExportButton name={`${name}-费用`} columns={costCsv} fetchPage={costPages(days, promotionId)} />
        )
      }
    >
      {costs.isError && <ProblemView error={costs.error} onRetry={() => void costs.refetch()} />}
      {costs.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {costs.data && (
        <div data-testid="promotion-costs">
          {items.length === 0 ? (
            <p className="tp-muted">还没有发货，费用在发货时按实发数量记给承担方，退回时冲减。</p>
          ) : (
            <Table
              size="small"
              rowKey={({ payerId }) => payerId}
              columns={[...costColumns]}
              dataSource={[...items]}
              pagination={false}
            />
          )}
        </div>
      )}
    </Panel>
  );
}
