import { App, Form, InputNumber, Radio, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { channelOptions } from '../../../ui/channels';
import { FormDialog } from '../../../ui/form-dialog';
import { DaySpanFields } from '../../../ui/day-span-fields';
import '../stock.css';
import { optionsOf } from '../words';
import { type LifeRule, useAddLifeRule } from './queries';
import { bpOfPercent, lifeScopes } from './words';

interface LifeRuleValues {
  readonly scope: LifeRule['scope'];
  readonly buyerId?: string;
  readonly channel?: string;
  readonly skuId?: string;
  readonly category?: string;
  readonly minimumLifePercent?: number | null;
  readonly minimumDays?: number | null;
  readonly maximumLots?: number | null;
  readonly refusesOlder: boolean;
  readonly startsOn: string;
  readonly endsOn?: string;
}

interface LifeRuleDialogProps {
  open: boolean;
  today: string;
  onClose: () => void;
  /** Fields that pick what other features know. */
  buyerField: ReactNode;
  skuField: ReactNode;
  categoryField: ReactNode;
}

const required = (message: string) => [{ required: true, message }];
const whole = { precision: 0, style: { width: '100%' } } as const;
const goodsOf = ({ scope, skuId, category }: LifeRuleValues) => {
  if (scope === 'buyerSku') return skuId ?? '';
  return scope === 'buyerCategory' ? (category ?? '') : '';
};

/** Adds a rule of freshness: for whom, for which goods, and what it asks. */
export function LifeRuleDialog({ open, today, onClose, ...fields }: LifeRuleDialogProps) {
  const { message } = App.useApp();
  const add = useAddLifeRule();
  return (
    <FormDialog<LifeRuleValues>
      open={open}
      title="新建效期要求"
      submitText="保存要求"
      width={640}
      testId="life-rule"
      onClose={onClose}
      initialValues={{ scope: 'channel', refusesOlder: true, startsOn: today }}
      onSubmit={async (values, ruleId) => {
        await add({
          ruleId,
          scope: values.scope,
          subject: (values.scope === 'channel' ? values.channel : values.buyerId) ?? '',
          goods: goodsOf(values),
          minimumDays: values.minimumDays ?? 0,
          minimumLifeBp: bpOfPercent(values.minimumLifePercent ?? 0),
          maximumLots: values.maximumLots ?? null,
          refusesOlder: values.refusesOlder,
          startsOn: values.startsOn,
          endsOn: values.endsOn ?? null,
        });
        message.success('要求已保存，之后的订单按它配批次');
      }}
    >
      <Form.Item name="scope" label="对谁">
        <Radio.Group optionType="button" options={optionsOf(lifeScopes)} data-testid="life-rule-scope" />
      </Form.Item>
      <SubjectFields {...fields} />
      <div className="form-grid">
        <Form.Item name="minimumLifePercent" label="到货剩余效期至少（%）" extra="占整个保质期">
          <InputNumber
            min={0}
            max={100}
            precision={2}
            style={{ width: '100%' }}
            data-testid="life-rule-percent"
          />
        </Form.Item>
        <Form.Item name="minimumDays" label="到货剩余天数至少" extra="两项都填时取更严的">
          <InputNumber min={0} max={3_650} {...whole} data-testid="life-rule-days" />
        </Form.Item>
        <Form.Item name="maximumLots" label="单行最多批次" extra="留空不限">
          <InputNumber min={1} max={50} {...whole} data-testid="life-rule-lots" />
        </Form.Item>
      </div>
      <Form.Item
        name="refusesOlder"
        label="不倒批"
        valuePropName="checked"
        extra="不发比该客户上次收到的更早到期的批次"
      >
        <Switch data-testid="life-rule-older" />
      </Form.Item>
      <div className="stock-pair">
        <DaySpanFields />
      </div>
    </FormDialog>
  );
}

type Pickers = Pick<LifeRuleDialogProps, 'buyerField' | 'skuField' | 'categoryField'>;

function SubjectFields({ buyerField, skuField, categoryField }: Pickers) {
  const scope = Form.useWatch('scope') as LifeRule['scope'] | undefined;
  if (scope === undefined || scope === 'channel')
    return (
      <Form.Item name="channel" label="渠道" rules={required('请选择渠道')}>
        <Select options={channelOptions} data-testid="life-rule-channel" />
      </Form.Item>
    );
  return (
    <>
      <Form.Item name="buyerId" label="客户" rules={required('请选择客户')}>
        {buyerField}
      </Form.Item>
      {scope === 'buyerSku' && (
        <Form.Item name="skuId" label="商品" rules={required('请选择商品')}>
          {skuField}
        </Form.Item>
      )}
      {scope === 'buyerCategory' && (
        <Form.Item name="category" label="分类" rules={required('请选择分类')}>
          {categoryField}
        </Form.Item>
      )}
    </>
  );
}
