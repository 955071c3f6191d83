import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useMe } from '../../features/auth/me';
import { PeriodPicker } from '../../features/insight/period-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { BlockedChart } from '../../features/territory/blocked-chart';
import { blockedColumns, blockedCsv } from '../../features/territory/blocked-columns';
import { blockedDays } from '../../features/territory/blocked-days';
import { blockedPages, useBlocked, useBlockedCounts } from '../../features/territory/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { countText, dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { dayAfter, dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { useIsDark } from '../appearance';

const SHOWN_DAYS = 30;

/** Order lines that were stopped at a border: how many over time, and each of them. */
export default function BlockedPage() {
  const isHeadquarters = useMe().party.kind === 'hq';
  const isDark = useIsDark();
  const today = dayOf(new Date());
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const last = dayOfText(params.get('to')) ?? today;
  const first = dayOfText(params.get('from')) ?? dayAfter(last, 1 - SHOWN_DAYS);
  const filter = { sellerId: params.get('seller') ?? undefined, from: first, to: dayAfter(last, 1) };
  const blocked = useBlocked(filter, pages.cursor);
  const counts = useBlockedCounts(filter);
  const shown = useMemo(
    () => blockedDays(counts.data ?? [], first, dayAfter(last, 1)),
    [counts.data, first, last],
  );
  return (
    <Page
      title="拦截记录"
      hint={isHeadquarters ? '发往未授权区域而被拦下的订单行' : '我发往未授权区域而被拦下的订单行'}
      extra={<ExportButton name="拦截记录" columns={blockedCsv} fetchPage={blockedPages(filter)} />}
    >
      <div className="tp-filters">
        {isHeadquarters && (
          <PartyPicker
            label="经销商"
            kind="distributor"
            placeholder="全部经销商"
            value={filter.sellerId}
            onChange={(value) => choose('seller', value)}
            width={220}
            testId="blocked-seller"
          />
        )}
        <PeriodPicker
          from={first}
          to={last}
          today={today}
          onChange={(from, to) => chooseAll({ from, to: to === today ? undefined : to })}
        />
      </div>
      <Panel
        title="按日走势"
        extra={
          <span className="tp-muted tp-figure" data-testid="blocked-total">
            {counts.data && `共拦截 ${countText(shown.total)} 行`}
          </span>
        }
      >
        {counts.error ? (
          <ProblemView error={counts.error} onRetry={() => void counts.refetch()} />
        ) : counts.isPending ? (
          <Skeleton active title={false} paragraph={{ rows: 5 }} />
        ) : shown.total === 0 ? (
          <p className="tp-muted">这段时间没有拦截。</p>
        ) : (
          <BlockedChart shown={shown} isDark={isDark} />
        )}
      </Panel>
      <div style={{ height: 14 }} />
      <PagedTable
        name="blocked"
        list={blocked}
        pages={pages}
        rowKey={({ blockedId }) => blockedId}
        tools={<ViewMenu list="blocked" />}
        columns={[...blockedColumns]}
        minWidth={1160}
        empty={
          <EmptyHint
            title="没有拦截记录"
            hint="客户下单时，收货地不在供货方授权区域内的订单行会被拦下并记在这里。可换一个时间段查看。"
          />
        }
      />
    </Page>
  );
}
