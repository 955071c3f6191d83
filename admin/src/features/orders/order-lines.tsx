import { Table, type TableProps } from 'antd';
import { countText } from '../../ui/format';
import { UnitPrice, Yuan } from '../../ui/yuan';
import type { Order, OrderLine } from './model';
import { totalsOf } from './progress';

const countColumn = (title: string, count: (line: OrderLine) => number, tone = '') => ({
  title,
  width: 62,
  align: 'right' as const,
  render: (_: unknown, line: OrderLine) => (
    <span className={`tp-figure ${count(line) === 0 ? 'tp-faint' : tone}`}>{countText(count(line))}</span>
  ),
});

const columns: TableProps<OrderLine>['columns'] = [
  { title: '行', dataIndex: 'lineNo', width: 40, align: 'center' },
  {
    title: '商品',
    render: (_, line) => (
      <>
        <div>{line.skuName}</div>
        <div className="tp-muted tp-small">{line.spec}</div>
      </>
    ),
  },
  {
    title: '订购',
    width: 96,
    align: 'right',
    render: (_, line) => (
      <>
        <div className="tp-figure tp-strong">{countText(line.quantity)}</div>
        <div className="tp-muted tp-small">{line.mixedUnits}</div>
      </>
    ),
  },
  countColumn('占用', (line) => line.reserved),
  countColumn('已发', (line) => line.shipped),
  countColumn('已签', (line) => line.signed, 'tp-success'),
  countColumn('取消', (line) => line.cancelled, 'tp-danger'),
  {
    title: '单价',
    width: 88,
    align: 'right',
    render: (_, line) => <UnitPrice unitPriceE4={line.unitPriceE4} />,
  },
  {
    title: '金额',
    width: 108,
    align: 'right',
    render: (_, line) => <Yuan fen={line.amountFen} strong />,
  },
];

const promisedLots = (line: OrderLine) => (
  <div className="promised-lots">
    <span className="tp-muted">待发批次</span>
    {line.promisedLots.map((lot) => (
      <span key={`${lot.warehouseName} ${lot.lotNo}`} className="promised-lot">
        <b className="tp-figure">{lot.lotNo}</b> × {countText(lot.quantity)}
        <span className="tp-muted">
          {lot.expiresOn} 到期 · {lot.warehouseName}
        </span>
      </span>
    ))}
  </div>
);

/** What was ordered and how far each line is, with the sum checked against the order. */
export function OrderLines({ order }: { order: Order }) {
  const totals = totalsOf(order);
  return (
    <>
      <Table<OrderLine>
        size="small"
        rowKey={(line) => String(line.lineNo)}
        columns={columns}
        dataSource={[...order.lines]}
        pagination={false}
        scroll={{ x: 670 }}
        expandable={{
          expandedRowRender: promisedLots,
          expandedRowKeys: order.lines
            .filter((line) => line.promisedLots.length > 0)
            .map((line) => String(line.lineNo)),
          showExpandColumn: false,
        }}
      />
      <div className="order-totals" data-testid="order-totals">
        <span>
          明细合计 <Yuan fen={totals.linesFen} />
        </span>
        <span className={totals.agrees ? 'tp-success' : 'tp-danger tp-strong'}>
          {totals.agrees ? '✓ 与货款一致' : '✗ 与货款不一致，请联系财务核对'}
        </span>
        <span>
          货款 <Yuan fen={order.goodsFen} />
        </span>
        {totals.reductionFen !== 0 && (
          <span>
            优惠 <Yuan fen={-totals.reductionFen} />
          </span>
        )}
        {order.freight && (
          <span title={order.freight.words}>
            运费 <Yuan fen={order.freight.freightFen} />
          </span>
        )}
        <span>
          应付{' '}
          <b className="order-payable">
            <Yuan fen={order.payableFen} strong />
          </b>
        </span>
      </div>
    </>
  );
}
