import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import { shareText } from './compare';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Period, type Shelves, useShelves } from './queries';
import { ownerShelfColumns, ownerShelfCsv, skuShelfColumns, skuShelfCsv } from './shelf-columns';
import { TilesPanel } from './tiles-panel';

/** The figures with their definitions, as the warehouse reads them. */
const tilesOf = ({ total }: Shelves): readonly TileProps[] => [
  {
    title: '在售天数',
    means: '商品 × 仓库 × 天，按每晚的库存记录；入过库的商品都算，今天的还没有记录',
    value: countText(total.skuDays),
    testId: 'shelf-days',
  },
  {
    title: '缺货率',
    means: '当晚没有可承诺库存的天数 ÷ 在售天数',
    value: shareText(total.stockOutDays, total.skuDays),
    testId: 'shelf-out',
  },
  {
    title: '到期预警',
    means: '处置期限落在时间段内且已到期限的临期预警；期限前已售完的不算，未处置就升级的算',
    value: countText(total.dueAlerts),
    testId: 'shelf-due',
  },
  {
    title: '按时处置率',
    means: '期限前已处置的预警 ÷ 到期预警',
    value: shareText(total.handledInTime, total.dueAlerts),
    testId: 'shelf-handled',
  },
];

const empty = (
  <EmptyHint title="这段时间没有库存记录" hint="每天零点后记录前一天的库存；换一个时间段，或明天再来看。" />
);

/** 库存: what was out of stock and what moved, by SKU, or for HQ by distributor. */
export function ShelvesPanel({ period }: { period: Period }) {
  const isChannel = period.side === 'channel';
  const found = useShelves(period);
  return (
    <>
      <TilesPanel title="库存" testId="report-shelves" found={found} tilesOf={tilesOf} />
      {found.data && (
        <FigureList
          name={isChannel ? '库存-经销商' : '库存-商品'}
          list={isChannel ? 'report-owner-shelves' : 'report-shelves'}
          found={found}
          columns={isChannel ? ownerShelfColumns : skuShelfColumns}
          csv={isChannel ? ownerShelfCsv : skuShelfCsv}
          empty={empty}
        />
      )}
    </>
  );
}
