import { EmptyHint } from '../../ui/empty-hint';
import { countText, yuanText } from '../../ui/format';
import { shareText } from './compare';
import { dayCount } from './days-between';
import { FigureList } from './figure-list';
import type { TileProps } from './figure-tile';
import { type Period, type Receivables, useReceivables } from './queries';
import { receivableColumns, receivableCsv } from './receivable-columns';
import { TilesPanel } from './tiles-panel';
import { outstandingText } from './turn-days';

/** The figures with their definitions, as finance reads them. */
const tilesOf =
  (days: number) =>
  ({ total }: Receivables): readonly TileProps[] => [
    {
      title: '应收余额',
      means: '已开账单、尚未收回的金额，截至现在，与所选时间段无关',
      value: yuanText(total.receivableFen),
      testId: 'owed-receivable',
    },
    {
      title: '逾期率',
      means: '到期日早于今天的未收金额 ÷ 应收余额，截至现在',
      value: shareText(total.overdueFen, total.receivableFen),
      testId: 'owed-overdue',
    },
    {
      title: '逾期 90 天以上',
      means: '到期日早于 90 天前的未收金额，截至现在',
      value: yuanText(total.over90Fen),
      testId: 'owed-long',
    },
    {
      title: '期间赊销额',
      means: '时间段内签收开单、按账期付款的金额；不含现结和预付',
      value: yuanText(total.creditSalesFen),
      testId: 'owed-sales',
    },
    {
      title: '应收周转天数（DSO）',
      means: `应收余额 ÷ 期间赊销额 × ${countText(days)} 天；时间段请选到今天，越长越稳`,
      value: outstandingText(total.receivableFen, total.creditSalesFen, days),
      testId: 'owed-dso',
    },
    {
      title: '坏账率',
      means: '时间段内批准核销且未撤销的金额 ÷ 期间赊销额',
      value: shareText(total.writtenOffFen, total.creditSalesFen),
      testId: 'owed-bad',
    },
  ];

/** 款项: what is owed, by customer, or for HQ by distributor. */
export function ReceivablesPanel({ period }: { period: Period }) {
  const title = period.side === 'channel' ? '经销商' : '客户';
  const found = useReceivables(period);
  return (
    <>
      <TilesPanel
        title="款项"
        testId="report-owed"
        found={found}
        tilesOf={tilesOf(dayCount(period.from, period.to))}
      />
      {found.data && (
        <FigureList
          name={`款项-${title}`}
          list="report-owed"
          found={found}
          columns={receivableColumns(title)}
          csv={receivableCsv(title)}
          empty={<EmptyHint title="没有应收" hint="客户签收后开出账单，未收的金额会出现在这里。" />}
        />
      )}
    </>
  );
}
