import { App, Form, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { CustomerKindFields } from '../customer-kind-fields';
import { DayInput } from '../../../ui/instant-input';
import { type PriceList } from '../prices/model';
import { CategoryPicker } from '../shelf-pickers';
import { SkuPicker } from '../sku-picker';
import { type OrderingRule, usePutOrderingRule } from './queries';
import { type RuleAudience, type RuleGoods, ruleInputOf, type RuleValues, ruleValuesOf } from './rule-values';

interface RuleDialogProps {
  /** A rule to change, or a new one; closed while there is neither. */
  subject: OrderingRule | 'new' | null;
  today: string;
  priceLists: readonly PriceList[];
  onClose: () => void;
  /** Fields that pick what other features know. */
  buyerField: ReactNode;
  regionsField: ReactNode;
}

const audiences: readonly { value: RuleAudience; label: string }[] = [
  { value: 'everybody', label: '所有客户' },
  { value: 'customer', label: '一个客户' },
  { value: 'priceList', label: '价目表' },
  { value: 'kind', label: '级别、区域或渠道' },
];
const goods: readonly { value: RuleGoods; label: string }[] = [
  { value: 'all', label: '全部商品' },
  { value: 'category', label: '分类' },
  { value: 'sku', label: '一个商品' },
];
const required = (message: string) => [{ required: true, message }];
const whole = { min: 0, max: 1_000_000, precision: 0, style: { width: '100%' } } as const;

/** Writes an ordering rule: for whom, for which goods, and what it asks. */
export function RuleDialog({ subject, today, onClose, ...fields }: RuleDialogProps) {
  const { message } = App.useApp();
  const put = usePutOrderingRule();
  const rule = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<RuleValues>
      open={subject !== null}
      title={rule ? '修改订货规则' : '新建订货规则'}
      submitText="保存规则"
      width={680}
      testId="rule"
      onClose={onClose}
      initialValues={rule ? ruleValuesOf(rule) : { audience: 'everybody', goods: 'all', startsOn: today }}
      onSubmit={async (values, commandId) => {
        const identity = rule ? { ruleId: rule.ruleId } : {};
        await put({ commandId, ...identity, ...ruleInputOf(values), expectedVersion: rule?.version ?? 0 });
        message.success('规则已保存，新订单立即按它检查');
      }}
    >
      <Form.Item name="audience" label="适用客户">
        <Radio.Group optionType="button" options={[...audiences]} data-testid="rule-audience" />
      </Form.Item>
      <AudienceFields {...fields} />
      <Form.Item name="goods" label="适用商品">
        <Radio.Group optionType="button" options={[...goods]} data-testid="rule-goods" />
      </Form.Item>
      <GoodsFields />
      <p className="tp-muted tp-small">空着的沿用上一层的要求，填 0 表示免除。</p>
      <div className="form-grid">
        <Form.Item name="minimumQuantity" label="起订量（最小单位）">
          <InputNumber {...whole} data-testid="rule-minimum" />
        </Form.Item>
        <Form.Item name="multipleQuantity" label="订货倍数（最小单位）">
          <InputNumber {...whole} data-testid="rule-multiple" />
        </Form.Item>
        <Form.Item name="maximumQuantity" label="每单限购（最小单位）">
          <InputNumber {...whole} data-testid="rule-maximum" />
        </Form.Item>
      </div>
      <OrderFields />
      <div className="form-grid">
        <Form.Item name="startsOn" label="生效日" rules={required('请选择生效日')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="endsOn" label="截止日（不含当日，空为长期）">
          <DayInput />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

type Pickers = Pick<RuleDialogProps, 'priceLists' | 'buyerField' | 'regionsField'>;

function AudienceFields({ priceLists, buyerField, regionsField }: Pickers) {
  const audience = Form.useWatch('audience') as RuleAudience | undefined;
  if (audience === 'customer')
    return (
      <Form.Item name="buyerId" label="客户" rules={required('请选择客户')}>
        {buyerField}
      </Form.Item>
    );
  if (audience === 'priceList')
    return (
      <Form.Item name="priceListId" label="价目表" rules={required('请选择价目表')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={priceLists.map(({ priceListId, name }) => ({ value: priceListId, label: name }))}
        />
      </Form.Item>
    );
  if (audience !== 'kind') return null;
  return <CustomerKindFields subject="一条规则" testId="rule" regionsField={regionsField} />;
}

function GoodsFields() {
  const chosen = Form.useWatch('goods') as RuleGoods | undefined;
  if (chosen === 'category')
    return (
      <Form.Item name="category" label="分类" rules={required('请选择分类')}>
        <CategoryPicker testId="rule-category" />
      </Form.Item>
    );
  if (chosen !== 'sku') return null;
  return (
    <Form.Item name="skuId" label="商品" rules={required('请选择商品')}>
      <SkuPicker testId="rule-sku" />
    </Form.Item>
  );
}

const OrderFields = () => (
  <div className="form-grid">
    <Form.Item name="orderYuan" label="每单起送金额（元）">
      <InputNumber
        min={0}
        max={100_000_000_000}
        precision={2}
        style={{ width: '100%' }}
        data-testid="rule-yuan"
      />
    </Form.Item>
    <Form.Item name="orderCases" label="每单起送箱数">
      <InputNumber {...whole} data-testid="rule-cases" />
    </Form.Item>
    <Form.Item name="orderKilograms" label="每单起送重量（公斤）">
      <InputNumber min={0} max={1_000_000} precision={3} style={{ width: '100%' }} />
    </Form.Item>
  </div>
);
