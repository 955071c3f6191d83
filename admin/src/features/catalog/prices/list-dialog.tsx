import { App, Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { CustomerKindFields } from '../customer-kind-fields';
import { DaySpanFields } from '../../../ui/day-span-fields';
import { GroupPicker } from '../shelf-pickers';
import { type Audience, listInputOf, listValuesOf, type ListValues } from './list-values';
import { type PriceList } from './model';
import { usePutPriceList } from './queries';

interface ListDialogProps {
  /** A list to change, or a new one; closed while there is neither. */
  subject: PriceList | 'new' | null;
  today: string;
  onClose: () => void;
  onAdded?: (list: PriceList) => void;
  /** Fields that pick what other features know. */
  buyerField: ReactNode;
  regionsField: ReactNode;
}

const audiences: readonly { value: Audience; label: string }[] = [
  { value: 'everybody', label: '所有客户' },
  { value: 'customer', label: '一个客户' },
  { value: 'group', label: '客户组' },
  { value: 'kind', label: '级别、区域或渠道' },
];
const required = (message: string) => [{ required: true, message }];

/** Writes the head of a price list: its name, whom it is for and from when until when. */
export function ListDialog({ subject, today, onClose, onAdded, ...fields }: ListDialogProps) {
  const { message } = App.useApp();
  const put = usePutPriceList();
  const list = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<ListValues>
      open={subject !== null}
      title={list ? `修改价目表 · ${list.name}` : '新建价目表'}
      submitText="保存"
      width={620}
      testId="price-list"
      onClose={onClose}
      initialValues={list ? listValuesOf(list) : { audience: 'everybody', priority: 0, startsOn: today }}
      onSubmit={async (values, commandId) => {
        const saved = await put({
          commandId,
          ...(list ? { priceListId: list.priceListId } : {}),
          ...listInputOf(values),
          expectedVersion: list?.version ?? 0,
        });
        message.success('价目表已保存');
        if (!list) onAdded?.(saved);
      }}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={80} data-testid="price-list-name" />
      </Form.Item>
      <Form.Item name="audience" label="适用客户">
        <Radio.Group optionType="button" options={[...audiences]} data-testid="price-list-audience" />
      </Form.Item>
      <AudienceFields {...fields} />
      <div className="form-grid">
        <DaySpanFields />
        <Form.Item name="priority" label="优先级（大的先用）" rules={required('请填写优先级')}>
          <InputNumber min={-1_000} max={1_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function AudienceFields({ buyerField, regionsField }: Pick<ListDialogProps, 'buyerField' | 'regionsField'>) {
  const audience = Form.useWatch('audience') as Audience | undefined;
  if (audience === 'customer')
    return (
      <Form.Item name="buyerId" label="客户" rules={required('请选择客户')}>
        {buyerField}
      </Form.Item>
    );
  if (audience === 'group')
    return (
      <Form.Item name="groupId" label="客户组" rules={required('请选择客户组')}>
        <GroupPicker testId="price-list-group" />
      </Form.Item>
    );
  if (audience !== 'kind') return null;
  return <CustomerKindFields subject="一张价目表" testId="price-list" regionsField={regionsField} />;
}
