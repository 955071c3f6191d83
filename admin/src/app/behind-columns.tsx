import type { CsvColumn } from '../ui/csv';
import type { ListColumns } from '../ui/list-column';
import { orderColumns, orderCsv } from '../features/orders/order-columns';
import type { OrderBehind } from '../features/insight/queries';

const keptText = ({ isKept }: OrderBehind) => (isKept ? '计入' : '不计入');

/** Orders behind a figure: as all orders are listed, with whether each counts as kept instead of what is found in it. */
export const behindColumns: ListColumns<OrderBehind> = [
  ...(orderColumns as ListColumns<OrderBehind>).filter(({ key }) => key !== 'marks'),
  {
    key: 'kept',
    title: '有效订单',
    width: 104,
    render: (_, order) => <span className={order.isKept ? 'tp-success' : 'tp-muted'}>{keptText(order)}</span>,
  },
];

export const behindCsv: readonly CsvColumn<OrderBehind>[] = [
  ...orderCsv,
  { title: '有效订单', cell: keptText },
];
