import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { Waiting } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { FindingList } from './finding-list';
import { OpenHold } from './hold-tag';
import { holdNames, ownerNames, type OrderSummary } from './model';

/** The queue's columns; the last one, what to do, belongs to the queue. */
export const queueColumns: ListColumns<OrderSummary> = [
  {
    key: 'number',
    title: '订单',
    stays: true,
    width: 142,
    render: (_, order) => (
      <>
        <Link className="tp-link tp-figure" to={`/orders/${order.orderId}`}>
          {order.number}
        </Link>
        <div className="tp-muted tp-small queue-goods" title={order.firstSkuName}>
          {order.firstSkuName}
          {order.lineCount > 1 && ` 等 ${order.lineCount} 种`}
        </div>
      </>
    ),
  },
  {
    key: 'parties',
    title: '客户 / 供货方',
    width: 160,
    render: (_, order) => (
      <>
        <div>{order.buyerName}</div>
        <div className="tp-muted tp-small">{order.sellerName}</div>
      </>
    ),
  },
  {
    key: 'payable',
    title: '应付 / 已等待',
    width: 118,
    align: 'right',
    render: (_, order) => (
      <>
        <Yuan fen={order.payableFen} strong />
        <div className="tp-muted tp-small">
          <Waiting since={order.placedAt} />
        </div>
      </>
    ),
  },
  {
    key: 'holds',
    title: '挂起 / 责任方 / 期限',
    width: 176,
    render: (_, order) => order.openHolds.map((hold) => <OpenHold key={hold.kind} hold={hold} />),
  },
  { key: 'findings', title: '审单发现', render: (_, order) => <FindingList findings={order.findings} /> },
];

/** The first deadline of what holds an order; empty when nothing does. */
const firstDueAt = ({ openHolds }: OrderSummary) => openHolds.map(({ dueAt }) => dueAt).sort()[0] ?? '';

/** The queue as a spreadsheet has it: what holds each order, who must act and by when. */
export const queueCsv: readonly CsvColumn<OrderSummary>[] = [
  { title: '订单号', cell: ({ number }) => number },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '首个商品', cell: ({ firstSkuName }) => firstSkuName },
  { title: '商品种数', cell: ({ lineCount }) => lineCount },
  yuanColumn('应付金额', ({ payableFen }) => payableFen),
  { title: '下单时间', cell: ({ placedAt }) => whenText(placedAt) },
  { title: '挂起', cell: ({ openHolds }) => openHolds.map(({ kind }) => holdNames[kind]).join('、') },
  {
    title: '责任方',
    cell: ({ openHolds }) => [...new Set(openHolds.map(({ owner }) => ownerNames[owner]))].join('、'),
  },
  {
    title: '最早期限',
    cell: (order) => {
      const dueAt = firstDueAt(order);
      return dueAt === '' ? '' : whenText(dueAt);
    },
  },
  { title: '审单发现', cell: ({ findings }) => findings.map(({ message }) => message).join('；') },
  {
    title: '处理办法',
    cell: ({ findings }) => findings.flatMap(({ remedy }) => remedy || []).join('；'),
  },
];
