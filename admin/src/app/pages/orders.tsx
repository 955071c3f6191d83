import { Input, Segmented } from 'antd';
import { useMe } from '../../features/auth/me';
import { stateOf, type OrderSide } from '../../features/orders/model';
import { orderColumns, orderCsv } from '../../features/orders/order-columns';
import { orderPages, useOrders } from '../../features/orders/queries';
import { StateFilter } from '../../features/orders/state-filter';
import '../../features/orders/orders.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { ownSide, sidesOf } from '../sides';

export default function OrdersPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const sides = sidesOf(me);
  const side: OrderSide = sides.find(({ value }) => value === params.get('side'))?.value ?? ownSide(me);
  const state = stateOf(params.get('state'));
  const q = params.get('q') ?? undefined;
  const filter = { side, state, q };
  const orders = useOrders(filter, pages.cursor);

  return (
    <Page
      title="全部订单"
      hint={me.party.kind === 'hq' ? '全渠道每一张订单，从下单到完成' : '客户向我下的订单，和我向总部的采购'}
      extra={<ExportButton name="订单" columns={orderCsv} fetchPage={orderPages(filter)} />}
    >
      <div className="tp-filters">
        <Segmented
          options={[...sides]}
          value={side}
          onChange={(value) => choose('side', value === ownSide(me) ? undefined : value)}
        />
        <Input.Search
          key={q}
          id="orders-search"
          allowClear
          defaultValue={q}
          maxLength={60}
          placeholder="订单号或客户名称"
          onSearch={(value) => choose('q', value.trim() || undefined)}
          style={{ width: 260 }}
        />
      </div>
      <StateFilter side={side} state={state} onChange={(value) => choose('state', value)} />
      <PagedTable
        name="orders"
        list={orders}
        pages={pages}
        rowKey={(order) => order.orderId}
        tools={<ViewMenu list="orders" />}
        columns={orderColumns}
        minWidth={1180}
        empty={
          state || q ? (
            <EmptyHint title="没有符合条件的订单" hint="换一个状态，或检查订单号与客户名称是否完整。" />
          ) : (
            <EmptyHint title="还没有订单" hint="客户在小程序或商城下单后，订单会出现在这里。" />
          )
        }
      />
    </Page>
  );
}
