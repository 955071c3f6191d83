import { App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { InnerList } from '../../../ui/inner-list';
import { DayInput } from '../../../ui/instant-input';
import type { NameOf } from '../people';
import {
  releasePages,
  useGrantRelease,
  useRevokeRelease,
  type CreditAccount,
  type Release,
} from '../queries';
import { ReasonField } from '../reason-field';
import { lateSteps, stepWords } from '../words';
import { YuanField } from '../yuan-field';
import { releaseColumns } from './release-columns';

interface GrantForm {
  step: (typeof lateSteps)[number];
  amountYuan: number;
  untilOn: string;
  reason: string;
}

function GrantDialog({
  account,
  open,
  onClose,
}: {
  account: CreditAccount;
  open: boolean;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const grant = useGrantRelease();
  return (
    <FormDialog<GrantForm>
      open={open}
      title={`逾期放行 · ${account.buyerName}`}
      submitText="确认放行"
      testId="release"
      onClose={onClose}
      initialValues={{ step: account.ladderStep === 'clear' ? 'cashOnly' : account.ladderStep }}
      onSubmit={async ({ step, amountYuan, untilOn, reason }, releaseId) => {
        const amountFen = fenOfYuan(amountYuan);
        await grant({ releaseId, buyerId: account.buyerId, step, amountFen, untilOn, reason: reason.trim() });
        message.success(`已放行 ${yuanText(amountFen)}，至 ${untilOn}`);
      }}
    >
      <p className="tp-muted">
        客户现在处于“{stepWords[account.ladderStep].text}”。放行后，在金额和期限内不受所选阶梯及以下的限制。
      </p>
      <Form.Item name="step" label="放行到哪一级">
        <Select
          options={lateSteps.map((value) => ({
            value,
            label: `${stepWords[value].text}（${stepWords[value].means}）`,
          }))}
        />
      </Form.Item>
      <YuanField name="amountYuan" label="最多放行（元）" testId="release-yuan" />
      <Form.Item name="untilOn" label="最后一天" rules={[{ required: true, message: '请选择最后一天' }]}>
        <DayInput label="最后一天" />
      </Form.Item>
      <ReasonField label="放行原因" testId="release-reason" />
    </FormDialog>
  );
}

function RevokeDialog({ release, onClose }: { release: Release | null; onClose: () => void }) {
  const { message } = App.useApp();
  const revoke = useRevokeRelease();
  return (
    <FormDialog<object>
      open={release !== null}
      title="收回放行"
      submitText="确认收回"
      danger
      testId="release-revoke"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!release) return;
        await revoke({ releaseId: release.releaseId, commandId });
        message.success('放行已收回');
      }}
    >
      {release && (
        <p>
          还没用的 {yuanText(release.amountFen - release.usedFen)}{' '}
          立即失效；已用它通过的订单不受影响。不能恢复，需要时重新放行。
        </p>
      )}
    </FormDialog>
  );
}

interface ReleasesProps {
  account: CreditAccount;
  mayBook: boolean;
  nameOf: NameOf;
}

/** What lets an account pass a step of the overdue ladder. */
export function Releases({ account, mayBook, nameOf }: ReleasesProps) {
  const [isGranting, setGranting] = useState(false);
  const [revoking, setRevoking] = useState<Release | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 84,
    render: (_: unknown, release: Release) =>
      !release.revoked && (
        <Button
          type="link"
          size="small"
          danger
          onClick={() => setRevoking(release)}
          data-testid={`revoke-${release.releaseId}`}
        >
          收回
        </Button>
      ),
  };
  const columns = releaseColumns(nameOf);
  return (
    <>
      <InnerList
        name="credit-releases"
        queryKey={['credit', 'releases', account.sellerId, account.buyerId]}
        fetchPage={releasePages(account)}
        rowKey={({ releaseId }) => releaseId}
        tools={
          mayBook && (
            <Button size="small" onClick={() => setGranting(true)} data-testid="release-new">
              逾期放行
            </Button>
          )
        }
        columns={mayBook ? [...columns, actions] : columns}
        minWidth={980}
        empty={
          <EmptyHint title="没有放行" hint="客户逾期受限、又有理由先发一单时，可以在限额和期限内放行。" />
        }
      />
      <GrantDialog account={account} open={isGranting} onClose={() => setGranting(false)} />
      <RevokeDialog release={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}
