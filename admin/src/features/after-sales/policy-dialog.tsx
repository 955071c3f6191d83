import { App, Form, Input, InputNumber, Segmented, Switch, Table } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { kindNames, kinds, type Policy, type RequestKind } from './model';
import { usePutPolicy } from './queries';

type Terms = Policy['terms'];

interface PolicyForm {
  kinds: Terms['kinds'];
  quotaPercent: number | null;
  overQuota: Terms['overQuota'];
  swapPercent: number;
  reviewHours: number;
  sendDays: number;
  note?: string;
}

const bpOf = (percent: number) => Math.round(percent * 100);

/** What we take back, until when and how much; saving makes the next version. */
export function PolicyDialog({
  policy,
  open,
  onClose,
}: {
  policy: Policy;
  open: boolean;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const putPolicy = usePutPolicy();
  const { terms, version } = policy;
  return (
    <FormDialog<PolicyForm>
      open={open}
      title={version === 0 ? '售后政策（系统默认）' : `售后政策（第 ${version} 版）`}
      submitText="保存为新版本"
      width={640}
      testId="after-sales-policy"
      onClose={onClose}
      initialValues={{
        kinds: terms.kinds,
        quotaPercent: terms.quotaBp === null ? null : terms.quotaBp / 100,
        overQuota: terms.overQuota,
        swapPercent: terms.swapFromBp / 100,
        reviewHours: terms.reviewHours,
        sendDays: terms.sendDays,
      }}
      onSubmit={async ({ quotaPercent, swapPercent, note = '', ...rest }, commandId) => {
        const quotaBp = quotaPercent === null ? null : bpOf(quotaPercent);
        const next = { ...rest, quotaBp, swapFromBp: bpOf(swapPercent) };
        await putPolicy({ commandId, expectedVersion: version, terms: next, note: note.trim() });
        message.success('新政策已生效，已提交的售后单仍按原政策处理');
      }}
    >
      <Table<{ kind: RequestKind }>
        size="small"
        rowKey={({ kind }) => kind}
        dataSource={kinds.map((kind) => ({ kind }))}
        pagination={false}
        columns={[
          { title: '类型', render: (_, { kind }) => kindNames[kind] },
          {
            title: '受理',
            width: 90,
            render: (_, { kind }) => (
              <Form.Item name={['kinds', kind, 'isOffered']} valuePropName="checked" noStyle>
                <Switch size="small" />
              </Form.Item>
            ),
          },
          {
            title: '签收后几天内',
            width: 140,
            render: (_, { kind }) => (
              <Form.Item name={['kinds', kind, 'windowDays']} rules={[{ required: true }]} noStyle>
                <InputNumber min={0} max={3650} precision={0} />
              </Form.Item>
            ),
          },
          {
            title: '至少照片',
            width: 120,
            render: (_, { kind }) => (
              <Form.Item name={['kinds', kind, 'photos']} rules={[{ required: true }]} noStyle>
                <InputNumber min={0} max={9} precision={0} />
              </Form.Item>
            ),
          },
        ]}
      />
      <div className="after-sales-pair">
        <Form.Item
          name="quotaPercent"
          label="年度退换额度（占当年进货 %）"
          extra="留空不限；质量问题、破损、发错货不占额度"
        >
          <InputNumber min={0} max={100} precision={2} />
        </Form.Item>
        <Form.Item name="overQuota" label="超出额度">
          <Segmented
            options={[
              { label: '人工审核', value: 'review' },
              { label: '直接拒绝', value: 'refuse' },
            ]}
          />
        </Form.Item>
      </div>
      <div className="after-sales-pair">
        <Form.Item
          name="swapPercent"
          label="临期换货：剩余效期至少 %"
          rules={[{ required: true, message: '请填写' }]}
        >
          <InputNumber min={0} max={100} precision={2} />
        </Form.Item>
        <Form.Item
          name="reviewHours"
          label="审核时限（小时）"
          rules={[{ required: true, message: '请填写' }]}
        >
          <InputNumber min={1} max={720} precision={0} />
        </Form.Item>
        <Form.Item name="sendDays" label="寄回期限（天）" rules={[{ required: true, message: '请填写' }]}>
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="note" label="变更说明（选填）">
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
