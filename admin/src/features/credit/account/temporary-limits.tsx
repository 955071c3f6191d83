import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { InnerList } from '../../../ui/inner-list';
import { DayInput } from '../../../ui/instant-input';
import { DecideDialog } from '../decide-dialog';
import type { NameOf } from '../people';
import {
  temporaryLimitPages,
  useDecideTemporary,
  useRequestTemporary,
  useVoidTemporary,
  type CreditAccount,
  type TemporaryLimit,
} from '../queries';
import { ReasonField } from '../reason-field';
import { YuanField } from '../yuan-field';
import { temporaryColumns } from './temporary-columns';

interface TemporaryForm {
  amountYuan: number;
  startsOn: string;
  untilOn: string;
  reason: string;
}

function RequestDialog({
  account,
  open,
  onClose,
}: {
  account: CreditAccount;
  open: boolean;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const request = useRequestTemporary();
  return (
    <FormDialog<TemporaryForm>
      open={open}
      title={`申请临时额度 · ${account.buyerName}`}
      submitText="提交申请"
      testId="temporary"
      onClose={onClose}
      onSubmit={async ({ amountYuan, startsOn, untilOn, reason }, temporaryLimitId) => {
        const amountFen = fenOfYuan(amountYuan);
        const { buyerId } = account;
        await request({ temporaryLimitId, buyerId, amountFen, startsOn, untilOn, reason: reason.trim() });
        message.success(`已提交 ${yuanText(amountFen)}，请另一位财务审批`);
      }}
    >
      <p className="tp-muted">
        现有固定额度 {yuanText(account.limitFen)}，可用 {yuanText(account.availableFen)}
        。须由另一位财务批准后生效。
      </p>
      <YuanField name="amountYuan" label="临时增加（元）" testId="temporary-yuan" />
      <div className="credit-pair">
        <Form.Item name="startsOn" label="开始日" rules={[{ required: true, message: '请选择开始日' }]}>
          <DayInput label="开始日" />
        </Form.Item>
        <Form.Item
          name="untilOn"
          label="最后一天"
          dependencies={['startsOn']}
          rules={[
            { required: true, message: '请选择最后一天' },
            ({ getFieldValue }) => ({
              validator: (_, untilOn?: string) =>
                untilOn && untilOn < String(getFieldValue('startsOn') ?? '')
                  ? Promise.reject(new Error('不能早于开始日'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DayInput label="最后一天" />
        </Form.Item>
      </div>
      <ReasonField label="申请原因" testId="temporary-reason" />
    </FormDialog>
  );
}

function VoidDialog({ limit, onClose }: { limit: TemporaryLimit | null; onClose: () => void }) {
  const { message } = App.useApp();
  const end = useVoidTemporary();
  return (
    <FormDialog<{ note?: string }>
      open={limit !== null}
      title="作废临时额度"
      submitText="确认作废"
      danger
      testId="temporary-void"
      onClose={onClose}
      onSubmit={async ({ note = '' }, commandId) => {
        if (!limit) return;
        await end({ temporaryLimitId: limit.temporaryLimitId, commandId, note: note.trim() });
        message.success('临时额度已作废');
      }}
    >
      <p className="tp-muted">立即失效，现有订单不受影响，新订单按固定额度检查。不能恢复，需要时重新申请。</p>
      <ReasonField name="note" label="说明（选填）" isRequired={false} testId="temporary-void-note" />
    </FormDialog>
  );
}

interface TemporaryLimitsProps {
  account: CreditAccount;
  mayBook: boolean;
  userId: string;
  nameOf: NameOf;
}

/** Temporary limits of an account: asked for by one, decided by another, ended before their day. */
export function TemporaryLimits({ account, mayBook, userId, nameOf }: TemporaryLimitsProps) {
  const decide = useDecideTemporary();
  const [isRequesting, setRequesting] = useState(false);
  const [deciding, setDeciding] = useState<TemporaryLimit | null>(null);
  const [ending, setEnding] = useState<TemporaryLimit | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 132,
    render: (_: unknown, limit: TemporaryLimit) => (
      <div className="link-actions">
        {limit.state === 'requested' &&
          (limit.requestedBy === userId ? (
            <span className="tp-muted tp-small">待他人审批</span>
          ) : (
            <Button
              type="link"
              size="small"
              onClick={() => setDeciding(limit)}
              data-testid={`temporary-decide-${limit.temporaryLimitId}`}
            >
              审批
            </Button>
          ))}
        {limit.state === 'approved' && (
          <Button
            type="link"
            size="small"
            danger
            onClick={() => setEnding(limit)}
            data-testid={`temporary-void-${limit.temporaryLimitId}`}
          >
            作废
          </Button>
        )}
      </div>
    ),
  };
  const columns = temporaryColumns(nameOf);
  return (
    <>
      <InnerList
        name="credit-temporary"
        queryKey={['credit', 'temporary', account.sellerId, account.buyerId]}
        fetchPage={temporaryLimitPages(account)}
        rowKey={({ temporaryLimitId }) => temporaryLimitId}
        tools={
          mayBook && (
            <Button size="small" onClick={() => setRequesting(true)} data-testid="temporary-new">
              申请临时额度
            </Button>
          )
        }
        columns={mayBook ? [...columns, actions] : columns}
        minWidth={1000}
        empty={
          <EmptyHint title="没有临时额度" hint="旺季或大单需要短期超额时，申请一笔有起止日的临时额度。" />
        }
      />
      <RequestDialog account={account} open={isRequesting} onClose={() => setRequesting(false)} />
      <DecideDialog
        subject={
          deciding && {
            title: '审批临时额度',
            words: `${account.buyerName} 申请 ${yuanText(deciding.amountFen)}，${deciding.startsOn} 至 ${deciding.untilOn}：${deciding.reason}`,
          }
        }
        onDecide={(decision) =>
          deciding ? decide({ temporaryLimitId: deciding.temporaryLimitId, ...decision }) : Promise.resolve()
        }
        onClose={() => setDeciding(null)}
      />
      <VoidDialog limit={ending} onClose={() => setEnding(null)} />
    </>
  );
}
