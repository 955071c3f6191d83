import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import { ListTable } from '../../ui/list-table';
import { type ImportRow, type ImportRun, type RowsShown, useImportRows } from './queries';
import { addedColumns, changeColumns, faultColumns } from './row-columns';

type Tab = 'bad' | 'refused' | 'changed' | 'added';

const columnsOf = { bad: faultColumns, refused: faultColumns, changed: changeColumns, added: addedColumns };

function RowsPage({ shown, tab }: { shown: RowsShown; tab: Tab }) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const rows = useImportRows(shown, cursors.at(-1));
  const next = rows.data?.nextCursor;
  return (
    <ListTable<ImportRow>
      list={rows}
      rowKey={({ rowNo }) => String(rowNo)}
      columns={columnsOf[tab]}
      empty={<EmptyHint title="没有这样的行" hint="换一个标签看看其他的行。" />}
      footer={
        next || cursors.length > 0 ? (
          <div className="tp-pager">
            <Button
              size="small"
              disabled={cursors.length === 0}
              onClick={() => setCursors(cursors.slice(0, -1))}
            >
              上一页
            </Button>
            <Button size="small" disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
              下一页
            </Button>
          </div>
        ) : null
      }
    />
  );
}

/** The rows of a checked import: what is wrong, what would change, what would be new. */
export function ImportRows({ run }: { run: ImportRun }) {
  const { importId } = run;
  const tense = run.state === 'done' ? '已' : '将';
  const tabs: readonly { key: Tab; label: string; count: number; shown: RowsShown }[] = [
    { key: 'bad', label: '有错误', count: run.badCount, shown: { importId, state: 'bad' } },
    { key: 'refused', label: '未能写入', count: run.refusedCount, shown: { importId, state: 'refused' } },
    {
      key: 'changed',
      label: `${tense}修改`,
      count: run.changedCount,
      shown: { importId, change: 'changed' },
    },
    { key: 'added', label: `${tense}新增`, count: run.addedCount, shown: { importId, change: 'added' } },
  ];
  const filled = tabs.filter(({ count }) => count > 0);
  if (filled.length === 0) return null;
  return (
    <Tabs
      items={filled.map(({ key, label, count, shown }) => ({
        key,
        label: `${label} ${countText(count)}`,
        children: <RowsPage shown={shown} tab={key} />,
      }))}
    />
  );
}
