import { AutoComplete, InputNumber, Select, Switch } from 'antd';
import type { FieldProps } from '../../ui/found-select';
import { baseUnitText, decimalsOf, isOff, typedLimits } from './field-values';
import { DayInput, InstantInput } from '../../ui/instant-input';
import type { RowField } from './model';
import { PercentInput } from './percent-input';
import { usePickers } from './pickers';
import { useKinds } from './queries';

const usualUnits = ['箱', '件', '提', '袋', '瓶', '罐', '盒', baseUnitText];

interface RuleInputProps extends FieldProps<unknown> {
  field: RowField;
  /** Hears what was chosen, beside the form. */
  onPicked?: (value: unknown) => void;
}

/** The input for a field of a rule, by its type. */
export function RuleInput({ field, onPicked, ...given }: RuleInputProps) {
  const { Sku, Skus } = usePickers();
  const text = given as FieldProps<string | undefined>;
  switch (field.type) {
    case 'fen':
    case 'priceE4':
    case 'quantity':
      return <NumberInput {...(given as FieldProps<number | null>)} field={field} />;
    case 'bp':
      return <PercentInput {...(given as FieldProps<string>)} isOff={isOff(field)} />;
    case 'unit':
      return <UnitInput {...text} isOptional={field.isOptional} />;
    case 'sku':
      return <Sku {...text} />;
    case 'skus':
      return <Skus {...(given as FieldProps<string[]>)} />;
    case 'flag':
      return <FlagInput {...(given as FieldProps<boolean>)} />;
    case 'day':
      return <DayInput {...text} />;
    case 'instant':
      return <InstantInput {...text} />;
    case 'choice':
      return <ChoiceInput {...text} choices={field.choices} />;
    case 'kind':
      return (
        <KindInput
          {...text}
          onChange={(kind) => {
            text.onChange?.(kind);
            onPicked?.(kind);
          }}
        />
      );
    default:
      return <span className="tp-danger">这个版本的工作台不认识“{field.title}”，请刷新页面</span>;
  }
}

function NumberInput({ field, testId, label, ...given }: FieldProps<number | null> & { field: RowField }) {
  const { min, max } = typedLimits(field);
  return (
    <InputNumber<number>
      {...given}
      aria-label={label}
      min={min}
      max={max ?? undefined}
      precision={decimalsOf(field) === 4 ? undefined : decimalsOf(field)}
      prefix={field.type === 'quantity' ? undefined : '¥'}
      style={{ width: '100%' }}
      data-testid={testId}
    />
  );
}

const UnitInput = ({
  testId,
  label,
  isOptional,
  ...given
}: FieldProps<string | undefined> & { isOptional: boolean }) => (
  <AutoComplete
    {...given}
    aria-label={label}
    options={usualUnits.map((value) => ({ value }))}
    placeholder={isOptional ? '不填：按金额' : '箱、瓶…'}
    allowClear={isOptional}
    style={{ width: '100%' }}
    data-testid={testId}
  />
);

const FlagInput = ({ id, value, onChange, disabled, label, testId }: FieldProps<boolean>) => (
  <Switch
    id={id}
    aria-label={label}
    disabled={disabled}
    checked={value === true}
    onChange={onChange}
    checkedChildren="是"
    unCheckedChildren="否"
    data-testid={testId}
  />
);

const ChoiceInput = ({
  testId,
  label,
  choices,
  ...given
}: FieldProps<string | undefined> & { choices: RowField['choices'] }) => (
  <Select<string>
    {...given}
    aria-label={label}
    options={choices.map(({ value, title }) => ({ value, label: title }))}
    style={{ width: '100%' }}
    data-testid={testId}
  />
);

/** Kinds that may stand within another: those with a lane of their own. */
function KindInput({ testId, label, ...given }: FieldProps<string | undefined>) {
  const kinds = [...(useKinds().data?.values() ?? [])].filter(({ lane }) => lane !== 'asInner');
  return (
    <Select<string>
      {...given}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      options={kinds.map(({ kind, title }) => ({ value: kind, label: title }))}
      style={{ width: '100%' }}
      data-testid={testId}
    />
  );
}
