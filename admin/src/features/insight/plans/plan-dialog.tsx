import { Form, Input, Segmented, Select } from 'antd';
import { ulid } from 'ulid';
import { useState } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { formatWords, type Plan, reportWords, rhythmWords, sideWords, spanWords, weekdays } from './model';
import { usePutPlan } from './queries';

type Values = Pick<Plan, 'name' | 'report' | 'side' | 'span' | 'rhythm' | 'onDay' | 'hour' | 'format'>;

interface PlanDialogProps {
  /** The plan to change; null for a new one. */
  plan: Plan | null;
  isHeadquarters: boolean;
  seesMoney: boolean;
  open: boolean;
  onClose: () => void;
}

const usual: Values = {
  name: '',
  report: 'goods',
  side: 'own',
  span: 'lastWeek',
  rhythm: 'weekly',
  onDay: 1,
  hour: 8,
  format: 'xlsx',
};
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const daysOf = {
  weekly: weekdays.map((name, at) => ({ value: at + 1, label: `周${name}` })),
  monthly: Array.from({ length: 28 }, (_, at) => ({ value: at + 1, label: `${at + 1} 日` })),
};

const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));

/** Plans a report, or changes a plan. */
export function PlanDialog({ plan, isHeadquarters, seesMoney, open, onClose }: PlanDialogProps) {
  const put = usePutPlan();
  const [newId] = useState(() => ulid());
  const reports = optionsOf(reportWords).filter(
    ({ value }) => (value !== 'receivables' || seesMoney) && (value !== 'seller' || isHeadquarters),
  );
  return (
    <FormDialog<Values>
      open={open}
      title={plan ? '修改定时导出' : '新建定时导出'}
      submitText={plan ? '保存' : '新建'}
      onClose={onClose}
      testId="plan-form"
      width={520}
      initialValues={plan ?? { ...usual, side: isHeadquarters ? 'channel' : 'own' }}
      onSubmit={({ onDay, ...values }, commandId) =>
        put({
          ...{ commandId, planId: plan?.planId ?? newId, expectedVersion: plan?.version ?? 0 },
          ...values,
          side: isHeadquarters ? values.side : 'own',
          onDay: values.rhythm === 'daily' ? 0 : onDay,
          isPaused: plan?.isPaused ?? false,
        })
      }
    >
      {(form) => (
        <>
          <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
            <Input maxLength={40} placeholder="如：每周商品销售" data-testid="plan-name" />
          </Form.Item>
          <Form.Item name="report" label="报表">
            <Select options={reports} data-testid="plan-report" />
          </Form.Item>
          {isHeadquarters && (
            <Form.Item
              name="side"
              label="口径"
              dependencies={['report']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, side) =>
                    getFieldValue('report') === 'seller' && side === 'own'
                      ? Promise.reject(new Error('按经销商只有“经销商销售”口径'))
                      : Promise.resolve(),
                }),
              ]}
            >
              <Segmented options={optionsOf(sideWords)} />
            </Form.Item>
          )}
          <Form.Item name="span" label="时间段" extra="按生成当天往前推，都是已经过完的日子">
            <Select options={optionsOf(spanWords)} data-testid="plan-span" />
          </Form.Item>
          <Form.Item label="生成时间" required={false}>
            <div className="plan-times">
              <Form.Item name="rhythm" noStyle>
                <Select
                  aria-label="频率"
                  options={optionsOf(rhythmWords)}
                  onChange={() => form.setFieldValue('onDay', 1)}
                  data-testid="plan-rhythm"
                />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => {
                  const rhythm = getFieldValue('rhythm') as Values['rhythm'];
                  return rhythm === 'daily' ? null : (
                    <Form.Item name="onDay" noStyle>
                      <Select aria-label="哪一天" options={daysOf[rhythm]} />
                    </Form.Item>
                  );
                }}
              </Form.Item>
              <Form.Item name="hour" noStyle>
                <Select aria-label="几点" options={hours} />
              </Form.Item>
            </div>
          </Form.Item>
          <Form.Item name="format" label="格式">
            <Segmented options={optionsOf(formatWords)} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
