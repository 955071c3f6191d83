import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../api';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemView } from '../../ui/problem-view';
import { useCommand } from '../../ui/use-command';

const autoSignKey = ['orders', 'auto-sign'];
const MOST_DAYS = 90;

/** After how many days shipments count as signed for, and how that is changed. */
export function AutoSignPanel({ mayChange }: { mayChange: boolean }) {
  const { message } = App.useApp();
  const autoSign = useQuery({ queryKey: autoSignKey, queryFn: () => api.orders.autoSign({}) });
  const set = useCommand(autoSignKey, api.orders.setAutoSign);
  const [isChanging, setChanging] = useState(false);
  if (autoSign.isError) return <ProblemView error={autoSign.error} onRetry={() => void autoSign.refetch()} />;
  if (autoSign.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  const { autoSignDays } = autoSign.data;
  return (
    <>
      <p>
        发货满{' '}
        <b className="tp-figure" data-testid="auto-sign-days">
          {autoSignDays}
        </b>{' '}
        天客户还没有签收，按全部收到自动签收。
      </p>
      <p className="tp-muted">自动签收后生成应收账单、计算返利；客户之后发现少货或破损，走售后。</p>
      {mayChange && (
        <Button onClick={() => setChanging(true)} data-testid="auto-sign-change">
          修改天数
        </Button>
      )}
      <FormDialog<{ autoSignDays: number }>
        open={isChanging}
        title="修改自动签收"
        submitText="保存"
        testId="auto-sign"
        onClose={() => setChanging(false)}
        initialValues={{ autoSignDays }}
        onSubmit={async (values, commandId) => {
          await set({ commandId, ...values });
          message.success(`已改为发货后 ${values.autoSignDays} 天自动签收`);
        }}
      >
        <Form.Item
          name="autoSignDays"
          label="发货后几天自动签收"
          rules={[{ required: true, message: '请填写天数' }]}
        >
          <InputNumber
            min={1}
            max={MOST_DAYS}
            precision={0}
            suffix="天"
            style={{ width: '100%' }}
            data-testid="auto-sign-input"
          />
        </Form.Item>
      </FormDialog>
    </>
  );
}
