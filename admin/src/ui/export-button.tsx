import { DownloadOutlined, EllipsisOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { csvText, type CsvColumn } from './csv';
import { download } from './download';
import { everyPage, type FetchPage } from './every-page';
import { countText } from './format';
import { problemTitle } from './problem-view';
import { workbookOf } from './workbook';

/** An export reads at most this many rows; a larger one belongs to a report, not to a screen. */
export const EXPORT_ROW_LIMIT = 5_000;

interface ExportButtonProps<Item> {
  /** The file's name without date and ending. */
  name: string;
  columns: readonly CsvColumn<Item>[];
  fetchPage: FetchPage<Item>;
}

/**
 * Exports every row of a filtered list, telling how far it is; a second click stops it. CSV is one click
 * away, an Excel workbook two.
 */
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

  const start = async (ending: 'csv' | 'xlsx') => {
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
      const content = ending === 'csv' ? csvText(columns, items) : await workbookOf(name, columns, items);
      download(name, ending, content);
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
    <Space.Compact>
      <Button
        icon={<DownloadOutlined />}
        // Screens with more than one export tell them apart by this.
        title={`导出${name}`}
        data-testid="export-csv"
        onClick={() => (rowCount === null ? void start('csv') : stop())}
      >
        {rowCount === null ? '导出 CSV' : `已读 ${countText(rowCount)} 行，点此停止`}
      </Button>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        autoFocus
        disabled={rowCount !== null}
        // Within the page it stands among its landmarks; at the end of the document it would be outside of them.
        getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
        menu={{
          items: [{ key: 'xlsx', label: <span data-testid="export-xlsx">导出 Excel（XLSX）</span> }],
          onClick: () => void start('xlsx'),
        }}
      >
        <Button icon={<EllipsisOutlined />} aria-label={`${name}的其他导出格式`} data-testid="export-more" />
      </Dropdown>
    </Space.Compact>
  );
}
