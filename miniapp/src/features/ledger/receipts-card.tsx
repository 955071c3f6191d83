import { useState } from 'react';
import { Card } from '@/ui/card';
import { SaveButton } from '@/ui/save-button';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { everyReceipt, useReceipts, type Account, type Bill, type Receipt } from './queries';
import { ReceiptRow, type ReceiptAct } from './receipt-row';
import { ApplySheet, ReverseSheet, UnapplySheet } from './receipt-sheets';
import { receiptTable } from './tables';

interface Opened {
  readonly act: ReceiptAct;
  readonly receipt: Receipt;
}

/** What a customer paid, matched to its bills, taken off them, taken back. */
export function ReceiptsCard({ account, bills }: { account: Account; bills: readonly Bill[] }) {
  const receipts = useReceipts(account);
  const [opened, setOpened] = useState<Opened>();
  const list = receipts.data?.pages.flatMap(({ items }) => items) ?? [];
  // What takes another back is the younger of the two, and so has been read before it.
  const over = new Set(list.map(({ reversesId }) => reversesId));
  const close = () => setOpened(undefined);
  return (
    <Card
      title="收款与核销"
      extra={
        <SaveButton
          id="save-receipts"
          disabled={list.length === 0}
          table={async () => receiptTable(account.buyerName, await everyReceipt(account))}
        />
      }
    >
      {receipts.isPending ? <Loading rows={2} /> : null}
      {receipts.isError && list.length === 0 ? (
        <Problem error={receipts.error} onRetry={() => void receipts.refetch()} />
      ) : null}
      {receipts.isSuccess && list.length === 0 ? (
        <Nothing title="还没有收款" advice="登记收款、客户在线付款或退货冲减后，会在这里留下一行" />
      ) : null}
      {list.map((receipt) => (
        <ReceiptRow
          key={receipt.receiptId}
          receipt={receipt}
          isOver={over.has(receipt.receiptId)}
          onAct={(act) => setOpened({ act, receipt })}
        />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={receipts.hasNextPage}
          pending={receipts.isFetchingNextPage}
          onMore={() => void receipts.fetchNextPage()}
        />
      ) : null}
      {opened?.act === 'apply' ? <ApplySheet receipt={opened.receipt} bills={bills} onClose={close} /> : null}
      {opened?.act === 'unapply' ? <UnapplySheet receipt={opened.receipt} onClose={close} /> : null}
      {opened?.act === 'reverse' ? <ReverseSheet receipt={opened.receipt} onClose={close} /> : null}
    </Card>
  );
}
