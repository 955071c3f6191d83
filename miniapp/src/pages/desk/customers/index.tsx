import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { accountTable } from '@/features/customers/account-table';
import { CustomerRow } from '@/features/customers/customer-row';
import { CustomerSheet } from '@/features/customers/customer-sheet';
import { customersQuery, useAccounts, useCustomers } from '@/features/customers/queries';
import { keepsBooks } from '@/features/ledger/keeps-books';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { SearchBar } from '@/ui/search-bar';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import { useDebounced } from '@/ui/use-debounced';
import './index.scss';

const head = { title: '我的客户' };
const searchPauseMs = 350;

interface Opened {
  readonly partyId: string;
  readonly name: string;
}

/** A distributor's stores with the credit it gives them. */
function CustomersPage({ me }: SignedInProps) {
  const [{ q, only }, change] = useAddressFilters({ q: '', only: '' });
  const settledQ = useDebounced(q, searchPauseMs);
  const isOverdueOnly = only === 'overdue';
  const [opened, setOpened] = useState<Opened>();
  const customers = useCustomers(settledQ);
  const accounts = useAccounts();
  usePullDownRefresh(
    () =>
      void Promise.all([rereadFirst(customersQuery(settledQ).queryKey), accounts.refetch()]).then(() =>
        Taro.stopPullDownRefresh(),
      ),
  );
  useReachBottom(() => {
    if (customers.hasNextPage && !customers.isFetchingNextPage) void customers.fetchNextPage();
  });
  const known = accounts.data ?? [];
  const accountOf = (partyId: string) => known.find(({ buyerId }) => buyerId === partyId);
  const overdue = known
    .filter(({ overdueFen, buyerName }) => overdueFen > 0 && buyerName.includes(settledQ.trim()))
    .map(({ buyerId, buyerName }) => ({ partyId: buyerId, name: buyerName }));
  const list = isOverdueOnly ? overdue : (customers.data?.pages.flatMap(({ items }) => items) ?? []);
  const isReady = isOverdueOnly ? accounts.isSuccess : customers.isSuccess;
  const failed = isOverdueOnly ? accounts : customers;
  return (
    <Page {...head} width="desk">
      <View className="customers__tools">
        <View className="customers__search">
          <SearchBar
            id="customer-search"
            value={q}
            placeholder="搜客户名称"
            onChange={(words) => change({ q: words })}
          />
        </View>
        <SaveButton id="save-customers" disabled={!accounts.isSuccess} table={() => accountTable(known)} />
      </View>
      <View className="customers__choice">
        <Chips
          name="customers"
          chips={[
            { value: '', label: '全部' },
            {
              value: 'overdue',
              label: '有逾期',
              count: known.filter(({ overdueFen }) => overdueFen > 0).length,
            },
          ]}
          value={isOverdueOnly ? 'overdue' : ''}
          onChange={(value) => change({ only: value })}
        />
      </View>
      {failed.isPending ? <Loading /> : null}
      {failed.isError && list.length === 0 ? (
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      ) : null}
      {isReady && list.length === 0 ? (
        <Nothing
          title={isOverdueOnly ? '没有逾期的客户' : '没有找到客户'}
          advice={isOverdueOnly ? '到期没有付清的客户会列在这里' : '换个词再找，或清空搜索看全部客户'}
        />
      ) : null}
      {list.length > 0 ? (
        <Card>
          {list.map((customer) => (
            <CustomerRow
              key={customer.partyId}
              customer={customer}
              account={accountOf(customer.partyId)}
              onOpen={() => setOpened(customer)}
            />
          ))}
        </Card>
      ) : null}
      {!isOverdueOnly && list.length > 0 ? (
        <ListFoot
          hasMore={customers.hasNextPage}
          pending={customers.isFetchingNextPage}
          onMore={() => void customers.fetchNextPage()}
        />
      ) : null}
      {opened ? (
        <CustomerSheet
          partyId={opened.partyId}
          name={opened.name}
          account={accountOf(opened.partyId)}
          foot={
            <Button
              id="customer-bills"
              label={keepsBooks(me) ? '账单与收款' : '看账单'}
              onPress={() => {
                setOpened(undefined);
                goTo(keepsBooks(me) ? places.ledgerOf(opened.partyId) : places.billsOf(opened.partyId));
              }}
            />
          }
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(CustomersPage, head);
