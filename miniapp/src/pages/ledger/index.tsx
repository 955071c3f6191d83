import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { AgeingRow } from '@/features/ledger/ageing-row';
import { AgeingStrip } from '@/features/ledger/ageing-strip';
import { lateFen, lateFirst, owedFen } from '@/features/ledger/buckets';
import { ageingQuery, useAgeing } from '@/features/ledger/queries';
import { ageingTable } from '@/features/ledger/tables';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { SearchBar } from '@/ui/search-bar';
import { Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import { Yuan } from '@/ui/yuan';
import './index.scss';

const head = { title: '对账与应收' };

/** What a distributor's stores owe it, by age, overdue first. */
function LedgerPage() {
  const [{ q, only }, change] = useAddressFilters({ q: '', only: '' });
  const ageing = useAgeing();
  useDidShow(() => {
    if (ageing.isStale && !ageing.isFetching) void ageing.refetch();
  });
  usePullDownRefresh(() => void rereadFirst(ageingQuery.queryKey).then(() => Taro.stopPullDownRefresh()));
  const owing = lateFirst(ageing.data?.items ?? []);
  const late = owing.filter((row) => lateFen(row) > 0);
  const list = (only === 'late' ? late : owing).filter(({ buyerName }) => buyerName.includes(q.trim()));
  const total = ageing.data?.total;
  return (
    <Page {...head} width="desk">
      {ageing.isPending ? <Loading /> : null}
      {ageing.isError && !ageing.data ? (
        <Problem error={ageing.error} onRetry={() => void ageing.refetch()} />
      ) : null}
      {total ? (
        <>
          <Card
            title="客户欠款合计"
            extra={
              <Button
                id="to-statements"
                label="对账单"
                size="small"
                onPress={() => goTo(places.statements('seller'))}
              />
            }
          >
            <Fact name="应收合计">
              <Yuan id="owed-total" fen={owedFen(total)} size="large" />
            </Fact>
            <Fact name="其中逾期">
              <Yuan fen={lateFen(total)} tone={lateFen(total) > 0 ? 'danger' : 'ink'} />
            </Fact>
            <AgeingStrip ageing={total} isFull />
          </Card>
          <View className="ledger-tools">
            <View className="ledger-tools__search">
              <SearchBar
                id="owing-search"
                value={q}
                placeholder="搜客户名称"
                onChange={(words) => change({ q: words })}
              />
            </View>
            <SaveButton id="save-ageing" disabled={list.length === 0} table={() => ageingTable(list)} />
          </View>
          <View className="ledger-tools__choice">
            <Chips
              name="owing"
              chips={[
                { value: '', label: '全部欠款', count: owing.length },
                { value: 'late', label: '有逾期', count: late.length },
              ]}
              value={only}
              onChange={(value) => change({ only: value })}
            />
          </View>
          {list.length === 0 ? (
            <Nothing
              title={only === 'late' ? '没有逾期的客户' : '没有欠款的客户'}
              advice={q ? '换个词再找，或清空搜索看全部' : '客户签收后生成的账单会列在这里，逾期的排在最前'}
            />
          ) : (
            <Card>
              {list.map((row) => (
                <AgeingRow key={row.buyerId} row={row} onOpen={() => goTo(places.ledgerOf(row.buyerId))} />
              ))}
            </Card>
          )}
        </>
      ) : null}
    </Page>
  );
}

export default signedIn(LedgerPage, head);
