import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Wish } from '@/features/payments/model';
import { PaymentOutcome } from '@/features/payments/payment-outcome';
import { useOffer, useOrderPayments } from '@/features/payments/queries';
import { RebateCard } from '@/features/payments/rebate-card';
import { ScanCode } from '@/ui/scan-code';
import { usePaying } from '@/features/payments/use-paying';
import { readWish } from '@/features/payments/wish';
import { useWays } from '@/features/session/queries';
import { signedIn } from '@/features/session/signed-in';
import { openBeside, payBy as payByHere } from '@/platform/pay';
import { goOn, goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Countdown } from '@/ui/countdown';
import { yuan } from '@/ui/money';
import { Page } from '@/ui/page';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { StepsCard } from '@/ui/steps-card';
import { Yuan } from '@/ui/yuan';
import { useDue, type Due } from './use-due';
import './index.scss';

const head = { title: '付款' };

const wayWords = { jsapi: '微信支付', h5: '微信支付', native: '微信扫码支付' } as const;

function PayPage() {
  const { params } = useRouter();
  const wish = readWish(params);
  if (wish) return <Pay wish={wish} knownId={params.paymentId} />;
  return (
    <Page {...head}>
      <Nothing
        title="没有要付款的内容"
        advice="请从订单或账单进入"
        actionLabel="我的订单"
        onAction={() => goTo(places.orders)}
      />
    </Page>
  );
}

/** Where one goes on when it is paid. */
const onward = (wish: Wish) =>
  wish.purpose === 'order'
    ? { label: '查看订单', address: places.order(wish.orderId) }
    : { label: '查看付款记录', address: places.payments };

function Pay({ wish, knownId }: { wish: Wish; knownId: string | undefined }) {
  const { due, error, retry } = useDue(wish);
  const offer = useOffer();
  const ways = useWays();
  const asked = { amountFen: due?.amountFen, offer: offer.data, way: ways.data?.wechat };
  const paying = usePaying({ wish, ...asked, knownId });
  const { payment, standing, isOpen, codeUrl } = paying;
  const problem = error ?? offer.error ?? ways.error;
  if (problem && (!due || !offer.data || !ways.data))
    return (
      <Page {...head}>
        <Problem
          error={problem}
          onRetry={() => {
            retry();
            for (const { isError, refetch } of [offer, ways]) if (isError) void refetch();
          }}
        />
      </Page>
    );
  if (!due || !offer.data || !ways.data)
    return (
      <Page {...head}>
        <Loading rows={2} />
      </Page>
    );
  const { label, address } = onward(wish);
  const isDone = standing === 'paid' || standing === 'mismatched';
  const amountFen = payment && (isOpen || isDone) ? payment.amountFen : due.amountFen;
  const isPayable = offer.data.isOffered && !isDone && amountFen > 0;
  const again = standing === null ? '' : isOpen ? '继续支付' : '重新支付';
  const isScanning = codeUrl !== null;
  return (
    <Page
      {...head}
      foot={
        <View className="pay__buttons">
          <Button
            id="pay-onward"
            label={label}
            look={isDone ? 'main' : 'plain'}
            onPress={() => goOn(address)}
          />
          {standing === 'waiting' ? (
            <Button
              id="pay-ask"
              label="查询结果"
              pending={paying.isAsking}
              pendingLabel="查询中…"
              onPress={paying.askNow}
            />
          ) : null}
          {isPayable && !isScanning ? (
            <Button
              id="pay-now"
              label={again || `${wayWords[payByHere()]} ${yuan(amountFen)}`}
              look="main"
              pending={paying.isPending}
              onPress={paying.pay}
            />
          ) : null}
        </View>
      }
    >
      {standing && !isScanning ? <PaymentOutcome standing={standing} isFollowed={paying.isFollowed} /> : null}
      <DueCard due={due} amountFen={amountFen} payBy={isOpen && payment ? payment.expiresAt : due.payBy} />
      <StepsCard steps={due.steps} />
      {wish.purpose === 'order' && standing === null ? <RebateOf orderId={wish.orderId} /> : null}
      {codeUrl ? <ScanCard codeUrl={codeUrl} tryUrl={offer.data.tryUrl} /> : null}
      {isDone ? null : <InlineProblem error={paying.error} />}
      {offer.data.isOffered ? null : <Nothing title="暂不支持在线支付" advice="请按供货商约定的方式付款" />}
      {standing === null && offer.data.isOffered && amountFen === 0 ? (
        <Nothing title="没有需要支付的金额" advice="可能已经付清，或订单已变化" />
      ) : null}
    </Page>
  );
}

/** Rebate may pay a part before the rest is paid. */
function RebateOf({ orderId }: { orderId: string }) {
  const money = useOrderPayments(orderId);
  return money.data ? <RebateCard orderId={orderId} money={money.data} /> : null;
}

const DueCard = ({ due, amountFen, payBy }: { due: Due; amountFen: number; payBy: string | null }) => (
  <Card>
    <View className="pay__due">
      <Text className="pay__seller">{due.sellerName}</Text>
      <Yuan id="pay-amount" fen={amountFen} size="large" />
    </View>
    <Fact name="付款内容">{due.title}</Fact>
    {payBy ? (
      <Fact name="剩余付款时间">
        <Countdown id="pay-countdown" until={payBy} />
      </Fact>
    ) : null}
  </Card>
);

const ScanCard = ({ codeUrl, tryUrl }: { codeUrl: string; tryUrl: string }) => (
  <Card>
    <View className="pay__scan">
      <Text className="pay__scan-title">请用微信扫一扫付款</Text>
      <ScanCode text={codeUrl} label="微信支付二维码" />
      <Text className="pay__scan-story">付款后这里会自动更新</Text>
      {tryUrl ? (
        <Button
          id="pay-try"
          label="演示收银台"
          look="text"
          onPress={() => openBeside(`${tryUrl}?code_url=${encodeURIComponent(codeUrl)}`)}
        />
      ) : null}
    </View>
  </Card>
);

export default signedIn(PayPage, head);
