import { Form, Select } from 'antd';
import { usePickers } from './pickers';
import { channelWords, levelWords } from './words';

const MOST_LEVELS = 9;
const levelOptions = Array.from({ length: MOST_LEVELS }, (_, index) => ({
  value: index + 1,
  label: levelWords[index + 1] ?? `${index + 1} 级`,
}));
const channelOptions = Object.entries(channelWords).map(([value, label]) => ({ value, label }));

/** Whom it is for; an empty field asks nothing, and filled ones must all be met. */
export function AudienceSection() {
  const { Regions, Groups, Parties } = usePickers();
  return (
    <div className="section-grid">
      <Form.Item name={['audience', 'levels']} label="渠道级别">
        <Select mode="multiple" allowClear options={levelOptions} placeholder="不限" />
      </Form.Item>
      <Form.Item name={['audience', 'channels']} label="渠道类型">
        <Select mode="multiple" allowClear options={channelOptions} placeholder="不限" />
      </Form.Item>
      <Form.Item name={['audience', 'regionPrefixes']} label="区域">
        <Regions placeholder="不限；可选省、市、区县" testId="audience-regions" />
      </Form.Item>
      <Form.Item name={['audience', 'groupIds']} label="客户分组">
        <Groups placeholder="不限" />
      </Form.Item>
      <Form.Item name={['audience', 'buyerIds']} label="只给这些客户">
        <Parties placeholder="不限" testId="audience-buyers" />
      </Form.Item>
      <Form.Item name={['audience', 'excludedBuyerIds']} label="排除这些客户">
        <Parties placeholder="没有" />
      </Form.Item>
    </div>
  );
}
