import { Form } from 'antd';
import { DayInput } from './instant-input';

interface DaySpanFieldsProps {
  /** What the first day is called, 生效日 unless said otherwise. */
  startLabel?: string;
  /** What the day after the last is called; leaving it empty means until further notice. */
  endLabel?: string;
}

/** The fields of a form that say from which day and until before which day something holds. */
export const DaySpanFields = ({
  startLabel = '生效日',
  endLabel = '截止日（不含当日，空为长期）',
}: DaySpanFieldsProps) => (
  <>
    <Form.Item
      name="startsOn"
      label={startLabel}
      rules={[{ required: true, message: `请选择${startLabel}` }]}
    >
      <DayInput />
    </Form.Item>
    <Form.Item
      name="endsOn"
      label={endLabel}
      dependencies={['startsOn']}
      rules={[
        ({ getFieldValue }) => ({
          validator: async (_, endsOn: string | undefined) => {
            if (endsOn && endsOn <= String(getFieldValue('startsOn'))) throw new Error(`要晚于${startLabel}`);
          },
        }),
      ]}
    >
      <DayInput />
    </Form.Item>
  </>
);
