import { Table, Tag } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { Change, Figure } from '../figure';
import { qualities } from '../words';
import { CountInput } from './count-input';
import { differenceOf } from './differences';
import type { CountLine } from './queries';
import { countOf, pastedOver, type Typed } from './typed-counts';

const LINES_TOGETHER = 100;

/** The columns of a count sheet that say what is counted and what it was. */
export const countLineColumns: ListColumns<CountLine> = [
  { key: 'lineNo', title: '行', width: 56, dataIndex: 'lineNo', className: 'tp-figure tp-muted' },
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 140, className: 'tp-figure' },
  {
    key: 'quality',
    title: '质量',
    width: 76,
    render: (_, { quality }) => (
      <StateTag state={quality} words={qualities[quality]} testId="count-quality" />
    ),
  },
  {
    key: 'booked',
    title: '账面',
    width: 90,
    align: 'right',
    render: (_, { booked }) => <Figure count={booked} />,
  },
];

interface CountLinesTableProps {
  lines: readonly CountLine[];
  /** Null where nothing can be entered any more. */
  typed: Typed | null;
  onType: (typed: Typed) => void;
}

/** The lines of a count sheet; where it is open, with a place to type what was counted. */
export function CountLinesTable({ lines, typed, onType }: CountLinesTableProps) {
  const [page, setPage] = useState(1);
  const [focused, setFocused] = useState<number | null>(null);
  const lineNos = lines.map(({ lineNo }) => lineNo);
  const textOf = ({ lineNo, counted }: CountLine) =>
    typed?.[lineNo] ?? (counted === null ? '' : String(counted));
  const countedNow = (line: CountLine) =>
    typed?.[line.lineNo] === undefined ? line.counted : countOf(typed[line.lineNo] ?? '');

  const step = (from: number, by: 1 | -1) => {
    const at = lineNos.indexOf(from) + by;
    const next = lineNos[at];
    if (next === undefined) return;
    setPage(Math.floor(at / LINES_TOGETHER) + 1);
    setFocused(next);
  };
  const paste = (from: number, pasted: string) => onType(pastedOver(typed ?? {}, lineNos, from, pasted));

  const columns: ListColumns<CountLine> = [
    ...countLineColumns,
    {
      key: 'counted',
      title: '实盘',
      width: 130,
      align: 'right',
      render: (_, line) =>
        typed === null ? (
          line.counted === null ? (
            <span className="tp-faint">未盘</span>
          ) : (
            <Figure count={line.counted} strong />
          )
        ) : (
          <CountInput
            text={textOf(line)}
            label={`${line.skuName} ${line.lotNo} 的实盘数量`}
            isWrong={textOf(line).trim() !== '' && countOf(textOf(line)) === null}
            hasFocus={focused === line.lineNo}
            onType={(text) => onType({ ...typed, [line.lineNo]: text })}
            onPasteColumn={(pasted) => paste(line.lineNo, pasted)}
            onStep={(by) => step(line.lineNo, by)}
            onFocus={() => setFocused(line.lineNo)}
            testId={`counted-${line.lineNo}`}
          />
        ),
    },
    {
      key: 'difference',
      title: '差异',
      width: 100,
      align: 'right',
      render: (_, line) => {
        const difference = differenceOf({ ...line, counted: countedNow(line) });
        return difference === null ? (
          <span className="tp-faint">—</span>
        ) : difference === 0 ? (
          <Figure count={0} />
        ) : (
          <Change count={difference} />
        );
      },
    },
    {
      key: 'countedBy',
      title: '盘点人',
      width: 150,
      ellipsis: true,
      render: (_, { lineNo, countedBy, counted, hasMoved }) => (
        <>
          {counted !== null && hasMoved ? <Tag color="orange">已有进出，请重盘</Tag> : countedBy}
          {typed?.[lineNo] !== undefined && <span className="tp-muted"> 未保存</span>}
        </>
      ),
    },
  ];
  return (
    <div className="tp-panel">
      {lines.length === 0 ? (
        <EmptyHint title="没有这样的批次" hint="换一个筛选再看。" />
      ) : (
        <Table<CountLine>
          size="small"
          rowKey={({ lineNo }) => String(lineNo)}
          dataSource={[...lines]}
          columns={[...columns]}
          scroll={{ x: 900 }}
          sticky
          rowClassName={({ counted, hasMoved }) => (counted !== null && hasMoved ? 'stock-row-moved' : '')}
          pagination={
            lines.length > LINES_TOGETHER && {
              current: page,
              pageSize: LINES_TOGETHER,
              showSizeChanger: false,
              onChange: setPage,
            }
          }
        />
      )}
    </div>
  );
}
