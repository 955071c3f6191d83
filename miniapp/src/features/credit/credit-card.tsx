import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { CreditAccount } from './queries';
import './credit-card.scss';

/** The share of a limit in percent, between 0 and 100. */
const shareOf = (partFen: number, limitFen: number) =>
  limitFen <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((partFen / limitFen) * 100)));

export interface CreditCardProps {
  account: CreditAccount;
  /** Where money is paid in beforehand: what there is of it, and how to add to it if that can be done here. */
  prepaid?: { balanceFen: number; heldFen: number; onTopUp?: () => void };
}

/** One credit account: what is left, what is used for what, and what is overdue. */
export function CreditCard({ account, prepaid }: CreditCardProps) {
  const { limitFen, exposureFen, availableFen, overdueFen, overdueDays, termDays } = account;
  const used = shareOf(exposureFen, limitFen);
  return (
    <Card
      title={account.sellerName}
      extra={
        overdueFen > 0 ? (
          <Tag tone="danger">{`逾期 ${overdueDays} 天`}</Tag>
        ) : (
          <Tag tone="brand">{termDays > 0 ? `账期 ${termDays} 天` : '现结'}</Tag>
        )
      }
    >
      <View className="credit">
        <Text className="credit__label">可用额度</Text>
        <Yuan fen={availableFen} size="large" tone={availableFen > 0 ? 'brand' : 'danger'} />
      </View>
      <View className="credit__bar">
        <View
          className={used > 90 ? 'credit__used credit__used--high' : 'credit__used'}
          style={{ width: `${used}%` }}
        />
      </View>
      <View className="credit__ends">
        <Text>{`已用 ${used}%`}</Text>
        <View>
          <Text>总额度 </Text>
          <Yuan fen={limitFen} />
        </View>
      </View>
      <Fact name="已下单未发货">
        <Yuan fen={account.heldFen} />
      </Fact>
      <Fact name="在途未签收">
        <Yuan fen={account.shippedFen} />
      </Fact>
      <Fact name="待付账款">
        <Yuan fen={account.receivableFen} />
      </Fact>
      {account.unappliedFen > 0 ? (
        <Fact name="未核销预付款">
          <Yuan fen={account.unappliedFen} />
        </Fact>
      ) : null}
      {overdueFen > 0 ? (
        <Fact name="逾期金额">
          <Yuan fen={overdueFen} tone="danger" />
        </Fact>
      ) : null}
      {prepaid ? (
        <>
          <Fact name="预存余额">
            <Yuan fen={prepaid.balanceFen} />
          </Fact>
          {prepaid.heldFen > 0 ? (
            <Fact name="其中订单占用">
              <Yuan fen={prepaid.heldFen} />
            </Fact>
          ) : null}
          {prepaid.onTopUp ? (
            <Button id={`top-up-${account.sellerId}`} label="预存充值" block onPress={prepaid.onTopUp} />
          ) : null}
        </>
      ) : null}
    </Card>
  );
}
