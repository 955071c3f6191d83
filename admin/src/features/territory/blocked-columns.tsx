import { Link } from 'react-router';
import { channelText } from '../../ui/channels';
import type { CsvColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { When } from '../../ui/when';
import type { Blocked } from './model';

/** The columns of what was stopped at a border. */
export const blockedColumns: ListColumns<Blocked> = [
  { key: 'at', title: '时间', stays: true, width: 140, render: (_, { at }) => <When at={at} /> },
  { key: 'seller', title: '供货方', width: 140, dataIndex: 'sellerName' },
  { key: 'buyer', title: '客户', width: 150, dataIndex: 'buyerName' },
  { key: 'reason', title: '拦截原因', width: 120, dataIndex: 'title' },
  { key: 'region', title: '收货区域', dataIndex: 'regionName' },
  { key: 'channel', title: '渠道', width: 64, render: (_, { channel }) => channelText(channel) },
  {
    key: 'sku',
    title: '商品',
    width: 160,
    render: (_, { skuId, skuName }) => (
      <>
        {skuName} <div className="tp-figure tp-muted">{skuId}</div>
      </>
    ),
  },
  {
    key: 'quantity',
    title: '数量',
    width: 90,
    align: 'right',
    render: (_, { quantity }) => <span className="tp-figure">{countText(quantity)}</span>,
  },
  {
    key: 'order',
    title: '订单',
    width: 84,
    render: (_, { orderId }) => (
      <Link className="tp-link" to={`/orders/${orderId}`}>
        看订单
      </Link>
    ),
  },
];

/** The same as a spreadsheet has it. */
export const blockedCsv: readonly CsvColumn<Blocked>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '拦截原因', cell: ({ title }) => title },
  { title: '收货区域', cell: ({ regionName }) => regionName },
  { title: '渠道', cell: ({ channel }) => channelText(channel) },
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '数量（基本单位）', cell: ({ quantity }) => quantity },
  { title: '订单号', cell: ({ orderId }) => orderId },
];
