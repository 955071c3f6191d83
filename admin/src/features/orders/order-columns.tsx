import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { FindingList } from './finding-list';
import { HoldTag } from './hold-tag';
import { holdNames, stateNames, type OrderSummary } from './model';
import { StateTag } from './state-tag';

/** The columns of the list of all orders. */
export const orderColumns: ListColumns<OrderSummary> = [
  {
    key: 'number',
    title: '订单号',
    stays: true,
    width: 170,
    render: (_, order) => (
      <Link
        className="tp-link tp-figure"
        to={`/orders/${order.orderId}`}
        data-testid={`order-${order.orderId}`}
      >
        {order.number}
      </Link>
    ),
  },
  { key: 'state', title: '状态', width: 92, render: (_, order) => <StateTag state={order.state} /> },
  { key: 'buyer', title: '客户', width: 190, dataIndex: 'buyerName', ellipsis: true },
  { key: 'seller', title: '供货方', width: 170, dataIndex: 'sellerName', ellipsis: true },
  {
    key: 'goods',
    title: '商品',
    ellipsis: true,
    render: (_, order) => `${order.firstSkuName}${order.lineCount > 1 ? ` 等 ${order.lineCount} 种` : ''}`,
  },
  {
    key: 'payable',
    title: '应付金额',
    width: 124,
    align: 'right',
    render: (_, order) => <Yuan fen={order.payableFen} strong />,
  },
  { key: 'placedAt', title: '下单时间', width: 140, render: (_, order) => <When at={order.placedAt} /> },
  {
    key: 'marks',
    title: '挂起与发现',
    width: 170,
    render: (_, order) => (
      <div className="order-marks">
        {order.openHolds.map((hold) => (
          <HoldTag key={hold.kind} kind={hold.kind} />
        ))}
        {order.findings.length > 0 && (
          <Tooltip
            title={<FindingList findings={order.findings} />}
            color="#fff"
            styles={{ root: { maxWidth: 480 } }}
          >
            <span className="tp-muted tp-small finding-count">{order.findings.length} 项发现</span>
          </Tooltip>
        )}
      </div>
    ),
  },
];

/** The same list as a spreadsheet has it. */
export const orderCsv: readonly CsvColumn<OrderSummary>[] = [
  { title: '订单号', cell: (order) => order.number },
  { title: '状态', cell: (order) => stateNames[order.state] },
  { title: '客户', cell: (order) => order.buyerName },
  { title: '供货方', cell: (order) => order.sellerName },
  { title: '首个商品', cell: (order) => order.firstSkuName },
  { title: '商品种数', cell: (order) => order.lineCount },
  yuanColumn('应付金额', (order) => order.payableFen),
  { title: '下单时间', cell: (order) => whenText(order.placedAt) },
  { title: '挂起', cell: (order) => order.openHolds.map((hold) => holdNames[hold.kind]).join('、') },
  { title: '审单发现', cell: (order) => order.findings.map((finding) => finding.message).join('；') },
];
