import { Text, View } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import { Yuan } from '@/ui/yuan';
import type { AfterSales, Money } from './queries';
import './after-sales.scss';

/** How the money comes about: what the order came to, what the kept goods come to, and what of gifts stays. */
export function MoneyCard({ request }: { request: AfterSales }) {
  const money = request.money ?? request.expected;
  if (!money) return null;
  return (
    <Card title={request.money ? '退款明细' : '预计退款'}>
      <MoneyFacts money={money} />
      <View className="after-sales__sum">
        <Fact name={request.money ? '实际退款' : '预计退款'}>
          <Yuan
            id="after-sales-refund"
            fen={request.money ? money.grantedFen : money.refundFen}
            size="large"
          />
        </Fact>
      </View>
      {request.money ? null : (
        <Text className="after-sales__hint">全部同意并收到后的金额，以实际验收为准</Text>
      )}
      {request.moneyBack.map(({ instrument, amountFen, paysThisOrder, at }) => (
        <Text key={`${at}-${instrument}-${amountFen}-${String(paysThisOrder)}`} className="after-sales__hint">
          {wayOf(instrument, paysThisOrder)}
          <Yuan fen={amountFen} tone="quiet" />
        </Text>
      ))}
    </Card>
  );
}

type Way = AfterSales['moneyBack'][number]['instrument'];

const wayOf = (instrument: Way, paysThisOrder: boolean) => {
  if (instrument === 'payment') return '其中微信支付原路退回 ';
  if (instrument === 'rebate') return '其中退回返利余额 ';
  return paysThisOrder ? '其中冲减本单应付 ' : '其中转为往来余额，自动抵后续账单 ';
};

function MoneyFacts({ money }: { money: Money }) {
  return (
    <>
      {money.basis === 'recomputed' ? (
        <>
          <Fact name="原单净额">
            <Yuan fen={money.originalFen} />
          </Fact>
          <Fact name="保留商品按原活动重算">
            <Yuan fen={-money.keptFen} />
          </Fact>
        </>
      ) : (
        <Fact name="按退回商品实付计算">
          <Yuan fen={money.dueFen} />
        </Fact>
      )}
      {money.lostGifts.map(({ skuId, skuName, quantity, valueFen }) => (
        <Fact key={skuId} name={`未退回赠品 ${skuName || skuId} × ${quantity}`}>
          <Yuan fen={-valueFen} />
        </Fact>
      ))}
      {money.dueFen < money.originalFen - money.keptFen - money.giftsFen ? (
        <Fact name="不超过退回商品的实付">
          <Yuan fen={money.paidFen} />
        </Fact>
      ) : null}
      {money.earlierFen > 0 ? (
        <Fact name="本单此前已退">
          <Yuan fen={-money.earlierFen} />
        </Fact>
      ) : null}
      {money.owedFen > 0 ? (
        <Fact name="此前多退，从后续退款中扣">
          <Yuan fen={money.owedFen} tone="danger" />
        </Fact>
      ) : null}
      {money.freightFen > 0 ? (
        <Fact name="退还运费">
          <Yuan fen={money.freightFen} />
        </Fact>
      ) : null}
      {money.grantedFen < money.refundFen ? (
        <Fact name="供货商核定赔付">
          <Yuan fen={money.grantedFen} />
        </Fact>
      ) : null}
    </>
  );
}
