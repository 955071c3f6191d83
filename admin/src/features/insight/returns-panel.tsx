import type { ReactNode } from 'react';
import { EmptyHint } from '../../ui/empty-hint';
import { countText, yuanText } from '../../ui/format';
import { useFilters } from '../../ui/use-filters';
import { shareText } from './compare';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Period, type Returns, type ReturnsBy, useReturnedGoods, useReturns } from './queries';
import { returnedGoodsColumns, returnedGoodsCsv, returnsColumns, returnsCsv } from './returns-columns';
import { SplitChoice } from './split-choice';
import { TilesPanel } from './tiles-panel';
import { requestsBehind } from './way-behind';

type Split = ReturnsBy | 'goods';

/** The figures with their definitions, as whoever answers for after-sales reads them. */
const tilesOf = ({ total }: Returns): readonly TileProps[] => [
  {
    title: '售后申请',
    means: '时间段内提交的售后申请，无论结果，按申请日计',
    value: countText(total.requests),
    testId: 'returns-requests',
  },
  {
    title: '申请货值',
    means: '申请退换或索赔的货，客户当初实付的金额',
    value: yuanText(total.askedFen),
    testId: 'returns-asked',
  },
  {
    title: '已退金额',
    means: '这些申请至今实际退回或赔付的金额，含冲减账单和返还预付',
    value: yuanText(total.grantedFen),
    testId: 'returns-granted',
  },
  {
    title: '退货率',
    means: '已退金额 ÷ 同期下单的有效金额；申请可能来自更早的订单',
    value: shareText(total.grantedFen, total.keptFen),
    testId: 'returns-rate',
  },
];

const empty = <EmptyHint title="这段时间没有售后申请" hint="客户申请售后后计入这里；换一个时间段看看。" />;

function Goods({ period, tools }: { period: Period; tools: ReactNode }) {
  const found = useReturnedGoods(period);
  return (
    <FigureList
      name="售后-商品"
      list="report-returned-goods"
      found={found}
      columns={returnedGoodsColumns}
      csv={returnedGoodsCsv}
      empty={empty}
      tools={tools}
    />
  );
}

/** 售后: what customers ask back, by reason, kind, customer or goods. */
export function ReturnsPanel({ period }: { period: Period }) {
  const { params, choose } = useFilters();
  const isChannel = period.side === 'channel';
  const splits: Partial<Record<Split, string>> = {
    reason: '原因',
    kind: '类型',
    ...(isChannel ? { seller: '经销商' } : { buyer: '客户' }),
    goods: '商品',
  };
  const split = (Object.keys(splits) as Split[]).find((one) => one === params.get('split')) ?? 'reason';
  const by = split === 'goods' ? 'reason' : split;
  const title = splits[by] ?? '';
  const found = useReturns(period, by);
  const tools = (
    <SplitChoice
      splits={splits}
      value={split}
      onChange={(value) => choose('split', value === 'reason' ? undefined : value)}
    />
  );
  return (
    <>
      <TilesPanel title="售后" testId="report-returns" found={found} tilesOf={tilesOf} />
      {split === 'goods' && <Goods period={period} tools={tools} />}
      {split !== 'goods' && found.data && (
        <FigureList
          name={`售后-${title}`}
          list={`report-returns-${by}`}
          found={found}
          columns={returnsColumns(title, (key) => requestsBehind(period, { [by]: key }))}
          csv={returnsCsv(title)}
          empty={empty}
          tools={tools}
        />
      )}
    </>
  );
}
