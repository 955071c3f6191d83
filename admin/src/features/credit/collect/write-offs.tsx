import { Button } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { ExportButton } from '../../../ui/export-button';
import { yuanText } from '../../../ui/format';
import { InnerList } from '../../../ui/inner-list';
import { DecideDialog } from '../decide-dialog';
import type { NameOf } from '../people';
import { useDecideWriteOff, writeOffPages, type WriteOff } from '../queries';
import { writeOffColumns, writeOffCsv } from './write-off-columns';

/** Debts given up or asked to be; what one has asked for somebody else decides. */
export function WriteOffs({ userId, nameOf }: { userId: string; nameOf: NameOf }) {
  const decide = useDecideWriteOff();
  const [deciding, setDeciding] = useState<WriteOff | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 100,
    render: (_: unknown, writeOff: WriteOff) =>
      writeOff.state === 'requested' &&
      (writeOff.requestedBy === userId ? (
        <span className="tp-muted tp-small">待他人审批</span>
      ) : (
        <Button
          type="link"
          size="small"
          onClick={() => setDeciding(writeOff)}
          data-testid={`write-off-decide-${writeOff.writeOffId}`}
        >
          审批
        </Button>
      )),
  };
  return (
    <>
      <InnerList
        name="credit-write-offs"
        queryKey={['credit', 'write-offs']}
        fetchPage={writeOffPages}
        rowKey={({ writeOffId }) => writeOffId}
        tools={<ExportButton name="坏账核销" columns={writeOffCsv(nameOf)} fetchPage={writeOffPages} />}
        columns={[...writeOffColumns(nameOf), actions]}
        minWidth={1240}
        empty={
          <EmptyHint
            title="没有坏账核销"
            hint="在客户的“未结账单”里对收不回的账单申请核销，由另一位财务在这里审批。"
          />
        }
      />
      <DecideDialog
        subject={
          deciding && {
            title: '审批坏账核销',
            words: `放弃${deciding.buyerName}订单 ${deciding.orderNumber} 的账款 ${yuanText(deciding.amountFen)}：${deciding.reason}`,
          }
        }
        onDecide={(decision) =>
          deciding ? decide({ writeOffId: deciding.writeOffId, ...decision }) : Promise.resolve()
        }
        onClose={() => setDeciding(null)}
      />
    </>
  );
}
