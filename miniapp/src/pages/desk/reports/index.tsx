import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { DayBars } from '@/features/reports/day-bars';
import { everyDay, periodOf, spans } from '@/features/reports/period';
import { useSalesByBuyer, useSalesByDay, useSalesOfGoods } from '@/features/reports/queries';
import { RankedRows } from '@/features/reports/ranked-rows';
import { buyerTable, dayTable, goodsTable } from '@/features/reports/report-tables';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { yuan } from '@/ui/money';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '我的报表' };

const cuts = [
  { value: 'buyer', label: '按客户' },
  { value: 'goods', label: '按商品' },
];

const noSales = { orders: 0, touchlessOrders: 0, keptOrders: 0, keptFen: 0 };

const count = (value: number) => value.toLocaleString('zh-CN');

/** What I sold: by day as bars, and by customer or goods, most money first. */
function ReportsPage() {
  const [filters, change] = useAddressFilters({ span: '30', cut: 'buyer' });
  const span = spans.some(({ value }) => value === filters.span) ? filters.span : '30';
  const cut = filters.cut === 'goods' ? 'goods' : 'buyer';
  const period = periodOf(span, Date.now());
  const sales = useSalesByDay(period);
  const buyers = useSalesByBuyer(period, cut === 'buyer');
  const goods = useSalesOfGoods(period, cut === 'goods');
  usePullDownRefresh(() => void rereadFirst(['insight']).then(() => Taro.stopPullDownRefresh()));
  const days = sales.data ? everyDay(period, sales.data.days, noSales) : [];
  const ranked = cut === 'buyer' ? buyers : goods;
  return (
    <Page {...head} width="desk">
      <View className="report-span">
        <Chips name="span" chips={spans} value={span} onChange={(value) => change({ span: value })} />
      </View>
      {sales.isPending ? <Loading rows={2} /> : null}
      {sales.isError && !sales.data ? (
        <Problem error={sales.error} onRetry={() => void sales.refetch()} />
      ) : null}
      {sales.data ? (
        <Card
          title={`${period.from} 至 ${period.to}`}
          extra={<SaveButton id="save-days" table={() => dayTable(period, days)} />}
        >
          <View className="report-figures" id="report-total">
            <Figure name="成交额" value={yuan(sales.data.total.keptFen)} />
            <Figure name="成交单数" value={count(sales.data.total.keptOrders)} />
            <Figure name="下单数" value={count(sales.data.total.orders)} />
            <Figure name="免审单数" value={count(sales.data.total.touchlessOrders)} />
          </View>
          <DayBars days={days.map(({ day, keptFen }) => ({ day, fen: keptFen }))} />
        </Card>
      ) : null}
      <Card
        title="排名"
        extra={
          <SaveButton
            id="save-ranked"
            disabled={!ranked.isSuccess}
            table={() =>
              cut === 'buyer'
                ? buyerTable(period, buyers.data?.items ?? [])
                : goodsTable(period, goods.data?.items ?? [])
            }
          />
        }
      >
        <Chips name="cut" chips={cuts} value={cut} onChange={(value) => change({ cut: value })} />
        {ranked.isPending ? <Loading rows={3} /> : null}
        {ranked.isError && !ranked.data ? (
          <Problem error={ranked.error} onRetry={() => void ranked.refetch()} />
        ) : null}
        {ranked.data?.items.length === 0 ? (
          <Nothing title="这段时间没有订单" advice="换一段时间再看，或看看客户订单里有没有待审核的" />
        ) : null}
        {cut === 'buyer' && buyers.data ? (
          <RankedRows
            rows={buyers.data.items.map(({ key, name, keptOrders, keptFen }) => ({
              key,
              name,
              hint: `成交 ${count(keptOrders)} 单`,
              fen: keptFen,
            }))}
          />
        ) : null}
        {cut === 'goods' && goods.data ? (
          <RankedRows
            rows={goods.data.items.map(({ key, name, quantity, baseUnit, shipped, keptFen }) => ({
              key,
              name,
              hint: `订 ${count(quantity)}${baseUnit} · 已发 ${count(shipped)}${baseUnit}`,
              fen: keptFen,
            }))}
          />
        ) : null}
      </Card>
    </Page>
  );
}

const Figure = ({ name, value }: { name: string; value: ReactNode }) => (
  <View className="report-figures__one">
    <Text className="report-figures__name">{name}</Text>
    <Text className="report-figures__value">{value}</Text>
  </View>
);

export default signedIn(ReportsPage, head);
