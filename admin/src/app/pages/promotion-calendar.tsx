import { LeftOutlined, PlusOutlined, RightOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { promotionStateOf } from '../../features/promotions/model';
import { monthAfter, monthOf } from '../../features/promotions/month';
import { KindLegend, PromotionCalendar } from '../../features/promotions/promotion-calendar';
import { PromotionFilters } from '../../features/promotions/promotion-filters';
import { CALENDAR_LIMIT, useKinds, useMonth, type PromotionFilter } from '../../features/promotions/queries';
import { dayAt } from '../../ui/shanghai';
import { EmptyHint } from '../../ui/empty-hint';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';

export default function PromotionCalendarPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const thisMonth = dayAt(new Date(useNow()).toISOString()).slice(0, 7);
  const month = monthOf(params.get('month')) ?? thisMonth;
  const filter = {
    state: promotionStateOf(params.get('state')),
    kind: params.get('kind') ?? undefined,
  };
  const kinds = useKinds().data;
  const shown = useMonth(month, filter);
  const show = (nextMonth: string, { state, kind }: PromotionFilter = filter) =>
    setParams({
      ...(nextMonth === thisMonth ? {} : { month: nextMonth }),
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
    });
  useKeys(
    {
      ArrowLeft: () => show(monthAfter(month, -1)),
      ArrowRight: () => show(monthAfter(month, 1)),
      t: () => show(thisMonth),
    },
    true,
  );
  const [year, number] = month.split('-').map(Number);
  return (
    <Page
      title="促销日历"
      hint={
        <>
          什么时候有什么促销；<kbd>←</kbd> <kbd>→</kbd> 换月，<kbd>T</kbd> 回到本月，点击打开
        </>
      }
      extra={
        <>
          <Button icon={<UnorderedListOutlined />} onClick={() => void navigate('/promotions')}>
            列表
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/promotions/new')}>
            新建促销
          </Button>
        </>
      }
    >
      <div className="calendar-bar-top">
        <PromotionFilters filter={filter} onChange={(next) => show(month, next)} />
        <div className="calendar-turn">
          <Button icon={<LeftOutlined />} aria-label="上个月" onClick={() => show(monthAfter(month, -1))} />
          <h2 data-testid="calendar-month">
            {year} 年 {number} 月
          </h2>
          <Button icon={<RightOutlined />} aria-label="下个月" onClick={() => show(monthAfter(month, 1))} />
          <Button onClick={() => show(thisMonth)} disabled={month === thisMonth}>
            本月
          </Button>
        </div>
      </div>
      {shown.isError && (
        <div className="page-problem">
          <ProblemView error={shown.error} onRetry={() => void shown.refetch()} />
        </div>
      )}
      {shown.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {shown.data && (
        <>
          {!shown.data.complete && (
            <div className="page-problem">
              <Alert
                type="warning"
                showIcon
                title={`只显示了前 ${CALENDAR_LIMIT} 个促销，请用筛选缩小范围`}
              />
            </div>
          )}
          <div className="tp-panel">
            <PromotionCalendar month={month} promotions={shown.data.items} kinds={kinds} />
          </div>
          {shown.data.items.length === 0 ? (
            <EmptyHint title="这个月没有促销" hint="换个月份，或新建一个。" />
          ) : (
            <KindLegend promotions={shown.data.items} kinds={kinds} />
          )}
        </>
      )}
    </Page>
  );
}
