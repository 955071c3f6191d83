import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { channelWords } from './prices/model';

const levels = Array.from({ length: 10 }, (_, level) => ({ value: level, label: `${level} 级` }));
const channels = Object.entries(channelWords).map(([value, label]) => ({ value, label }));

/** The kind of customers that `subject` is for: by level, region and channel, each of which may be any. */
export const CustomerKindFields = ({
  subject,
  testId,
  regionsField,
}: {
  subject: string;
  testId: string;
  regionsField: ReactNode;
}) => (
  <div className="form-grid">
    <Form.Item name="level" label="级别">
      <Select allowClear options={levels} placeholder="不限" data-testid={`${testId}-level`} />
    </Form.Item>
    <Form.Item
      name="regions"
      label="区域"
      rules={[{ type: 'array', max: 1, message: `${subject}只能选一个区域` }]}
    >
      {regionsField}
    </Form.Item>
    <Form.Item name="channel" label="渠道">
      <Select allowClear options={channels} placeholder="不限" />
    </Form.Item>
  </div>
);
