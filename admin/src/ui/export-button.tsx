import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { csvText, type CsvColumn } from './csv';
import { everyPage, type FetchPage } from './every-page';
import { countText, dayOf } from './format';
import { problemTitle } from './problem-view';

/** An export reads at most this many rows; a larger one belongs to a report, not to a screen. */
export const EXPORT_ROW_LIMIT = 5_000;

interface ExportButtonProps<Item> {
  /** The file's name without date and ending. */
  name: string;
  columns: readonly CsvColumn<Item>[];
  fetchPage: FetchPage<Item>;
}

function download(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name}-${dayOf(new Date())}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Exports every row of a filtered list as CSV, telling how far it is; a second click stops it. */
export function ExportButton<Item>({ name, columns, fetchPage }: ExportButtonProps<Item>) {
  const { message } = App.useApp();
  const [rowCount, setRowCount] = useState<number | null>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const start = async () => {
    stopped.current = false;
    setRowCount(0);
    try {
      const { items, complete } = await everyPage(
        fetchPage,
        EXPORT_ROW_LIMIT,
        setRowCount,
        () => stopped.current,
      );
      if (stopped.current) return;
      download(name, csvText(columns, items));
      if (complete) message.success(`已导出 ${countText(items.length)} 行`);
      else message.warning(`只导出了前 ${countText(EXPORT_ROW_LIMIT)} 行，请缩小筛选范围后再导出其余的`);
    } catch (error) {
      message.error(`导出失败：${problemTitle(error)}`);
    } finally {
      setRowCount(null);
    }
  };
  const stop = () => {
    stopped.current = true;
    message.info('已停止导出');
  };

  return (
    <Button
      icon={<DownloadOutlined />}
      data-testid="export-csv"
      onClick={() => (rowCount === null ? void start() : stop())}
    >
      {rowCount === null ? '导出 CSV' : `已读 ${countText(rowCount)} 行，点此停止`}
    </Button>
  );
}
