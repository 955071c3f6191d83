import { useState } from 'react';
import { canSaveTable, saveTable, type TableToSave } from '@/platform/save-table';
import { Button } from './button';
import { problemText } from './states';
import { say } from './toast';

export interface SaveButtonProps {
  id: string;
  disabled?: boolean;
  /** The rows as they are then, read to the end where they come by pages. */
  table: () => TableToSave | Promise<TableToSave>;
}

/** Writes a table into a workbook, where files can be kept. */
export function SaveButton({ id, disabled, table }: SaveButtonProps) {
  const [isPending, setPending] = useState(false);
  if (!canSaveTable) return null;
  const save = async () => {
    setPending(true);
    try {
      const wanted = await table();
      await saveTable(wanted);
      say(`已导出 ${wanted.rows.length} 行`);
    } catch (error) {
      say(error instanceof Error ? problemText(error) : '导出失败，请再试一次');
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      id={id}
      label="导出 Excel"
      size="small"
      disabled={disabled}
      pending={isPending}
      pendingLabel="正在导出…"
      onPress={() => void save()}
    />
  );
}
