import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Upload } from './queries';
import { logisticsWords, moneyWords, remarkOf, wordsOf } from './words';

/** The columns of what WeChat was told of shipments; what may be done belongs to the table. */
export const uploadColumns: ListColumns<Upload> = [
  {
    key: 'createdAt',
    title: '发货时间',
    stays: true,
    width: 144,
    render: (_, { createdAt }) => <When at={createdAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', width: 160, ellipsis: true },
  {
    key: 'order',
    title: '订单',
    width: 72,
    render: (_, { orderId }) => (
      <Link className="tp-link" to={`/orders/${orderId}`}>
        查看
      </Link>
    ),
  },
  {
    key: 'paid',
    title: '付款金额',
    width: 120,
    align: 'right',
    render: (_, { paidFen }) => <Yuan fen={paidFen} />,
  },
  { key: 'logistics', title: '方式', width: 96, render: (_, { logistics }) => logisticsWords[logistics] },
  { key: 'goods', title: '商品', dataIndex: 'items', ellipsis: true },
  { key: 'money', title: '货款', width: 112, render: (_, upload) => moneyWords(upload) },
  { key: 'remark', title: '说明', width: 240, ellipsis: true, render: (_, upload) => remarkOf(upload) },
  {
    key: 'state',
    title: '状态',
    width: 140,
    render: (_, upload) => (
      <StateTag state={upload.state} words={wordsOf(upload)} testId={`upload-state-${upload.paymentId}`} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const uploadCsv: readonly CsvColumn<Upload>[] = [
  { title: '微信单号', cell: ({ transactionId }) => transactionId },
  { title: '发货时间', cell: ({ createdAt }) => whenText(createdAt) },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '订单', cell: ({ orderId }) => orderId },
  yuanColumn('付款金额', ({ paidFen }) => paidFen),
  { title: '方式', cell: ({ logistics }) => logisticsWords[logistics] },
  { title: '商品', cell: ({ items }) => items },
  { title: '货款', cell: (upload) => moneyWords(upload) },
  { title: '说明', cell: (upload) => remarkOf(upload) },
  { title: '状态', cell: (upload) => wordsOf(upload).text },
];
