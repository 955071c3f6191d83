import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { ExportButton } from '../../../ui/export-button';
import { FormDialog } from '../../../ui/form-dialog';
import { yuanText } from '../../../ui/format';
import { InnerList } from '../../../ui/inner-list';
import { depositEntryPages, useReverseDepositEntry, type Deposit, type DepositEntry } from '../queries';
import { ReasonField } from '../reason-field';
import { depositKinds } from '../words';
import { depositEntryColumns, depositEntryCsv } from './deposit-entry-columns';

function ReverseDialog({ entry, onClose }: { entry: DepositEntry | null; onClose: () => void }) {
  const { message } = App.useApp();
  const reverse = useReverseDepositEntry();
  return (
    <FormDialog<{ reason: string }>
      open={entry !== null}
      title="冲销存入"
      submitText="确认冲销"
      danger
      testId="reverse-deposit"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        if (!entry) return;
        await reverse({ entryId: entry.entryId, commandId, reason: reason.trim() });
        message.success(`已冲销 ${yuanText(entry.balanceFen)}`);
      }}
    >
      <p className="tp-muted">存错了才用：记一笔相反的金额，不能恢复。在线付款存入的请到收款页原路退回。</p>
      <ReasonField label="冲销原因" testId="reverse-deposit-reason" />
    </FormDialog>
  );
}

interface DepositDrawerProps {
  deposit: Deposit | null;
  mayBook: boolean;
  onClose: () => void;
}

/** The ledger of one deposit; open while there is one. */
export function DepositDrawer({ deposit, mayBook, onClose }: DepositDrawerProps) {
  const [reversing, setReversing] = useState<DepositEntry | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 76,
    render: (_: unknown, entry: DepositEntry) =>
      entry.action === 'topUp' && (
        <Button type="link" size="small" danger onClick={() => setReversing(entry)}>
          冲销
        </Button>
      ),
  };
  return (
    <Drawer
      open={deposit !== null}
      onClose={onClose}
      size={860}
      title={deposit && `${deposit.buyerName} · ${depositKinds[deposit.kind]}`}
      extra={
        deposit && (
          <ExportButton
            name={`${depositKinds[deposit.kind]}流水-${deposit.buyerName}`}
            columns={depositEntryCsv}
            fetchPage={depositEntryPages(deposit.depositId)}
          />
        )
      }
      destroyOnHidden
      data-testid="deposit-drawer"
    >
      {deposit && (
        <InnerList
          name="deposit-entries"
          queryKey={['credit', 'deposit-entries', deposit.depositId]}
          fetchPage={depositEntryPages(deposit.depositId)}
          rowKey={({ entryId }) => entryId}
          columns={mayBook ? [...depositEntryColumns, actions] : depositEntryColumns}
          minWidth={780}
          empty={<EmptyHint title="还没有流水" hint="存入、订单占用、抵付、退还都会在这里留下一行。" />}
        />
      )}
      <ReverseDialog entry={reversing} onClose={() => setReversing(null)} />
    </Drawer>
  );
}
