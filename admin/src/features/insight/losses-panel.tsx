import { EmptyHint } from '../../ui/empty-hint';
import { countText, yuanText } from '../../ui/format';
import { shareText } from './compare';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { ownerLossColumns, ownerLossCsv, skuLossColumns, skuLossCsv } from './loss-columns';
import { type Losses, type Period, useLosses } from './queries';
import { TilesPanel } from './tiles-panel';

/** The figures with their definitions, as the warehouse and finance read them. */
const tilesOf = ({ total }: Losses): readonly TileProps[] => [
  {
    title: '损耗估值',
    means: '时间段内销毁的数量 × 货主同期该商品的平均成交价；系统不存成本，因此按售价估值，高于成本口径',
    value: yuanText(total.lossFen),
    testId: 'losses-money',
  },
  {
    title: '损耗率',
    means: '损耗估值 ÷ 同期有效金额',
    value: shareText(total.lossFen, total.keptFen),
    testId: 'losses-rate',
  },
  {
    title: '销毁品项',
    means: '有过销毁作业的商品数；退货验收时销毁的计入售后，不计入这里',
    value: countText(total.skus),
    testId: 'losses-skus',
  },
  {
    title: '未估值品项',
    means: '货主同期没有卖出、无成交价可用的商品，只计数量，不计入损耗估值',
    value: countText(total.unvaluedSkus),
    testId: 'losses-unvalued',
  },
];

const empty = (
  <EmptyHint title="这段时间没有销毁" hint="在批次库存里做“销毁”作业后计入这里；换一个时间段看看。" />
);

/** 损耗: what was destroyed, by SKU, or for HQ by distributor. */
export function LossesPanel({ period }: { period: Period }) {
  const isChannel = period.side === 'channel';
  const found = useLosses(period);
  return (
    <>
      <TilesPanel title="损耗" testId="report-losses" found={found} tilesOf={tilesOf} />
      {found.data && (
        <FigureList
          name={isChannel ? '损耗-经销商' : '损耗-商品'}
          list={isChannel ? 'report-owner-losses' : 'report-losses'}
          found={found}
          columns={isChannel ? ownerLossColumns : skuLossColumns}
          csv={isChannel ? ownerLossCsv : skuLossCsv}
          empty={empty}
        />
      )}
    </>
  );
}
