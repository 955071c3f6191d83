import { View } from '@tarojs/components';
import { dayAndTime } from '@/ui/dates';
import { Nothing } from '@/ui/states';
import { Paper, PaperFacts, PaperSigns, PaperTable, PaperTools, type PaperColumn } from './paper';
import { picksOf, type PickRow } from './picks';
import type { Order } from './queries';

const columns: readonly PaperColumn<PickRow>[] = [
  { title: '序', cell: (_, at) => String(at + 1), look: 'number', isAside: true },
  { title: '商品', cell: ({ skuName, spec }) => `${skuName} ${spec}`, look: 'wide' },
  { title: '批次', cell: ({ lotNo }) => lotNo },
  { title: '有效期至', cell: ({ expiresOn }) => expiresOn },
  { title: '应拣', cell: ({ mixedUnits }) => mixedUnits, look: 'number' },
  {
    title: '最小单位',
    cell: ({ quantity }) => quantity.toLocaleString('zh-CN'),
    look: 'number',
    isAside: true,
  },
  { title: '实拣', cell: () => '', look: 'blank', isAside: true },
];

/** 拣货单: what is promised and has not gone yet, a sheet for each warehouse. */
export function PickList({ order }: { order: Order }) {
  const warehouses = picksOf(order);
  if (warehouses.length === 0)
    return <Nothing title="没有要拣的货" advice="订单审核通过、占用了批次之后，这里列出从哪个仓拣哪一批" />;
  return (
    <>
      <PaperTools hint="按仓库分页，先到期的批次排在前面" />
      {warehouses.map(({ warehouseName, picks }, at) => (
        <View key={warehouseName} className="paper-page">
          <Paper id={`pick-list-${at}`} title="拣货单" number={order.number}>
            <PaperFacts
              facts={[
                ['仓库', warehouseName],
                ['客户', order.buyerName],
                ['下单时间', dayAndTime(order.placedAt)],
                ['要求到货', order.deliverOn ?? '尽快'],
                ...(order.note ? [['备注', order.note] as const] : []),
              ]}
            />
            <PaperTable columns={columns} rows={picks} keyOf={({ key }) => key} />
            <PaperSigns names={['拣货', '复核', '日期']} />
          </Paper>
        </View>
      ))}
    </>
  );
}
