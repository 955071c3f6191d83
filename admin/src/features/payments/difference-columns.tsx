import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText, yuanPlain, yuanText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import type { Difference } from './queries';
import { differenceWords } from './words';

/** One side of a difference: its amount, and what else it says. */
const side = (fen: number | null, says: string) => {
  if (fen === null) return <span className="tp-faint">无</span>;
  return (
    <>
      <span className="tp-figure">{yuanText(fen)}</span>
      {says && <div className="tp-muted tp-small">{says}</div>}
    </>
  );
};

const sideText = (fen: number | null, says: string) =>
  fen === null ? '' : [yuanPlain(fen), says].filter(Boolean).join(' ');

/** The columns of what bills and our book say differently. */
export const differenceColumns: ListColumns<Difference> = [
  { key: 'day', title: '账单日', width: 112, dataIndex: 'day', className: 'tp-figure' },
  {
    key: 'difference',
    title: '差异',
    stays: true,
    width: 220,
    render: (_, { title, severity, advice }) => (
      <>
        <Tag color={severity === 'alarm' ? 'red' : 'gold'}>{severity === 'alarm' ? '重要' : '一般'}</Tag>
        {title}
        <div className="tp-muted tp-small">{advice}</div>
      </>
    ),
  },
  { key: 'number', title: '单号', width: 240, dataIndex: 'number', ellipsis: true, className: 'tp-figure' },
  {
    key: 'seller',
    title: '供货方',
    width: 160,
    ellipsis: true,
    render: (_, { sellerName }) => sellerName || '未知',
  },
  { key: 'here', title: '系统', width: 140, align: 'right', render: (_, one) => side(one.hereFen, one.here) },
  {
    key: 'there',
    title: '账单',
    width: 140,
    align: 'right',
    render: (_, one) => side(one.thereFen, one.there),
  },
  {
    key: 'state',
    title: '处理',
    width: 220,
    render: (_, { state, note, resolvedBy, differenceId }) => (
      <>
        <StateTag state={state} words={differenceWords[state]} testId={`difference-state-${differenceId}`} />
        {resolvedBy && (
          <div className="tp-muted tp-small">
            {resolvedBy}：{note}
          </div>
        )}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const differenceCsv: readonly CsvColumn<Difference>[] = [
  { title: '账单日', cell: ({ day }) => day },
  { title: '商户号', cell: ({ merchantId }) => merchantId },
  { title: '差异', cell: ({ title }) => title },
  { title: '单号', cell: ({ number }) => number },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '系统', cell: ({ hereFen, here }) => sideText(hereFen, here) },
  { title: '账单', cell: ({ thereFen, there }) => sideText(thereFen, there) },
  { title: '处理', cell: ({ state }) => differenceWords[state].text },
  { title: '处理人', cell: ({ resolvedBy }) => resolvedBy },
  { title: '处理时间', cell: ({ resolvedAt }) => (resolvedAt === null ? '' : whenText(resolvedAt)) },
  { title: '说明', cell: ({ note }) => note },
];
