import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { BillCard } from '@/features/credit/bill-card';
import { IssueSheet } from '@/features/ledger/issue-sheet';
import { useAccount, useOpenBills } from '@/features/ledger/queries';
import { ReceiptsCard } from '@/features/ledger/receipts-card';
import { ReceiveSheet } from '@/features/ledger/receive-sheet';
import { billTable } from '@/features/ledger/tables';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { Loading, Nothing, Problem } from '@/ui/states';
import { Yuan } from '@/ui/yuan';
import './index.scss';

const head = { title: '客户往来' };

/** One customer's account with me: what it owes, what it paid, and the money that comes in. */
function LedgerCustomerPage() {
  const { buyerId = '' } = useRouter().params;
  const account = useAccount(buyerId);
  const bills = useOpenBills(buyerId);
  const [sheet, setSheet] = useState<'receive' | 'issue'>();
  useDidShow(() => {
    if (bills.isStale && !bills.isFetching) void Promise.all([account.refetch(), bills.refetch()]);
  });
  usePullDownRefresh(() => void rereadFirst(['credit']).then(() => Taro.stopPullDownRefresh()));
  const found = account.data;
  const open = bills.data ?? [];
  const close = () => setSheet(undefined);
  const foot = found ? (
    <>
      <Button id="issue-open" label="出具对账单" onPress={() => setSheet('issue')} />
      <Button
        id="receive-open"
        label="登记收款"
        look="main"
        disabled={!bills.isSuccess}
        onPress={() => setSheet('receive')}
      />
    </>
  ) : undefined;
  return (
    <Page {...head} width="desk" foot={foot}>
      {account.isPending ? <Loading /> : null}
      {account.isError && !found ? (
        <Problem error={account.error} onRetry={() => void account.refetch()} />
      ) : null}
      {found === null ? (
        <Nothing title="这个客户还没有信用账户" advice="首次下单通过后自动开立，之后在这里对账收款" />
      ) : null}
      {found ? (
        <View className="ledger-customer">
          <View className="ledger-customer__main">
            <Card title={found.buyerName}>
              <Fact name="应收账款">
                <Yuan id="receivable" fen={found.receivableFen} size="large" />
              </Fact>
              <Fact name="其中逾期">
                <Yuan fen={found.overdueFen} tone={found.overdueFen > 0 ? 'danger' : 'ink'} />
              </Fact>
              <Fact name="未核销收款">
                <Yuan id="unapplied" fen={found.unappliedFen} />
              </Fact>
              <Fact name="可用额度">
                <Yuan fen={found.availableFen} tone={found.availableFen > 0 ? 'brand' : 'danger'} />
              </Fact>
              <Fact name="固定额度">
                <Yuan fen={found.limitFen} />
              </Fact>
              <Fact name="账期">{found.termDays > 0 ? `${found.termDays} 天` : '现结'}</Fact>
            </Card>
            <ReceiptsCard account={found} bills={open} />
          </View>
          <View className="ledger-customer__side">
            <View className="ledger-customer__head">
              <View className="ledger-customer__title">{`未结账单 ${open.length} 张`}</View>
              <SaveButton
                id="save-bills"
                disabled={open.length === 0}
                table={() => billTable(found.buyerName, open)}
              />
            </View>
            {bills.isPending ? <Loading rows={2} /> : null}
            {bills.isError && open.length === 0 ? (
              <Problem error={bills.error} onRetry={() => void bills.refetch()} />
            ) : null}
            {bills.isSuccess && open.length === 0 ? (
              <Nothing title="没有未结清的账单" advice="签收后生成的账单会列在这里" />
            ) : null}
            {open.map((bill) => (
              <BillCard key={bill.billId} bill={bill} isSeller={false} />
            ))}
          </View>
        </View>
      ) : null}
      {found && sheet === 'receive' ? <ReceiveSheet account={found} bills={open} onClose={close} /> : null}
      {found && sheet === 'issue' ? (
        <IssueSheet customer={{ partyId: found.buyerId, name: found.buyerName }} onClose={close} />
      ) : null}
    </Page>
  );
}

export default signedIn(LedgerCustomerPage, head);
