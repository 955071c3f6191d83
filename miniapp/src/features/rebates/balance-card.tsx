import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Fold } from '@/ui/fold';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { RebateBalance } from './queries';
import { lastDayOf, soonOver } from './words';
import './balance-card.scss';

const soonDays = 30;

/** The rebate with one supplier: what can be used, what is over when, and how much of an order it may pay. */
export function BalanceCard({ balance, nowMs }: { balance: RebateBalance; nowMs: number }) {
  const { accountId, sellerName, freeFen, balanceFen, heldFen, owedFen, expiries, frozenAt } = balance;
  const soon = soonOver(expiries, nowMs, soonDays);
  return (
    <Card
      title={sellerName}
      extra={
        frozenAt === null ? (
          <Tag tone="brand">{`每单最多抵 ${balance.maxShareBp / 100}%`}</Tag>
        ) : (
          <Tag tone="danger">已冻结</Tag>
        )
      }
    >
      <View className="rebate">
        <Text className="rebate__label">可用返利</Text>
        <Yuan
          id={`rebate-free-${accountId}`}
          fen={freeFen}
          size="large"
          tone={freeFen > 0 ? 'brand' : 'ink'}
        />
      </View>
      {frozenAt !== null ? (
        <Text className="rebate__warn">{`供货商已冻结：${balance.frozenReason}`}</Text>
      ) : soon ? (
        <View className="rebate__warn">
          <Yuan fen={soon.fen} tone="danger" />
          <Text>{` 将在 ${soonDays} 天内到期，最早 ${soon.on}`}</Text>
        </View>
      ) : null}
      <Fact name="返利余额">
        <Yuan fen={balanceFen} />
      </Fact>
      {heldFen > 0 ? (
        <Fact name="订单占用">
          <Yuan fen={heldFen} />
        </Fact>
      ) : null}
      {owedFen > 0 ? (
        <Fact name="待扣回（从以后的返利中扣）">
          <Yuan fen={owedFen} tone="danger" />
        </Fact>
      ) : null}
      {expiries.length > 0 ? (
        <Fold id={`rebate-expiries-${accountId}`} title="什么时候到期">
          {expiries.map(({ expiresAt, leftFen }) => (
            <Fact key={expiresAt} name={`${lastDayOf(expiresAt)} 到期`}>
              <Yuan fen={leftFen} />
            </Fact>
          ))}
        </Fold>
      ) : null}
      <Text className="rebate__hint">
        {balance.countsSpecialPrices ? '先到期的先用' : '先到期的先用，特价商品不参与抵扣'}
      </Text>
      <Button
        id={`rebate-entries-${accountId}`}
        label="看流水"
        size="small"
        onPress={() => goTo(places.rebate(accountId))}
      />
    </Card>
  );
}
