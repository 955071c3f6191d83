import { Collapse, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { channelOptions } from '../../ui/channels';
import { DayInput } from '../../ui/instant-input';
import type { GrantValues } from './grant-values';
import { kindWords } from './model';
import { useProductLines } from './queries';
import { RegionsPicker } from './regions-picker';

/** Fields that pick what other features know. */
export interface GrantPickers {
  readonly seller: (disabled: boolean) => ReactNode;
  readonly skus: (testId: string) => ReactNode;
  readonly categories: (testId: string) => ReactNode;
}

const kindOptions = (['regular', 'temporary'] as const).map((value) => ({ value, label: kindWords[value] }));
const mostUnits = 1_000_000_000;
const required = (message: string) => [{ required: true, message }];

/** Choices of goods that few grants make. */
const GoodsFields = ({ pickers }: { pickers: GrantPickers }) => (
  <div className="grant-form">
    <Form.Item name="onlyCategories" label="只含这些品类（不选为全部）">
      {pickers.categories('grant-only-categories')}
    </Form.Item>
    <Form.Item name="excludedCategories" label="排除品类">
      {pickers.categories('grant-excluded-categories')}
    </Form.Item>
    <Form.Item
      name="includedSkuIds"
      label="另含商品（不论产品线）"
      dependencies={['productLine']}
      rules={[
        ({ getFieldValue }) => ({
          validator: async (_, skuIds: readonly string[] = []) => {
            if (getFieldValue('productLine') === '' && skuIds.length === 0)
              throw new Error('仅指定商品时，请至少选一个商品');
          },
        }),
      ]}
    >
      {pickers.skus('grant-included-skus')}
    </Form.Item>
    <Form.Item name="excludedSkuIds" label="排除商品">
      {pickers.skus('grant-excluded-skus')}
    </Form.Item>
  </div>
);

/** Who, what, where, by which channel and when. */
export function GrantFields({ isNew, pickers }: { isNew: boolean; pickers: GrantPickers }) {
  const lines = useProductLines();
  const isPermit = (Form.useWatch('kind') as GrantValues['kind'] | undefined) === 'temporary';
  const lineOptions = [
    { value: '*', label: '全部产品线' },
    ...(lines.data ?? []).map((value) => ({ value, label: value })),
    { value: '', label: '仅指定商品' },
  ];
  return (
    <>
      <div className="grant-form">
        <Form.Item name="kind" label="类型" className="grant-wide">
          <Radio.Group disabled={!isNew} options={kindOptions} optionType="button" data-testid="grant-kind" />
        </Form.Item>
        <Form.Item name="sellerId" label="经销商" rules={required('请选择经销商')}>
          {pickers.seller(!isNew)}
        </Form.Item>
        <Form.Item
          name="name"
          label="授权名称"
          rules={[{ required: true, whitespace: true, message: '请填写授权名称' }]}
        >
          <Input maxLength={80} data-testid="grant-name" />
        </Form.Item>
        <Form.Item name="productLine" label="产品线">
          <Select options={lineOptions} loading={lines.isPending} data-testid="grant-line" />
        </Form.Item>
        <Form.Item name="channels" label="渠道（不选为全部）">
          <Select mode="multiple" allowClear options={channelOptions} data-testid="grant-channels" />
        </Form.Item>
        <Form.Item
          name="areas"
          label="授权区域"
          className="grant-wide"
          dependencies={['remainderAreas']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, areas: readonly string[] = []) => {
                const remainder = (getFieldValue('remainderAreas') as readonly string[] | undefined) ?? [];
                if (areas.length + remainder.length === 0) throw new Error('请选择授权区域');
              },
            }),
          ]}
        >
          <RegionsPicker withCountry testId="grant-areas" />
        </Form.Item>
        <Form.Item name="excludedAreas" label="排除区域">
          <RegionsPicker testId="grant-excluded-areas" />
        </Form.Item>
        <Form.Item name="remainderAreas" label="其余地区（未另授他人的部分）" hidden={isPermit}>
          <RegionsPicker withCountry testId="grant-remainder" />
        </Form.Item>
        <Form.Item name="startsOn" label="生效日" rules={required('请选择生效日')}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={isPermit ? '失效日（当天起不再有效）' : '失效日（当天起不再有效，不填为长期）'}
          dependencies={['startsOn', 'kind']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, endsOn: string | undefined) => {
                if (!endsOn && getFieldValue('kind') === 'temporary') throw new Error('临时许可须有失效日');
                if (endsOn && endsOn <= String(getFieldValue('startsOn')))
                  throw new Error('失效日要晚于生效日');
              },
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
        {isPermit ? (
          <Form.Item name="quantityCap" label="用量上限（基本单位，不填不限）">
            <InputNumber
              min={1}
              max={mostUnits}
              precision={0}
              style={{ width: '100%' }}
              data-testid="grant-cap"
            />
          </Form.Item>
        ) : (
          <Form.Item name="exclusive" label="独家" valuePropName="checked">
            <Switch aria-label="独家" data-testid="grant-exclusive" />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label="事由"
          rules={isPermit ? [{ required: true, whitespace: true, message: '临时许可须写明事由' }] : []}
        >
          <Input maxLength={200} data-testid="grant-reason" />
        </Form.Item>
      </div>
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'goods',
            label: '更细的商品范围',
            forceRender: true,
            children: <GoodsFields pickers={pickers} />,
          },
        ]}
      />
    </>
  );
}
