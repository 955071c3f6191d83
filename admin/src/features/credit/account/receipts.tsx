import { Button } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { ExportButton } from '../../../ui/export-button';
import { InnerList } from '../../../ui/inner-list';
import { receiptPages, type CreditAccount, type Receipt } from '../queries';
import { ApplyDialog, ReverseDialog, UnapplyDialog } from './receipt-dialogs';
import { receiptColumns, receiptCsv } from './receipt-columns';

type Opened = { what: 'apply' | 'unapply' | 'reverse'; receipt: Receipt } | null;

/** Receipts of an account: matched to bills, taken off them, taken back. */
export function Receipts({ account, mayBook }: { account: CreditAccount; mayBook: boolean }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const receiptIn = (what: NonNullable<Opened>['what']) => (opened?.what === what ? opened.receipt : null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 190,
    render: (_: unknown, receipt: Receipt) =>
      // What takes another back, and what it took back, is over.
      receipt.amountFen > 0 && (
        <div className="link-actions">
          {receipt.openFen > 0 && (
            <Button
              type="link"
              size="small"
              onClick={() => setOpened({ what: 'apply', receipt })}
              data-testid={`apply-${receipt.receiptId}`}
            >
              核销账单
            </Button>
          )}
          {receipt.openFen < receipt.amountFen && (
            <Button
              type="link"
              size="small"
              onClick={() => setOpened({ what: 'unapply', receipt })}
              data-testid={`unapply-${receipt.receiptId}`}
            >
              撤销核销
            </Button>
          )}
          <Button
            type="link"
            size="small"
            danger
            onClick={() => setOpened({ what: 'reverse', receipt })}
            data-testid={`reverse-${receipt.receiptId}`}
          >
            冲销
          </Button>
        </div>
      ),
  };
  return (
    <>
      <InnerList
        name="credit-receipts"
        queryKey={['credit', 'receipts', account.sellerId, account.buyerId]}
        fetchPage={receiptPages(account)}
        rowKey={({ receiptId }) => receiptId}
        tools={
          <ExportButton
            name={`回款核销-${account.buyerName}`}
            columns={receiptCsv}
            fetchPage={receiptPages(account)}
          />
        }
        columns={mayBook ? [...receiptColumns, actions] : receiptColumns}
        minWidth={960}
        empty={<EmptyHint title="还没有回款" hint="登记回款、在线付款或开红字账单后，会在这里留下一行。" />}
      />
      <ApplyDialog account={account} receipt={receiptIn('apply')} onClose={close} />
      <UnapplyDialog receipt={receiptIn('unapply')} onClose={close} />
      <ReverseDialog receipt={receiptIn('reverse')} onClose={close} />
    </>
  );
}
