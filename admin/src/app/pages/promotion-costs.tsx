import { Segmented } from 'antd';
import { PeriodPicker } from '../../features/insight/period-picker';
import { costCsv, statementColumns } from '../../features/promotions/cost-columns';
import { type CostSide, costPages, useCostStatement } from '../../features/promotions/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { dayAfter, dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

const sides: readonly { value: CostSide; label: string }[] = [
  { value: 'seller', label: '我方促销' },
  { value: 'payer', label: '我方承担' },
];

const hints: Readonly<Record<CostSide, string>> = {
  seller: '发货时按实发数量记给承担方，退回时冲减；换一个时间段，或等有促销的订单发货。',
  payer: '其他方的促销由我方承担的部分；还没有，或不在这个时间段。',
};

/** 费用对账: what promotions cost whom, for who runs them and for who bears a part of those of others. */
export default function PromotionCostsPage() {
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const today = dayOf(new Date());
  const from = dayOfText(params.get('from')) ?? dayAfter(today, -29);
  const until = dayOfText(params.get('to')) ?? today;
  const side: CostSide = params.get('side') === 'payer' ? 'payer' : 'seller';
  const days = { from, until, side };
  const costs = useCostStatement(days, pages.cursor);
  return (
    <Page
      title="费用对账"
      hint="按发货和退回的日期统计，发货时记给承担方，退回时冲减"
      extra={
        <ExportButton
          name={side === 'seller' ? '我方促销费用' : '我方承担费用'}
          columns={costCsv}
          fetchPage={costPages(days)}
        />
      }
    >
      <div className="tp-filters">
        <Segmented
          value={side}
          onChange={(value) => choose('side', value === 'seller' ? undefined : value)}
          options={sides.map(({ value, label }) => ({
            value,
            label: <span data-testid={`costs-${value}`}>{label}</span>,
          }))}
        />
        <PeriodPicker
          from={from}
          to={until}
          today={today}
          onChange={(first, last) => chooseAll({ from: first, to: last })}
        />
      </div>
      <PagedTable
        name="promotion-costs"
        list={costs}
        pages={pages}
        rowKey={({ promotionId, payerId }) => `${promotionId} ${payerId}`}
        tools={<ViewMenu list="promotion-costs" />}
        columns={statementColumns}
        minWidth={900}
        empty={<EmptyHint title="这段时间没有促销费用" hint={hints[side]} />}
      />
    </Page>
  );
}
