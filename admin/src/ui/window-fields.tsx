import { Form } from 'antd';
import { InstantInput } from './instant-input';

/** The fields of a form that say from when until when something is; test ids begin with `testId`. */
export const WindowFields = ({ testId }: { testId: string }) => (
  <>
    <Form.Item name="startsAt" label="开始" rules={[{ required: true, message: '请选择开始时间' }]}>
      <InstantInput testId={`${testId}-starts`} />
    </Form.Item>
    <Form.Item
      name="endsAt"
      label="结束（到这一刻为止）"
      dependencies={['startsAt']}
      rules={[
        { required: true, message: '请选择结束时间' },
        ({ getFieldValue }) => ({
          validator: async (_, endsAt: string | undefined) => {
            if (endsAt && endsAt <= String(getFieldValue('startsAt')))
              throw new Error('结束时间要晚于开始时间');
          },
        }),
      ]}
    >
      <InstantInput testId={`${testId}-ends`} />
    </Form.Item>
  </>
);
