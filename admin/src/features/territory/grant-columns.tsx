import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { countText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { areasText, channelsText, type Grant, kindWords, lineText, someOf, windowText } from './model';

const capText = ({ kind, quantityCap, usedQuantity }: Grant) => {
  if (kind === 'regular') return '';
  return quantityCap === null
    ? `已用 ${countText(usedQuantity)}，不限量`
    : `${countText(usedQuantity)} / ${countText(quantityCap)}`;
};

/** The columns of grants and permits; what may be done belongs to the screen. */
export const grantColumns: ListColumns<Grant> = [
  {
    key: 'name',
    title: '授权',
    stays: true,
    width: 180,
    render: (_, { name, reason }) => (
      <>
        <b>{name}</b>
        {reason && <div className="tp-muted tp-small">{reason}</div>}
      </>
    ),
  },
  { key: 'seller', title: '经销商', width: 150, dataIndex: 'sellerName' },
  {
    key: 'kind',
    title: '类型',
    width: 120,
    render: (_, { kind, exclusive }) => (
      <>
        <Tag color={kind === 'regular' ? 'cyan' : 'gold'}>{kindWords[kind]}</Tag>
        {exclusive && <Tag color="purple">独家</Tag>}
      </>
    ),
  },
  { key: 'line', title: '产品线', width: 110, render: (_, grant) => lineText(grant) },
  {
    key: 'areas',
    title: '区域',
    render: (_, grant) => <span title={areasText(grant)}>{areasText(grant, someOf)}</span>,
  },
  { key: 'channels', title: '渠道', width: 110, render: (_, { channels }) => channelsText(channels) },
  {
    key: 'window',
    title: '期间',
    width: 180,
    render: (_, grant) => <span className="tp-figure">{windowText(grant)}</span>,
  },
  {
    key: 'cap',
    title: '许可用量',
    width: 120,
    align: 'right',
    render: (_, grant) => <span className="tp-figure">{capText(grant) || '—'}</span>,
  },
];

/** The same as a spreadsheet has it. */
export const grantCsv: readonly CsvColumn<Grant>[] = [
  { title: '授权', cell: ({ name }) => name },
  { title: '经销商', cell: ({ sellerName }) => sellerName },
  { title: '类型', cell: ({ kind }) => kindWords[kind] },
  { title: '独家', cell: ({ exclusive }) => (exclusive ? '是' : '否') },
  { title: '产品线', cell: lineText },
  { title: '区域', cell: (grant) => areasText(grant) },
  { title: '渠道', cell: ({ channels }) => channelsText(channels) },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '失效日', cell: ({ endsOn }) => endsOn ?? '长期' },
  { title: '许可上限（基本单位）', cell: ({ quantityCap }) => quantityCap },
  {
    title: '已用（基本单位）',
    cell: ({ kind, usedQuantity }) => (kind === 'temporary' ? usedQuantity : null),
  },
  { title: '事由', cell: ({ reason }) => reason },
];
