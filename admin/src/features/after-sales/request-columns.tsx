import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { Due, When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { kindNames, reasonNames, stateNames, type RequestSummary } from './model';
import { DiversionTag, RequestStateTag } from './request-tags';

/** What waits for the desk, and until when. */
function Deadline({ request }: { request: RequestSummary }) {
  if (request.state === 'requested') return <Due at={request.reviewBy} />;
  if (request.state === 'approved' && request.sendBy) return <Due at={request.sendBy} />;
  return <span className="tp-faint">—</span>;
}

/** The columns of the after-sales desk. */
export const requestColumns: ListColumns<RequestSummary> = [
  {
    key: 'number',
    title: '售后单号',
    stays: true,
    width: 190,
    render: (_, request) => (
      <Link
        className="tp-link tp-figure"
        to={`/after-sales/${request.afterSalesId}`}
        data-testid={`after-sales-${request.afterSalesId}`}
      >
        {request.number}
      </Link>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: (_, { state, suspectsDiversion }) => (
      <>
        <RequestStateTag state={state} />
        {suspectsDiversion && <DiversionTag />}
      </>
    ),
  },
  {
    key: 'kind',
    title: '类型与原因',
    width: 100,
    render: (_, { kind, reason }) => (
      <>
        {kindNames[kind]}
        <div className="tp-muted tp-small">{reasonNames[reason]}</div>
      </>
    ),
  },
  { key: 'buyer', title: '客户', width: 170, dataIndex: 'buyerName', ellipsis: true },
  {
    key: 'goods',
    title: '商品',
    ellipsis: true,
    render: (_, { firstSkuName, units }) => `${firstSkuName || '未识别'} 共 ${countText(units)} 件`,
  },
  {
    key: 'worth',
    title: '申请金额',
    width: 100,
    align: 'right',
    render: (_, { worthFen }) => <Yuan fen={worthFen} />,
  },
  {
    key: 'granted',
    title: '已退金额',
    width: 100,
    align: 'right',
    render: (_, { grantedFen }) => <Yuan fen={grantedFen} strong={grantedFen > 0} />,
  },
  {
    key: 'requestedAt',
    title: '申请时间',
    width: 140,
    render: (_, { requestedAt }) => <When at={requestedAt} />,
  },
  { key: 'deadline', title: '时限', width: 100, render: (_, request) => <Deadline request={request} /> },
];

/** The same list as a spreadsheet has it. */
export const requestCsv: readonly CsvColumn<RequestSummary>[] = [
  { title: '售后单号', cell: ({ number }) => number },
  { title: '订单号', cell: ({ orderNumber }) => orderNumber },
  { title: '状态', cell: ({ state }) => stateNames[state] },
  { title: '类型', cell: ({ kind }) => kindNames[kind] },
  { title: '原因', cell: ({ reason }) => reasonNames[reason] },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '首个商品', cell: ({ firstSkuName }) => firstSkuName },
  { title: '件数', cell: ({ units }) => units },
  yuanColumn('申请金额', ({ worthFen }) => worthFen),
  yuanColumn('已退金额', ({ grantedFen }) => grantedFen),
  { title: '窜货线索', cell: ({ suspectsDiversion }) => (suspectsDiversion ? '是' : '') },
  { title: '申请时间', cell: ({ requestedAt }) => whenText(requestedAt) },
  { title: '关闭时间', cell: ({ closedAt }) => (closedAt === null ? '' : whenText(closedAt)) },
];
