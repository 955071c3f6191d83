import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import type { ListColumn } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { billColumns, billCsv } from './bill-columns';
import { billPages, useBills, type Bill, type CreditAccount } from './queries';

interface OpenBillsProps {
  account: CreditAccount;
  /** What may be done with a bill, where something may. */
  actions?: ListColumn<Bill>;
}

/** What one customer has still to pay, oldest due first. */
export function OpenBills({ account, actions }: OpenBillsProps) {
  const pages = useInnerPages();
  const filter = { side: 'seller', partyId: account.buyerId } as const;
  const bills = useBills(filter, pages.cursor);
  return (
    <PagedTable
      name="credit-bills"
      list={bills}
      pages={pages}
      tools={
        <ExportButton
          name={`未结账单-${account.buyerName}`}
          columns={billCsv}
          fetchPage={billPages(filter)}
        />
      }
      rowKey={(bill) => bill.billId}
      columns={[...billColumns.filter(({ key }) => key !== 'buyer'), ...(actions ? [actions] : [])]}
      minWidth={860}
      empty={
        <EmptyHint
          title="没有未结账单"
          hint={`${account.buyerName}欠${account.sellerName}的账单都已付清。`}
        />
      }
    />
  );
}
