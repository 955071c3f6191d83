import { App, Form, InputNumber, Select } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { PlacePicker } from '../place-picker';
import { useProductLines } from '../queries';
import { type Capacity, usePutCapacity } from './queries';
import { EVERY, lineText } from './words';

interface CapacityValues {
  readonly areaCode: string;
  readonly productLine: string;
  readonly sellOutQuantity: number;
  readonly stockTargetQuantity: number;
}

interface CapacityDialogProps {
  /** A capacity to change, or a new one; closed while there is neither. */
  subject: Capacity | 'new' | null;
  onClose: () => void;
}

const mostUnits = 1_000_000_000;
const required = (message: string) => [{ required: true, message }];
const whole = { min: 0, max: mostUnits, precision: 0, style: { width: '100%' } } as const;

/** Says what an area can absorb of a product line in 30 days. */
export function CapacityDialog({ subject, onClose }: CapacityDialogProps) {
  const { message } = App.useApp();
  const put = usePutCapacity();
  const lines = useProductLines();
  const capacity = subject === null || subject === 'new' ? undefined : subject;
  const isKnown = capacity !== undefined;
  return (
    <FormDialog<CapacityValues>
      open={subject !== null}
      title={isKnown ? `修改区域容量 · ${capacity.areaName}` : '设置区域容量'}
      submitText="保存容量"
      testId="capacity"
      changedCodes={isKnown ? ['territory.capacityChanged'] : undefined}
      version={capacity?.version}
      onClose={onClose}
      initialValues={capacity ?? { productLine: EVERY }}
      onSubmit={async (
        { areaCode, productLine, sellOutQuantity, stockTargetQuantity },
        commandId,
        expectedVersion,
      ) => {
        await put({
          commandId,
          areaCode,
          productLine,
          sellOutQuantity,
          stockTargetQuantity,
          expectedVersion,
        });
        message.success('区域容量已保存');
      }}
    >
      <Form.Item name="areaCode" label="区域" rules={required('请选择区域')}>
        <PlacePicker testId="capacity-area" disabled={isKnown} />
      </Form.Item>
      <Form.Item name="productLine" label="产品线">
        <Select
          disabled={isKnown}
          options={[EVERY, ...(lines.data ?? [])].map((productLine) => ({
            value: productLine,
            label: lineText({ productLine }),
          }))}
          data-testid="capacity-line"
        />
      </Form.Item>
      <Form.Item
        name="sellOutQuantity"
        label="30 天动销（最小单位）"
        extra="当地消费者 30 天买走多少"
        rules={required('请填写动销')}
      >
        <InputNumber {...whole} data-testid="capacity-sell-out" />
      </Form.Item>
      <Form.Item
        name="stockTargetQuantity"
        label="应有库存（最小单位）"
        extra="当地渠道货架上应该有多少"
        rules={required('请填写库存')}
      >
        <InputNumber {...whole} data-testid="capacity-target" />
      </Form.Item>
    </FormDialog>
  );
}
