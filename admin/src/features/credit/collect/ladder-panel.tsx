import { App, Button, Form, InputNumber, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { Panel } from '../../../ui/panel';
import { ProblemView } from '../../../ui/problem-view';
import { useLadder, useSetLadder, type Ladder } from '../queries';
import { lateSteps, stepWords } from '../words';

interface LadderForm extends Record<(typeof lateSteps)[number], number> {
  ignoredYuan: number;
  ignoredPercent: number;
  remindEveryDays: number;
}

const formOf = ({ fromDays, ignoredFen, ignoredBp, remindEveryDays }: Ladder): LadderForm => ({
  ...fromDays,
  ignoredYuan: ignoredFen / 100,
  ignoredPercent: ignoredBp / 100,
  remindEveryDays,
});

const Days = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: '请填写天数' }]}>
    <InputNumber min={1} max={1000} precision={0} suffix="天" style={{ width: '100%' }} />
  </Form.Item>
);

function LadderDialog({ ladder, onClose }: { ladder: Ladder | null; onClose: () => void }) {
  const { message } = App.useApp();
  const setLadder = useSetLadder();
  return (
    <FormDialog<LadderForm>
      open={ladder !== null}
      title="修改逾期阶梯"
      submitText="保存，明天起生效"
      testId="ladder"
      onClose={onClose}
      initialValues={ladder ? formOf(ladder) : undefined}
      onSubmit={async ({ ignoredYuan, ignoredPercent, remindEveryDays, ...fromDays }, commandId) => {
        await setLadder({
          commandId,
          fromDays,
          ignoredFen: fenOfYuan(ignoredYuan),
          ignoredBp: Math.round(ignoredPercent * 100),
          remindEveryDays,
        });
        message.success('逾期阶梯已保存，明天起生效');
      }}
    >
      <p className="tp-muted">从逾期第几天起到哪一级，天数须逐级递增。已到的级别明早按新阶梯重新判定。</p>
      <div className="credit-pair">
        {lateSteps.map((step) => (
          <Days key={step} name={step} label={`${stepWords[step].text}，逾期满`} />
        ))}
        <Days name="remindEveryDays" label="每隔几天提醒一次" />
        <Form.Item
          name="ignoredYuan"
          label="逾期不超过此金额不算"
          rules={[{ required: true, message: '请填写金额' }]}
        >
          <InputNumber min={0} precision={2} prefix="¥" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="ignoredPercent"
          label="或不超过应收的"
          rules={[{ required: true, message: '请填写比例' }]}
        >
          <InputNumber min={0} max={100} precision={2} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

/** The overdue ladder of one's customers, and how it is changed. */
export function LadderPanel() {
  const ladder = useLadder();
  const [changing, setChanging] = useState<Ladder | null>(null);
  const now = ladder.data?.now;
  const coming = ladder.data?.versions.find(({ version }) => version > (now?.version ?? 0));
  return (
    <Panel
      title="逾期阶梯"
      extra={
        now && (
          <Button size="small" onClick={() => setChanging(coming ?? now)} data-testid="ladder-change">
            修改
          </Button>
        )
      }
    >
      {ladder.isError && <ProblemView error={ladder.error} onRetry={() => void ladder.refetch()} />}
      {ladder.isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {now && (
        <>
          <div className="ladder-steps">
            {lateSteps.map((step) => (
              <span key={step} className="tag-row">
                <Tag color={stepWords[step].color}>{stepWords[step].text}</Tag>
                逾期满 <b className="tp-figure">{now.fromDays[step]}</b> 天
              </span>
            ))}
          </div>
          <p className="tp-muted tp-small">
            逾期不超过 {yuanText(now.ignoredFen)} 或应收的 {now.ignoredBp / 100}% 不算；每{' '}
            {now.remindEveryDays} 天提醒一次。
            {coming && ` 新的一版自 ${coming.startsOn} 起生效。`}
          </p>
        </>
      )}
      <LadderDialog ladder={changing} onClose={() => setChanging(null)} />
    </Panel>
  );
}
