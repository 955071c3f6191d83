import { CalendarOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { promotionStateOf, type Promotion } from '../../features/promotions/model';
import { promotionColumns, promotionCsv } from '../../features/promotions/promotion-columns';
import { costCsv } from '../../features/promotions/cost-columns';
import { PromotionFilters } from '../../features/promotions/promotion-filters';
import {
  costPages,
  type CostDays,
  promotionPages,
  useKinds,
  usePromotions,
  type PromotionFilter,
} from '../../features/promotions/queries';
import { dayAfter, dayAt, dayOfText, startOfDay } from '../../ui/shanghai';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';
import { ViewMenu } from '../../ui/view-menu';

const linkColumn = {
  key: 'actions',
  title: '操作',
  stays: true,
  width: 108,
  render: (_: unknown, { promotionId }: Promotion) => (
    <div className="link-actions">
      <Link className="tp-link" to={`/promotions/${promotionId}`}>
        打开
      </Link>
      <Link className="tp-link" to={`/promotions/new?copy=${promotionId}`}>
        复制
      </Link>
    </div>
  ),
};

/** An address names days, the last one included. */
function filterOf(params: URLSearchParams): PromotionFilter {
  const [from, last] = [dayOfText(params.get('from')), dayOfText(params.get('until'))];
  return {
    state: promotionStateOf(params.get('state')),
    kind: params.get('kind') ?? undefined,
    from: from && startOfDay(from),
    until: last && startOfDay(last, 1),
  };
}

const paramsOf = ({ state, kind, from, until }: PromotionFilter) => ({
  ...(state ? { state } : {}),
  ...(kind ? { kind } : {}),
  ...(from ? { from: dayAt(from) } : {}),
  ...(until ? { until: dayAfter(dayAt(until), -1) } : {}),
});

/** The days of the filter; without them the month until today. */
function costDaysOf({ from, until }: PromotionFilter): CostDays {
  const today = dayOf(new Date());
  return {
    from: from ? dayAt(from) : `${today.slice(0, 7)}-01`,
    until: until ? dayAfter(dayAt(until), -1) : today,
  };
}

export default function PromotionsPage() {
  const pages = useCursorPages();
  const navigate = useNavigate();
  const nowMs = useNow();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const isFiltered = params.size > 0;
  const kinds = useKinds().data;
  const promotions = usePromotions(filter, pages.cursor);
  useKeys({ n: () => void navigate('/promotions/new') }, true);
  return (
    <Page
      title="促销活动"
      hint={
        <>
          按开始时间从晚到早；按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <>
          <ExportButton name="促销活动" columns={promotionCsv(kinds)} fetchPage={promotionPages(filter)} />
          <ExportButton name="费用对账单" columns={costCsv} fetchPage={costPages(costDaysOf(filter))} />
          <Button icon={<CalendarOutlined />} onClick={() => void navigate('/promotions/calendar')}>
            日历
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void navigate('/promotions/new')}
            data-testid="promotion-new"
          >
            新建促销
          </Button>
        </>
      }
    >
      <PromotionFilters filter={filter} onChange={(next) => setParams(paramsOf(next))} withWindow />
      <PagedTable
        name="promotions"
        list={promotions}
        pages={pages}
        rowKey={({ promotionId }) => promotionId}
        tools={<ViewMenu list="promotions" />}
        columns={[...promotionColumns(kinds, nowMs), linkColumn]}
        minWidth={1160}
        empty={
          <EmptyHint
            title={isFiltered ? '没有符合条件的促销' : '还没有促销'}
            hint={
              isFiltered
                ? '换一个状态、类型或期间再看。'
                : '从一种促销类型开始，边写边在右侧试算，发布后立即对新订单生效。'
            }
          />
        }
      />
    </Page>
  );
}
