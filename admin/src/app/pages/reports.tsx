import { Segmented, Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { everyDay } from '../../features/insight/days-between';
import { DeliveryPanel } from '../../features/insight/delivery-panel';
import { DiversionPanel } from '../../features/insight/diversion-panel';
import { FigureTiles } from '../../features/insight/figure-tiles';
import { LossesPanel } from '../../features/insight/losses-panel';
import { PeriodPicker } from '../../features/insight/period-picker';
import { PromotedPanel } from '../../features/insight/promoted-panel';
import {
  type Period,
  useGoodsSold,
  useRangesSold,
  useSalesBy,
  useSalesByDay,
} from '../../features/insight/queries';
import { ReceivablesPanel } from '../../features/insight/receivables-panel';
import {
  figureColumns,
  figureCsv,
  goodsColumns,
  goodsCsv,
  rangeColumns,
  rangeCsv,
} from '../../features/insight/report-columns';
import { daysOption, paletteOf } from '../../features/insight/sales-option';
import { ReturnsPanel } from '../../features/insight/returns-panel';
import { ShelvesPanel } from '../../features/insight/shelves-panel';
import { SlowPanel } from '../../features/insight/slow-panel';
import { wayBehind } from '../../features/insight/way-behind';
import '../../features/insight/insight.css';
import { Chart } from '../../ui/chart';
import type { CsvColumn } from '../../ui/csv';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf, yuanText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { type ListState, ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { dayAfter, dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { useIsDark } from '../appearance';

/** What was sold, by what it has in common; how it was delivered, what is owed for it, and what lay in stock. */
const cuts = {
  buyer: '按客户',
  seller: '按经销商',
  province: '按省份',
  goods: '按商品',
  category: '按品类',
  brand: '按品牌',
  delivery: '履约',
  owed: '款项',
  shelves: '库存',
  promotions: '促销',
  returns: '售后',
  losses: '损耗',
  slow: '滞销',
  diversion: '窜货',
} as const;
const named = { buyer: '客户', seller: '经销商', province: '省份' } as const;
const ranges = { category: '品类', brand: '品牌' } as const;
const sold = { ...named, ...ranges, goods: '商品' } as const;
type Cut = keyof typeof cuts;
const isSold = (cut: Cut) => Object.hasOwn(sold, cut);

const nothing = (
  <EmptyHint title="这段时间没有订单" hint="换一个时间段，或等客户下单；新订单约十秒后计入报表。" />
);

/** The server lists no more rows than that; the figures above count them all. */
const LONGEST_LIST = 500;

interface RowsProps<Row> {
  cut: keyof typeof sold;
  rows: ListState<Row>;
  columns: ListColumns<Row>;
  csv: readonly CsvColumn<Row>[];
  minWidth: number;
}

/** The rows of a report, which can be taken along; a list that is cut says so. */
function Rows<Row extends { readonly key: string }>({ cut, rows, columns, csv, minWidth }: RowsProps<Row>) {
  const items = rows.data?.items ?? [];
  return (
    <>
      <div className="tp-filters">
        <ExportButton
          name={`经营报表-${sold[cut]}`}
          columns={csv}
          fetchPage={() => Promise.resolve({ items, nextCursor: null })}
        />
      </div>
      <ListTable
        name={`report-${cut}`}
        list={rows}
        rowKey={({ key }) => key}
        tools={<ViewMenu list="reports" />}
        columns={columns}
        minWidth={minWidth}
        empty={nothing}
        footer={
          items.length >= LONGEST_LIST && (
            <div className="tp-pager tp-muted">
              只列出有效金额最高的 {LONGEST_LIST} 行，导出也是；概览里的合计包括全部
            </div>
          )
        }
      />
    </>
  );
}

function ByName({ period, cut, totalFen }: { period: Period; cut: keyof typeof named; totalFen: number }) {
  return (
    <Rows
      cut={cut}
      rows={useSalesBy(period, cut)}
      columns={figureColumns(named[cut], totalFen, (key) => wayBehind({ ...period, by: cut, key }))}
      csv={figureCsv(named[cut])}
      minWidth={820}
    />
  );
}

const ByGoods = ({ period }: { period: Period }) => (
  <Rows
    cut="goods"
    rows={useGoodsSold(period)}
    columns={goodsColumns((key) => wayBehind({ ...period, by: 'goods', key }))}
    csv={goodsCsv}
    minWidth={900}
  />
);

function ByRange({ period, cut }: { period: Period; cut: keyof typeof ranges }) {
  const found = useRangesSold(period, cut);
  // Freight is no goods: shares are of what all goods come to.
  const totalFen = (found.data?.items ?? []).reduce((total, { keptFen }) => total + keptFen, 0);
  return (
    <Rows
      cut={cut}
      rows={found}
      columns={rangeColumns(ranges[cut], totalFen)}
      csv={rangeCsv(ranges[cut])}
      minWidth={820}
    />
  );
}

/** The report of a cut below what all of it comes to. */
function Report({ period, cut, totalFen }: { period: Period; cut: Cut; totalFen: number }) {
  if (cut === 'delivery') return <DeliveryPanel period={period} />;
  if (cut === 'owed') return <ReceivablesPanel period={period} />;
  if (cut === 'shelves') return <ShelvesPanel period={period} />;
  if (cut === 'promotions') return <PromotedPanel period={period} />;
  if (cut === 'returns') return <ReturnsPanel period={period} />;
  if (cut === 'losses') return <LossesPanel period={period} />;
  if (cut === 'slow') return <SlowPanel period={period} />;
  if (cut === 'diversion') return <DiversionPanel period={period} />;
  if (cut === 'goods') return <ByGoods period={period} />;
  if (cut === 'category' || cut === 'brand') return <ByRange period={period} cut={cut} />;
  return <ByName period={period} cut={cut} totalFen={totalFen} />;
}

/** What was sold in a period, by day, and by whom, where and what. */
export default function ReportsPage() {
  const me = useMe();
  const isHq = me.party.kind === 'hq';
  const isDark = useIsDark();
  const { params, choose, chooseAll } = useFilters();
  const today = dayOf(new Date());
  const from = dayOfText(params.get('from')) ?? dayAfter(today, -29);
  const to = dayOfText(params.get('to')) ?? today;
  const side = isHq && params.get('side') !== 'own' ? 'channel' : 'own';
  const period: Period = { from, to, side };
  const cut = (Object.keys(cuts) as Cut[]).find((one) => one === params.get('by')) ?? 'buyer';
  const days = useSalesByDay(period);
  const option = useMemo(
    () => daysOption(paletteOf(isDark), everyDay(from, to, days.data?.days ?? [])),
    [days.data, from, to, isDark],
  );
  const totalFen = days.data?.total.keptFen ?? 0;
  const shownCuts = (Object.keys(cuts) as Cut[]).filter(
    (one) => (one !== 'seller' || side === 'channel') && (one !== 'owed' || hasRole(me, 'finance')),
  );
  const shown = shownCuts.includes(cut) ? cut : 'buyer';
  return (
    <Page
      title="经营报表"
      hint="按下单日统计；订单变更、取消后自动更新，与订单明细一致"
      extra={
        <Link className="tp-link" to="/report-plans">
          定时导出
        </Link>
      }
    >
      <div className="tp-filters">
        {isHq && (
          <Segmented
            value={side}
            onChange={(value) => choose('side', value === 'channel' ? undefined : value)}
            options={[
              { value: 'channel', label: '经销商销售' },
              { value: 'own', label: '总部供货' },
            ]}
          />
        )}
        <PeriodPicker
          from={from}
          to={to}
          today={today}
          onChange={(first, last) => chooseAll({ from: first, to: last })}
        />
      </div>
      {days.error !== null && (
        <div className="page-problem">
          <ProblemView error={days.error} onRetry={() => void days.refetch()} />
        </div>
      )}
      <Panel
        title="概览"
        extra={
          <Link
            className="tp-link"
            to={wayBehind({ ...period, by: 'all', key: '' })}
            data-testid="report-orders"
          >
            查看订单
          </Link>
        }
      >
        {days.data ? (
          <div data-testid="report-overview">
            <FigureTiles figures={days.data.total} />
            <Chart option={option} label={`${from} 至 ${to} 每天的有效金额，共 ${yuanText(totalFen)}`} />
          </div>
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
        )}
      </Panel>
      <div className="tp-filters report-cuts">
        {[shownCuts.filter(isSold), shownCuts.filter((one) => !isSold(one))].map((some) => (
          <Segmented<Cut>
            key={some[0]}
            value={shown}
            // How rows are split and how long goods lay is said of one cut alone.
            onChange={(by) =>
              chooseAll({ by: by === 'buyer' ? undefined : by, split: undefined, days: undefined })
            }
            options={some.map((value) => ({
              value,
              label: <span data-testid={`cut-${value}`}>{cuts[value]}</span>,
            }))}
          />
        ))}
      </div>
      <Report period={period} cut={shown} totalFen={totalFen} />
    </Page>
  );
}
