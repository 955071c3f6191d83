import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { ChoicePopover } from './choice-popover';
import { type ChoosableColumn, chooseColumns, hiddenKeysOf, mayHide, toggleColumn } from './choose-columns';
import { keepText, useKept } from './kept';

/** What this person hides of a list, and how to change it; a list without a name hides nothing. */
export function useHiddenColumns(list: string | undefined) {
  const { key, text } = useKept(`columns.${list ?? ''}`);
  return {
    hiddenKeys: list === undefined ? [] : hiddenKeysOf(text),
    hide: (keys: readonly string[]) => keepText(key, keys.length === 0 ? null : JSON.stringify(keys)),
  };
}

interface ColumnChoiceProps {
  list: string;
  columns: readonly (ChoosableColumn & { readonly title: string })[];
}

/** The columns of a list to tick, those that stay among them. */
export function ColumnChoice({ list, columns }: ColumnChoiceProps) {
  const { hiddenKeys, hide } = useHiddenColumns(list);
  const [isOpen, setOpen] = useState(false);
  const shown = chooseColumns(columns, hiddenKeys);
  const hiddenCount = columns.length - shown.length;
  return (
    <ChoicePopover
      label="显示的列"
      icon={<SettingOutlined />}
      text={hiddenCount > 0 ? `列设置（已隐藏 ${hiddenCount}）` : '列设置'}
      placement="bottomRight"
      isOpen={isOpen}
      onOpenChange={setOpen}
      testId={`columns-${list}`}
    >
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={shown.includes(column)}
          disabled={!mayHide(column, shown)}
          onChange={() => hide(toggleColumn(hiddenKeys, column.key))}
          data-testid={`column-${column.key}`}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button
        size="small"
        disabled={hiddenKeys.length === 0}
        onClick={() => hide([])}
        data-testid="columns-restore"
      >
        恢复默认
      </Button>
    </ChoicePopover>
  );
}
