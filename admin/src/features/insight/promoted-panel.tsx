import { EmptyHint } from '../../ui/empty-hint';
import { countText, yuanText } from '../../ui/format';
import { shareText } from './compare';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { promotedColumns, promotedCsv } from './promoted-columns';
import { type Period, type Promoted, usePromoted } from './queries';
import { TilesPanel } from './tiles-panel';
import { returnText } from './turn-days';
import { wayBehind } from './way-behind';

/** The figures with their definitions, as whoever plans promotions reads them. */
const tilesOf = ({ total }: Promoted): readonly TileProps[] => [
  {
    title: '促销',
    means: '时间段内至少有一张有效订单享受的促销',
    value: countText(total.promotions),
    testId: 'promoted-count',
  },
  {
    title: '已入账费用',
    means: '时间段内下单的有效订单享受的促销，至今随发货入账的费用，无论由谁承担；退货已冲减',
    value: yuanText(total.costFen),
    testId: 'promoted-cost',
  },
  {
    title: '费销比',
    means: '已入账费用 ÷ 同期全部有效金额',
    value: shareText(total.costFen, total.keptFen),
    testId: 'promoted-share',
  },
  {
    title: '投入产出比',
    means:
      '享受促销的有效订单金额 ÷ 已入账费用；合计中每张订单只计一次，下表按促销分别计入。系统没有成本和对照组，因此不是增量毛利口径',
    value: returnText(total.promotedFen, total.costFen),
    testId: 'promoted-return',
  },
];

/** 促销投入产出: what each promotion brought beside what it cost. */
export function PromotedPanel({ period }: { period: Period }) {
  const isChannel = period.side === 'channel';
  const found = usePromoted(period);
  return (
    <>
      <TilesPanel title="促销投入产出" testId="report-promoted" found={found} tilesOf={tilesOf} />
      {found.data && (
        <FigureList
          name="促销投入产出"
          list={isChannel ? 'report-owner-promoted' : 'report-promoted'}
          found={found}
          columns={promotedColumns(isChannel, (key) => wayBehind({ ...period, by: 'promotion', key }))}
          csv={promotedCsv}
          empty={
            <EmptyHint title="这段时间没有享受促销的订单" hint="订单用上促销后计入这里；换一个时间段看看。" />
          }
        />
      )}
    </>
  );
}
