import { Segmented, Select } from 'antd';
import { countText } from '../../ui/format';
import type { StateWords } from '../../ui/state-tag';

interface WorkFiltersProps<Stage extends string> {
  words: Readonly<Record<Stage, StateWords>>;
  counts: Readonly<Record<Stage, number>> | undefined;
  kinds: readonly { readonly name: string; readonly title: string }[];
  stage: Stage | undefined;
  name: string | undefined;
  onStage: (stage: Stage | undefined) => void;
  onName: (name: string | undefined) => void;
}

/** What a list of jobs or events is narrowed to: a stage with how many there are, and a kind. */
export function WorkFilters<Stage extends string>(props: WorkFiltersProps<Stage>) {
  const { words, counts, kinds, stage, name, onStage, onName } = props;
  const stages = Object.keys(words) as Stage[];
  const option = (value: Stage) => ({
    value,
    label: (
      <span data-testid={`stage-${value}`}>
        {words[value].text}
        {counts && ` ${countText(counts[value])}`}
      </span>
    ),
  });
  return (
    <>
      <Segmented<Stage | 'all'>
        aria-label="状态"
        value={stage ?? 'all'}
        options={[{ value: 'all' as const, label: '全部' }, ...stages.map(option)]}
        onChange={(value) => onStage(value === 'all' ? undefined : value)}
      />
      <Select
        aria-label="种类"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="种类"
        value={name}
        options={kinds.map((kind) => ({ value: kind.name, label: kind.title }))}
        onChange={(value: string | undefined) => onName(value)}
        style={{ width: 220 }}
      />
    </>
  );
}
