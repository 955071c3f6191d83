import { App, Form, InputNumber } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { DayInput } from '../../../ui/instant-input';
import { type BorderPolicy, usePutBorderPolicy } from './queries';
import { kilometresOf, metresOf } from './words';

const BP_PER_TIME = 10_000;

interface BorderValues {
  readonly startsOn: string;
  readonly borderKilometres: number;
  readonly absorptionTimes: number;
}

interface BorderDialogProps {
  open: boolean;
  /** Whom it is for, by id and by name. */
  seller: { readonly sellerId: string; readonly name: string };
  /** What holds now, to begin from. */
  now: BorderPolicy | undefined;
  today: string;
  onClose: () => void;
}

const required = (message: string) => [{ required: true, message }];

/** Sets the border distance and absorption factor from a day on; the same day again replaces it. */
export function BorderDialog({ open, seller, now, today, onClose }: BorderDialogProps) {
  const { message } = App.useApp();
  const put = usePutBorderPolicy();
  return (
    <FormDialog<BorderValues>
      open={open}
      title={`设置边界规则 · ${seller.name}`}
      submitText="保存规则"
      testId="border"
      onClose={onClose}
      initialValues={{
        startsOn: today,
        borderKilometres: now && kilometresOf(now.borderMetres),
        absorptionTimes: now && now.absorptionBp / BP_PER_TIME,
      }}
      onSubmit={async ({ startsOn, borderKilometres, absorptionTimes }, commandId) => {
        await put({
          commandId,
          sellerId: seller.sellerId,
          startsOn,
          borderMetres: metresOf(borderKilometres),
          absorptionBp: Math.round(absorptionTimes * BP_PER_TIME),
        });
        message.success('边界规则已保存');
      }}
    >
      <Form.Item name="startsOn" label="生效日" extra="同一天再设一次会替换" rules={required('请选择生效日')}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="borderKilometres"
        label="边界缓冲（公里）"
        extra="收货点离授权区域边界这么近的，不直接拦截，转人工审核；0 为不缓冲"
        rules={required('请填写距离')}
      >
        <InputNumber min={0} max={10} precision={3} style={{ width: '100%' }} data-testid="border-distance" />
      </Form.Item>
      <Form.Item
        name="absorptionTimes"
        label="消化系数（倍）"
        extra="区域 30 天最多进货 = 动销 × 系数 + 应有库存；超出的转人工审核"
        rules={required('请填写系数')}
      >
        <InputNumber min={0} max={10} precision={2} style={{ width: '100%' }} data-testid="border-factor" />
      </Form.Item>
    </FormDialog>
  );
}
