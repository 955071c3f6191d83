import { Link } from 'react-router';
import { useMe } from '../../features/auth/me';
import { behindColumns, behindCsv } from '../behind-columns';
import { type Figure, pagesBehind, useOrdersBehind } from '../../features/insight/queries';
import '../../features/orders/orders.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { dayAfter, dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';

const named = {
  all: '全部',
  seller: '经销商',
  buyer: '客户',
  province: '省份',
  goods: '商品',
  promotion: '促销',
} as const;
/** Of those, the reports whose rows count kept orders alone, and what the report is called. */
const keptAlone: readonly Figure['by'][] = ['goods', 'promotion'];
const reportOf = (by: Figure['by']) => (by === 'promotion' ? 'promotions' : by);

function figureOf(params: URLSearchParams, isHq: boolean): Figure {
  const today = dayOf(new Date());
  const by = (Object.keys(named) as Figure['by'][]).find((one) => one === params.get('by')) ?? 'all';
  return {
    from: dayOfText(params.get('from')) ?? dayAfter(today, -29),
    to: dayOfText(params.get('to')) ?? today,
    side: isHq && params.get('side') !== 'own' ? 'channel' : 'own',
    by,
    key: by === 'all' ? '' : (params.get('key') ?? ''),
  };
}

/** The orders behind a figure of the reports. */
export default function ReportOrdersPage() {
  const isHq = useMe().party.kind === 'hq';
  const { params } = useFilters();
  const pages = useCursorPages();
  const figure = figureOf(params, isHq);
  const { from, to, side, by } = figure;
  const orders = useOrdersBehind(figure, pages.cursor);
  const name = orders.data?.name ?? null;
  const title = by === 'all' ? '报表中的订单' : `${named[by]}的订单${name === null ? '' : `：${name}`}`;
  const back = new URLSearchParams({ from, to, side, ...(by === 'all' ? {} : { by: reportOf(by) }) });
  return (
    <Page
      title={title}
      hint={`${from} 至 ${to} 下单${keptAlone.includes(by) ? '的有效订单' : '，不含补发单'}；与报表的数字逐单对应`}
      extra={<ExportButton name="报表订单" columns={behindCsv} fetchPage={pagesBehind(figure)} />}
    >
      <div className="tp-filters">
        <Link className="tp-link" to={`/reports?${back.toString()}`}>
          返回报表
        </Link>
      </div>
      <PagedTable
        name="report-orders"
        list={orders}
        pages={pages}
        rowKey={(order) => order.orderId}
        columns={behindColumns}
        minWidth={1100}
        empty={
          <EmptyHint title="这里没有订单" hint="订单可能刚被取消或改期；返回报表，换一行或换一个时间段。" />
        }
      />
    </Page>
  );
}
