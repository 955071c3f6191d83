import type { CsvColumn } from '../../ui/csv';
import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { shareText } from './compare';
import { countCell } from './figure-cell';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Deliveries, type DeliveryRow, type Period, useDeliveries } from './queries';
import { TilesPanel } from './tiles-panel';

const hoursText = (hours: number | null) => (hours === null ? '—' : `${countText(hours)} 小时`);

/** The figures with their definitions, as the trade reads them. */
const tilesOf = ({ total, halfHours, mostHours }: Deliveries): readonly TileProps[] => [
  {
    title: '签收完成订单',
    means: '已全部发货或取消、发出的货全部签收的订单，按最后一次签收日计；不含补发单',
    value: countText(total.orders),
    testId: 'delivery-orders',
  },
  {
    title: '准时足量率（OTIF）',
    means: '有要求到货日的订单中，当日或之前签收且足量的 ÷ 有要求到货日的订单；足量不看赠品和替代品',
    value: shareText(total.otifOrders, total.promisedOrders),
    testId: 'delivery-otif',
  },
  {
    title: '完美订单率',
    means: '准时、足量且无破损无拒收的订单 ÷ 有要求到货日的订单；单据是否齐全未计入',
    value: shareText(total.perfectOrders, total.promisedOrders),
    testId: 'delivery-perfect',
  },
  {
    title: '行满足率',
    means: '按订货量全数签收的订单行 ÷ 全部订单行，不含赠品和替代品',
    value: shareText(total.fullLines, total.orderLines),
    testId: 'delivery-lines',
  },
  {
    title: '订单周期（中位数）',
    means: '从提交到最后一次签收的整小时数，一半的订单不超过它；超过 90 天按 90 天计',
    value: hoursText(halfHours),
    testId: 'delivery-half',
  },
  {
    title: '订单周期（P90）',
    means: '从提交到最后一次签收的整小时数，九成的订单不超过它',
    value: hoursText(mostHours),
    testId: 'delivery-most',
  },
];

const columnsOf = (title: string): ListColumns<DeliveryRow> => [
  { key: 'name', title, stays: true, ellipsis: true, dataIndex: 'name' },
  {
    key: 'orders',
    title: '签收完成',
    width: 104,
    align: 'right',
    render: (_, { orders }) => countCell(orders),
  },
  {
    key: 'promised',
    title: '有要求到货日',
    width: 128,
    align: 'right',
    render: (_, { promisedOrders }) => countCell(promisedOrders),
  },
  {
    key: 'onTime',
    title: '准时率',
    width: 96,
    align: 'right',
    render: (_, { onTimeOrders, promisedOrders }) => shareText(onTimeOrders, promisedOrders),
  },
  {
    key: 'full',
    title: '足量率',
    width: 96,
    align: 'right',
    render: (_, { fullOrders, orders }) => shareText(fullOrders, orders),
  },
  {
    key: 'otif',
    title: 'OTIF',
    width: 96,
    align: 'right',
    render: (_, { otifOrders, promisedOrders }) => shareText(otifOrders, promisedOrders),
  },
  {
    key: 'perfect',
    title: '完美订单率',
    width: 112,
    align: 'right',
    render: (_, { perfectOrders, promisedOrders }) => shareText(perfectOrders, promisedOrders),
  },
  {
    key: 'lines',
    title: '行满足率',
    width: 104,
    align: 'right',
    render: (_, { fullLines, orderLines }) => shareText(fullLines, orderLines),
  },
];

const csvOf = (title: string): readonly CsvColumn<DeliveryRow>[] => [
  { title, cell: ({ name }) => name },
  { title: '签收完成', cell: ({ orders }) => orders },
  { title: '有要求到货日', cell: ({ promisedOrders }) => promisedOrders },
  { title: '准时', cell: ({ onTimeOrders }) => onTimeOrders },
  { title: '足量', cell: ({ fullOrders }) => fullOrders },
  { title: '准时足量', cell: ({ otifOrders }) => otifOrders },
  { title: '完美订单', cell: ({ perfectOrders }) => perfectOrders },
  { title: '订单行', cell: ({ orderLines }) => orderLines },
  { title: '足量订单行', cell: ({ fullLines }) => fullLines },
];

/** 履约: how what was ordered arrived, by seller where there are several, by day otherwise. */
export function DeliveryPanel({ period }: { period: Period }) {
  const by = period.side === 'channel' ? 'seller' : 'day';
  const title = by === 'seller' ? '经销商' : '签收日';
  const found = useDeliveries(period, by);
  return (
    <>
      <TilesPanel title="履约" testId="report-delivery" found={found} tilesOf={tilesOf} />
      {found.data && (
        <FigureList
          name={`履约-${title}`}
          list="report-delivery"
          found={found}
          columns={columnsOf(title)}
          csv={csvOf(title)}
          empty={<EmptyHint title="这段时间没有签收完成的订单" hint="换一个时间段；全部签收后约十秒计入。" />}
        />
      )}
    </>
  );
}
