import { Select } from 'antd';
import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import { useFilters } from '../../ui/use-filters';
import { shareText } from './compare';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Period, type SlowStock, useSlowStock } from './queries';
import { slowColumns, slowCsv } from './slow-columns';
import { TilesPanel } from './tiles-panel';

const spans = [30, 60, 90, 180, 365];
const USUAL_DAYS = 90;

/** The figures with their definitions, as the warehouse reads them. */
const tilesOf =
  (days: number) =>
  ({ total }: SlowStock): readonly TileProps[] => [
    {
      title: '滞销品项',
      means: `现有库存、最早一批入库超过 ${days} 天，且近 ${days} 天没有有效订单、也没有发给客户的商品，按货主分别计；截至现在，今天的出货次日计入`,
      value: countText(total.slowSkus),
      testId: 'slow-skus',
    },
    {
      title: '滞销占比',
      means: '滞销品项 ÷ 有库存的品项；系统不存成本，因此按品项计，不按金额计',
      value: shareText(total.slowSkus, total.stockedSkus),
      testId: 'slow-share',
    },
    {
      title: '有库存的品项',
      means: '现在至少有一件在库的商品，按货主分别计，含待检和不可售的',
      value: countText(total.stockedSkus),
      testId: 'slow-stocked',
    },
  ];

/** 滞销: what lies there and is sent to nobody, as of now. */
export function SlowPanel({ period }: { period: Period }) {
  const { params, choose } = useFilters();
  const days = spans.find((one) => String(one) === params.get('days')) ?? USUAL_DAYS;
  const isChannel = period.side === 'channel';
  const found = useSlowStock(period.side, days);
  return (
    <>
      <TilesPanel
        title="滞销（截至现在，与所选时间段无关）"
        testId="report-slow"
        found={found}
        tilesOf={tilesOf(days)}
      />
      {found.data && (
        <FigureList
          name={`滞销-${days} 天`}
          list={isChannel ? 'report-owner-slow' : 'report-slow'}
          found={found}
          columns={slowColumns(isChannel)}
          csv={slowCsv}
          empty={
            <EmptyHint title={`没有 ${days} 天未动销的库存`} hint="缩短天数，可以看到更早的滞销苗头。" />
          }
          tools={
            <Select
              aria-label="未动销天数"
              value={days}
              onChange={(value) => choose('days', value === USUAL_DAYS ? undefined : String(value))}
              options={spans.map((value) => ({ value, label: `${value} 天未动销` }))}
              style={{ width: 150 }}
              data-testid="slow-days"
            />
          }
        />
      )}
    </>
  );
}
