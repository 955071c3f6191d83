import { Segmented } from 'antd';

interface SplitChoiceProps<Split extends string> {
  splits: Readonly<Partial<Record<Split, string>>>;
  value: Split;
  onChange: (split: Split) => void;
}

/** What the rows of a report have in common. */
export const SplitChoice = <Split extends string>({ splits, value, onChange }: SplitChoiceProps<Split>) => (
  <Segmented<Split>
    value={value}
    onChange={onChange}
    options={(Object.keys(splits) as Split[]).map((one) => ({
      value: one,
      label: <span data-testid={`split-${one}`}>{splits[one]}</span>,
    }))}
  />
);
