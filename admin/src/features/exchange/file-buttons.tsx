import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api';
import { countText } from '../../ui/format';
import { problemTitle } from '../../ui/problem-view';
import type { Kind } from './queries';
import { saveWorkbook } from './workbook';
import { kindWords } from './words';

const EXPORT_PAGE_SIZE = 1_000;

const headingsOf = ({ columns }: Kind) => columns.map(({ heading }) => heading);

/** An empty file with the right headings and one line that shows how they are filled. */
export function TemplateButton({ kind }: { kind: Kind }) {
  const { message } = App.useApp();
  const save = () => {
    const example = kind.columns.map((column) => column.example);
    saveWorkbook(`${kindWords[kind.kind].title}导入模板`, [headingsOf(kind), example]).catch(
      (error: unknown) => void message.error(problemTitle(error)),
    );
  };
  return (
    <Button icon={<FileExcelOutlined />} onClick={save} data-testid="template">
      下载模板
    </Button>
  );
}

/** Everything there is of a kind, in the columns an import reads. A second click stops it. */
export function ExportKindButton({ kind }: { kind: Kind }) {
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
      const rows: string[][] = [headingsOf(kind)];
      let cursor: string | undefined;
      do {
        const page = await api.exchange.exportPage({ kind: kind.kind, cursor, limit: EXPORT_PAGE_SIZE });
        rows.push(...page.rows);
        cursor = page.nextCursor ?? undefined;
        setRowCount(rows.length - 1);
      } while (cursor && !stopped.current);
      if (stopped.current) return;
      await saveWorkbook(kindWords[kind.kind].title, rows);
      message.success(`已导出 ${countText(rows.length - 1)} 行`);
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
      onClick={() => (rowCount === null ? void start() : stop())}
      data-testid="export-xlsx"
    >
      {rowCount === null ? '导出现有数据' : `已读 ${countText(rowCount)} 行，点此停止`}
    </Button>
  );
}
