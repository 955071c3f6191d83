import { Link } from 'react-router';
import type { Answer } from '../../api';
import type { CsvColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { Waiting, When } from '../../ui/when';

export type BackOrder = Answer<'orders', 'backOrders'>['items'][number];

/** The columns of what waits for goods. */
export const backOrderColumns: ListColumns<BackOrder> = [
  {
    key: 'number',
    title: '订单号',
    stays: true,
    width: 170,
    render: (_, line) => (
      <Link className="tp-link tp-figure" to={`/orders/${line.orderId}`}>
        {line.number}
      </Link>
    ),
  },
  { key: 'goods', title: '商品', dataIndex: 'skuName', ellipsis: true },
  {
    key: 'parties',
    title: '客户 / 供货方',
    width: 190,
    render: (_, line) => (
      <>
        <div>{line.buyerName}</div>
        <div className="tp-muted tp-small">{line.sellerName}</div>
      </>
    ),
  },
  {
    key: 'quantity',
    title: '订购',
    width: 92,
    align: 'right',
    render: (_, line) => <span className="tp-figure">{countText(line.quantity)}</span>,
  },
  {
    key: 'backOrdered',
    title: '欠货',
    width: 110,
    align: 'right',
    render: (_, line) => (
      <b className="tp-figure tp-warning">
        {countText(line.backOrdered)} {line.baseUnit}
      </b>
    ),
  },
  {
    key: 'priority',
    title: '优先级',
    width: 76,
    align: 'right',
    render: (_, line) => <span className="tp-figure">{line.priority}</span>,
  },
  {
    key: 'since',
    title: '欠货起',
    width: 144,
    render: (_, line) => (
      <>
        <When at={line.since} />
        <div className="tp-muted tp-small">
          <Waiting since={line.since} />
        </div>
      </>
    ),
  },
  {
    key: 'closesOn',
    title: '到期自动关闭',
    width: 120,
    className: 'tp-figure',
    render: (_, line) => line.closesOn ?? <span className="tp-faint">不关闭</span>,
  },
];

/** The same table as a spreadsheet has it. */
export const backOrderCsv: readonly CsvColumn<BackOrder>[] = [
  { title: '订单号', cell: ({ number }) => number },
  { title: '行号', cell: ({ lineNo }) => lineNo },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '订购数量', cell: ({ quantity }) => quantity },
  { title: '欠货数量', cell: ({ backOrdered }) => backOrdered },
  { title: '单位', cell: ({ baseUnit }) => baseUnit },
  { title: '优先级', cell: ({ priority }) => priority },
  { title: '欠货起', cell: ({ since }) => whenText(since) },
  { title: '到期自动关闭', cell: ({ closesOn }) => closesOn },
];
