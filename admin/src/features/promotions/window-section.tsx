import { Checkbox, Form, Select, Switch } from 'antd';
import { Explained } from './form-item';
import { clockText } from '../../ui/shanghai';
import { weekdayWords } from './words';
import { WindowFields } from '../../ui/window-fields';

const STEP_MINUTES = 30;
const DAY_MINUTES = 1_440;
const halfHours = Array.from({ length: DAY_MINUTES / STEP_MINUTES + 1 }, (_, index) => index * STEP_MINUTES);

interface MinuteInputProps {
  id?: string;
  label: string;
  value?: number;
  onChange?: (minute: number) => void;
}

/** A time of day by the half hour; another that is written already stays among the choices. */
function MinuteInput({ label, value, ...given }: MinuteInputProps) {
  const minutes = value === undefined || halfHours.includes(value) ? halfHours : [...halfHours, value];
  return (
    <Select<number>
      {...given}
      aria-label={label}
      value={value}
      options={[...minutes]
        .sort((one, other) => one - other)
        .map((minute) => ({ value: minute, label: clockText(minute) }))}
    />
  );
}

/** From when until when, on which days, at what hours. */
export function WindowSection() {
  const isAllDay = Form.useWatch('isAllDay') as boolean | undefined;
  return (
    <div className="section-grid">
      <WindowFields testId="promotion" />
      <Explained name="weekdays" label="星期" hint="都不选：每天" className="section-wide">
        <Checkbox.Group options={weekdayWords.map((label, index) => ({ label, value: index + 1 }))} />
      </Explained>
      <Form.Item name="isAllDay" label="全天" valuePropName="checked">
        <Switch checkedChildren="全天" unCheckedChildren="限时段" />
      </Form.Item>
      {isAllDay === false && (
        <div className="section-pair">
          <Form.Item name="fromMinute" label="每天从">
            <MinuteInput label="每天从" />
          </Form.Item>
          <Form.Item name="untilMinute" label="到">
            <MinuteInput label="到" />
          </Form.Item>
        </div>
      )}
    </div>
  );
}
