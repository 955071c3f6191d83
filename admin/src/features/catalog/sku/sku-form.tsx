import { Form, Input, InputNumber, Select, Space, type FormInstance } from 'antd';
import { Panel } from '../../../ui/panel';
import { BrandPicker, CategoryPicker } from '../shelf-pickers';
import { zoneWords } from './model';
import type { SkuValues } from './sku-values';
import { UnitRows } from './unit-rows';

const full = { width: '100%' };
const required = (message: string) => [{ required: true, message }];
const written = (message: string) => [{ required: true, whitespace: true, message }];
const zoneOptions = Object.entries(zoneWords).map(([value, label]) => ({ value, label }));
const lifeOptions = [
  { value: 'days', label: '天' },
  { value: 'months', label: '个月' },
];

interface SkuFormProps {
  form: FormInstance<SkuValues>;
  initial: Partial<SkuValues>;
  isNew: boolean;
  disabled: boolean;
}

/** Every field of a SKU, in the sections one looks for them. */
export function SkuForm({ form, initial, isNew, disabled }: SkuFormProps) {
  const baseUnit = Form.useWatch('baseUnit', form) ?? '最小单位';
  return (
    <Form<SkuValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={disabled}
      data-testid="sku-form"
    >
      <Panel title="基本资料">
        <div className="sku-grid">
          <Form.Item
            name="skuId"
            label="商品编号"
            extra={isNew ? '保存后不能修改' : undefined}
            rules={[
              ...written('请填写商品编号'),
              { pattern: /^[0-9A-Za-z_-]{1,40}$/, message: '只用字母、数字、- 和 _' },
            ]}
          >
            <Input maxLength={40} disabled={!isNew || disabled} data-testid="sku-id" />
          </Form.Item>
          <Form.Item name="name" label="名称" className="sku-wide" rules={written('请填写名称')}>
            <Input maxLength={80} data-testid="sku-name" />
          </Form.Item>
          <Form.Item name="spec" label="规格">
            <Input maxLength={40} placeholder="如 550ml" data-testid="sku-spec" />
          </Form.Item>
          <Form.Item name="brand" label="品牌">
            <BrandPicker placeholder="无品牌" testId="sku-brand" />
          </Form.Item>
          <Form.Item name="category" label="分类" rules={required('请选择分类')}>
            <CategoryPicker testId="sku-category" />
          </Form.Item>
          <Form.Item name="productLine" label="产品线" rules={written('请填写产品线')}>
            <Input maxLength={40} data-testid="sku-line" />
          </Form.Item>
          <Form.Item name="temperatureZone" label="温层" rules={required('请选择温层')}>
            <Select options={zoneOptions} />
          </Form.Item>
          <Form.Item name="invoiceEntity" label="开票主体">
            <Input maxLength={80} />
          </Form.Item>
        </div>
      </Panel>
      <Panel title="单位与条码">
        <div className="sku-grid">
          <Form.Item
            name="baseUnit"
            label="最小单位"
            extra={isNew ? '库存和订单都以它计数，保存后不能修改' : '库存和订单以它计数，不能修改'}
            rules={written('请填写最小单位')}
          >
            <Input
              maxLength={8}
              disabled={!isNew || disabled}
              placeholder="如 瓶"
              data-testid="sku-base-unit"
            />
          </Form.Item>
          <Form.Item name="barcode" label={`${baseUnit}条码`}>
            <Input maxLength={32} data-testid="sku-barcode" />
          </Form.Item>
          <Space.Compact block>
            <Form.Item name="weightGrams" label={`每${baseUnit}毛重（克）`} style={full}>
              <InputNumber min={0} max={100_000_000} precision={0} style={full} />
            </Form.Item>
            <Form.Item name="volumeMl" label="体积（毫升）" style={full}>
              <InputNumber min={0} max={1_000_000_000} precision={0} style={full} />
            </Form.Item>
          </Space.Compact>
        </div>
        <UnitRows />
      </Panel>
      <Panel title="保质期与税率">
        <div className="sku-grid">
          <Form.Item label="保质期" htmlFor="lifeCount">
            <Space.Compact block>
              <Form.Item name="lifeCount" noStyle rules={required('请填写保质期')}>
                <InputNumber min={1} max={36_500} precision={0} style={full} data-testid="sku-life" />
              </Form.Item>
              <Form.Item name="lifeUnit" noStyle>
                <Select aria-label="保质期按天或按月" options={lifeOptions} style={{ width: 96 }} />
              </Form.Item>
            </Space.Compact>
          </Form.Item>
          <Form.Item name="stopSaleDays" label="临期禁售（到期前天数）" rules={required('请填写天数')}>
            <InputNumber min={0} max={36_500} precision={0} style={full} data-testid="sku-stop-sale" />
          </Form.Item>
          <Form.Item name="taxPercent" label="税率" rules={required('请填写税率')}>
            <InputNumber min={0} max={100} precision={2} suffix="%" style={full} data-testid="sku-tax" />
          </Form.Item>
        </div>
      </Panel>
      <Panel title="订货限制">
        <div className="sku-grid">
          <Form.Item
            name="minimumQuantity"
            label={`起订量（${baseUnit}，0 为不限）`}
            rules={required('请填写')}
          >
            <InputNumber min={0} max={1_000_000} precision={0} style={full} data-testid="sku-minimum" />
          </Form.Item>
          <Form.Item
            name="multipleQuantity"
            label={`订货倍数（${baseUnit}，0 为不限）`}
            rules={required('请填写')}
          >
            <InputNumber min={0} max={1_000_000} precision={0} style={full} data-testid="sku-multiple" />
          </Form.Item>
          <Form.Item name="maximumQuantity" label={`每单限购（${baseUnit}，空为不限）`}>
            <InputNumber min={0} max={1_000_000} precision={0} style={full} data-testid="sku-maximum" />
          </Form.Item>
        </div>
      </Panel>
    </Form>
  );
}
