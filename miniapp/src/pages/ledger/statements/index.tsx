import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { IssueSheet } from '@/features/ledger/issue-sheet';
import { keepsBooks } from '@/features/ledger/keeps-books';
import { everyStatement, statementsQuery, useStatements, type Side } from '@/features/ledger/queries';
import { StatementRow } from '@/features/ledger/statement-row';
import { StatementSheet } from '@/features/ledger/statement-sheet';
import { statementTable } from '@/features/ledger/tables';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '对账单' };

const empty: Readonly<Record<Side, string>> = {
  buyer: '供货商出具的对账单会列在这里，请逐笔核对后确认',
  seller: '点“出具对账单”，把已结束期间的往来发给客户核对',
};

/** Statements: those I got, to confirm or dispute, and those I sent. */
function StatementsPage({ me }: SignedInProps) {
  const [filters, change] = useAddressFilters({ side: me.buys ? 'buyer' : 'seller' });
  const side: Side = me.sells && (filters.side === 'seller' || !me.buys) ? 'seller' : 'buyer';
  const statements = useStatements(side);
  const [openedId, setOpenedId] = useState('');
  const [isIssuing, setIssuing] = useState(false);
  useDidShow(() => {
    if (statements.isStale && !statements.isFetching) void statements.refetch();
  });
  usePullDownRefresh(
    () => void rereadFirst(statementsQuery(side).queryKey).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (statements.hasNextPage && !statements.isFetchingNextPage) void statements.fetchNextPage();
  });
  const list = statements.data?.pages.flatMap(({ items }) => items) ?? [];
  const opened = list.find(({ statementId }) => statementId === openedId);
  return (
    <Page
      {...head}
      foot={
        side === 'seller' && keepsBooks(me) ? (
          <Button id="issue-open" label="出具对账单" look="main" block onPress={() => setIssuing(true)} />
        ) : undefined
      }
    >
      <View className="statements-tools">
        {me.buys && me.sells ? (
          <Chips
            name="side"
            chips={[
              { value: 'buyer', label: '供货商发来的' },
              { value: 'seller', label: '我发给客户的' },
            ]}
            value={side}
            onChange={(value) => change({ side: value })}
          />
        ) : null}
        <SaveButton
          id="save-statements"
          disabled={list.length === 0}
          table={async () => statementTable(side, await everyStatement(side))}
        />
      </View>
      {statements.isPending ? <Loading rows={3} /> : null}
      {statements.isError && list.length === 0 ? (
        <Problem error={statements.error} onRetry={() => void statements.refetch()} />
      ) : null}
      {statements.isSuccess && list.length === 0 ? (
        <Nothing title="还没有对账单" advice={empty[side]} />
      ) : null}
      {list.length > 0 ? (
        <>
          <Card>
            {list.map((statement) => (
              <StatementRow
                key={statement.statementId}
                statement={statement}
                side={side}
                onOpen={() => setOpenedId(statement.statementId)}
              />
            ))}
          </Card>
          <ListFoot
            hasMore={statements.hasNextPage}
            pending={statements.isFetchingNextPage}
            onMore={() => void statements.fetchNextPage()}
          />
        </>
      ) : null}
      {opened ? (
        <StatementSheet
          statement={opened}
          side={side}
          mayAnswer={keepsBooks(me)}
          onClose={() => setOpenedId('')}
        />
      ) : null}
      {isIssuing ? <IssueSheet onClose={() => setIssuing(false)} /> : null}
    </Page>
  );
}

export default signedIn(StatementsPage, head);
