import { Form } from 'antd';
import { dayOf } from '../../ui/format';
import { DayInput } from '../../ui/instant-input';

/** When goods were made: today at the latest. */
export const ProductionDayField = () => (
  <Form.Item
    name="producedOn"
    label="生产日期"
    rules={[
      { required: true, message: '请选择生产日期' },
      {
        validator: async (_, producedOn?: string) => {
          if (producedOn && producedOn > dayOf(new Date())) throw new Error('生产日期不能晚于今天');
        },
      },
    ]}
  >
    <DayInput />
  </Form.Item>
);
