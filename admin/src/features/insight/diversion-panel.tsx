import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import { useFilters } from '../../ui/use-filters';
import { diversionColumns, diversionCsv } from './diversion-columns';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Diversions, type DiversionsBy, type Period, useDiversions } from './queries';
import { SplitChoice } from './split-choice';
import { TilesPanel } from './tiles-panel';
import { blockedBehind, requestsBehind } from './way-behind';

/** The figures with their definitions, as whoever guards borders reads them. */
const tilesOf = ({ total }: Diversions): readonly TileProps[] => [
  {
    title: '拦截订单行',
    means: '下单时因超出授权区域、渠道或品类而被拦下的订单行，按拦截日计；同一订单行只计一次',
    value: countText(total.blockedLines),
    testId: 'diversion-lines',
  },
  {
    title: '涉及订单',
    means: '至少有一行被拦截的订单',
    value: countText(total.blockedOrders),
    testId: 'diversion-orders',
  },
  {
    title: '窜货线索',
    means: '售后申请中出示了未发给该客户的批次，按申请日计；线索需人工核实，核实结果未入库，因此不计窜货率',
    value: countText(total.suspicions),
    testId: 'diversion-suspicions',
  },
];

const empty = (
  <EmptyHint
    title="这段时间没有拦截，也没有窜货线索"
    hint="越区下单会在提交时被拦下并计入这里；换一个时间段看看。"
  />
);

/** 窜货: stopped attempts and suspicions by distributor, customer, province or day. */
export function DiversionPanel({ period }: { period: Period }) {
  const { params, choose } = useFilters();
  const isChannel = period.side === 'channel';
  const splits: Partial<Record<DiversionsBy, string>> = {
    ...(isChannel ? { seller: '经销商' } : { buyer: '客户' }),
    province: '省份',
    day: '日期',
  };
  const [first] = Object.keys(splits) as [DiversionsBy];
  const by = (Object.keys(splits) as DiversionsBy[]).find((one) => one === params.get('split')) ?? first;
  const title = splits[by] ?? '';
  const found = useDiversions(period, by);
  const ways = {
    blockedOf: (key: string) => blockedBehind(period, by, key),
    suspicionsOf: (key: string) =>
      by === 'province' ? undefined : requestsBehind(period, { [by]: key, suspects: 'diversion' }),
  };
  return (
    <>
      <TilesPanel title="窜货" testId="report-diversion" found={found} tilesOf={tilesOf} />
      {found.data && (
        <FigureList
          name={`窜货-${title}`}
          list={`report-diversion-${by}`}
          found={found}
          columns={diversionColumns(title, ways)}
          csv={diversionCsv(title)}
          empty={empty}
          tools={
            <SplitChoice
              splits={splits}
              value={by}
              onChange={(split) => choose('split', split === first ? undefined : split)}
            />
          }
        />
      )}
    </>
  );
}
