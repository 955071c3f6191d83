import { Badge, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { paymentCsv } from '../../features/payments/payment-columns';
import { PaymentTable } from '../../features/payments/payment-table';
import { paymentPages, refundPages, useRefunds } from '../../features/payments/queries';
import { refundCsv } from '../../features/payments/refund-columns';
import { RefundTable } from '../../features/payments/refund-table';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';

type Tab = 'payments' | 'refunds';

/** What customers paid online and what went back to them. */
export default function PaymentsPage() {
  const [params, setParams] = useSearchParams();
  const tab: Tab = params.get('tab') === 'refunds' ? 'refunds' : 'payments';
  const stuckCount = useRefunds('abnormal').data?.items.length ?? 0;
  return (
    <Page
      title="收款"
      hint="客户在线支付的每一笔，与原路退回的每一笔；最新的在前"
      extra={
        tab === 'payments' ? (
          <ExportButton key={tab} name="收款" columns={paymentCsv} fetchPage={paymentPages} />
        ) : (
          <ExportButton key={tab} name="退款" columns={refundCsv} fetchPage={refundPages(undefined)} />
        )
      }
    >
      <div className="tp-filters">
        <Segmented<Tab>
          value={tab}
          options={[
            { value: 'payments', label: <span data-testid="tab-payments">收款</span> },
            {
              value: 'refunds',
              label: (
                <span data-testid="tab-refunds">
                  退款 <Badge count={stuckCount} size="small" />
                </span>
              ),
            },
          ]}
          onChange={(value) => setParams(value === 'refunds' ? { tab: value } : {})}
        />
      </div>
      {tab === 'payments' ? <PaymentTable /> : <RefundTable />}
    </Page>
  );
}
