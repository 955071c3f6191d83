import { Badge, Segmented } from 'antd';
import { BillDays } from '../../features/payments/bill-days';
import { differenceCsv } from '../../features/payments/difference-columns';
import { DifferenceTable } from '../../features/payments/difference-table';
import { paymentCsv } from '../../features/payments/payment-columns';
import { PaymentTable } from '../../features/payments/payment-table';
import {
  differencePages,
  PAGE_SIZE,
  paymentPages,
  refundPages,
  returnPages,
  useDifferences,
  useRefunds,
  useReturns,
} from '../../features/payments/queries';
import { refundCsv } from '../../features/payments/refund-columns';
import { RefundTable } from '../../features/payments/refund-table';
import { returnCsv } from '../../features/payments/return-columns';
import { ReturnTable } from '../../features/payments/return-table';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';

const tabs = ['payments', 'returns', 'refunds', 'bills'] as const;
type Tab = (typeof tabs)[number];

const exportOf = {
  payments: <ExportButton key="payments" name="收款" columns={paymentCsv} fetchPage={paymentPages} />,
  returns: (
    <ExportButton key="returns" name="原路退回" columns={returnCsv} fetchPage={returnPages(undefined)} />
  ),
  refunds: <ExportButton key="refunds" name="退款" columns={refundCsv} fetchPage={refundPages(undefined)} />,
  bills: (
    <ExportButton
      key="bills"
      name="对账差异"
      columns={differenceCsv}
      fetchPage={differencePages(undefined)}
    />
  ),
} satisfies Record<Tab, React.ReactNode>;

/** A tab with how many wait on it; a full page may be more. */
const label = (tab: Tab, text: string, count = 0) => ({
  value: tab,
  label: (
    <span data-testid={`tab-${tab}`}>
      {text} <Badge count={count} overflowCount={PAGE_SIZE - 1} size="small" />
    </span>
  ),
});

/** What customers paid online, what went back to them, and both against WeChat's bills. */
export default function PaymentsPage() {
  const { params, choose } = useFilters();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'payments';
  const stuckCount = useRefunds('abnormal').data?.items.length ?? 0;
  const askedCount = useReturns('requested').data?.items.length ?? 0;
  const openCount = useDifferences('open', undefined).data?.items.length ?? 0;
  return (
    <Page
      title="收款"
      hint="客户在线支付的每一笔，原路退回的每一笔，以及每天与微信账单的核对"
      extra={exportOf[tab]}
    >
      <div className="tp-filters">
        <Segmented<Tab>
          value={tab}
          options={[
            label('payments', '收款'),
            label('returns', '退回申请', askedCount),
            label('refunds', '退款', stuckCount),
            label('bills', '对账', openCount),
          ]}
          onChange={(value) => choose('tab', value === 'payments' ? undefined : value)}
        />
      </div>
      {tab === 'payments' && <PaymentTable />}
      {tab === 'returns' && <ReturnTable />}
      {tab === 'refunds' && <RefundTable />}
      {tab === 'bills' && (
        <>
          <DifferenceTable />
          <h2>对账日</h2>
          <BillDays />
        </>
      )}
    </Page>
  );
}
