import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { ListTable } from '../../ui/list-table';
import { EmptyHint } from '../../ui/empty-hint';
import { ProblemView } from '../../ui/problem-view';
import { type Party, useSuspensions } from './queries';
import { ReinstateDialog, SuspendDialog } from './suspension-dialogs';
import { suspensionColumns } from './suspension-columns';

interface SuspensionStandingProps {
  party: Pick<Party, 'partyId' | 'name'>;
  /** HQ may stop a partner altogether, a supplier its own supply. */
  isHeadquarters: boolean;
}

/** Whether a customer is stopped, by whom and why; stops it and lets it go on. */
export function SuspensionStanding({ party, isHeadquarters }: SuspensionStandingProps) {
  const suspensions = useSuspensions(party.partyId);
  const [asked, setAsked] = useState<'suspend' | 'reinstate' | null>(null);
  if (suspensions.isError)
    return <ProblemView error={suspensions.error} onRetry={() => void suspensions.refetch()} />;
  if (suspensions.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const items = suspensions.data;
  const isStopped = items.some(({ state }) => state !== 'over');
  return (
    <>
      <div className="tp-filters">
        <Button danger onClick={() => setAsked('suspend')} data-testid="party-suspend">
          停用
        </Button>
        {isStopped && (
          <Button type="primary" onClick={() => setAsked('reinstate')} data-testid="party-reinstate">
            恢复
          </Button>
        )}
      </div>
      <ListTable
        name="suspensions"
        list={{ ...suspensions, data: { items } }}
        rowKey={({ suspensionId }) => suspensionId}
        columns={suspensionColumns}
        minWidth={640}
        empty={
          <EmptyHint
            title="没有停用过"
            hint="停用后该客户不能下单，可设到期日自动恢复；每次停用和恢复都会留在这里。"
          />
        }
      />
      <SuspendDialog
        party={party}
        isHeadquarters={isHeadquarters}
        open={asked === 'suspend'}
        onClose={() => setAsked(null)}
      />
      <ReinstateDialog party={party} open={asked === 'reinstate'} onClose={() => setAsked(null)} />
    </>
  );
}
