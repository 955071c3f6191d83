import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { FindingList } from '@/features/after-sales/finding-list';
import { MoneyCard } from '@/features/after-sales/money-card';
import { useRequest, type AfterSales } from '@/features/after-sales/queries';
import { RequestLines } from '@/features/after-sales/request-lines';
import { RequestTrail } from '@/features/after-sales/request-trail';
import { WithdrawRequest } from '@/features/after-sales/withdraw-request';
import { kindWords, reasonWords, stateWords } from '@/features/after-sales/words';
import { signedIn } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { PhotoRow } from '@/ui/photo-row';
import { Loading, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';

const head = { title: '售后详情' };

function AfterSalesOnePage() {
  const { afterSalesId = '' } = useRouter().params;
  const request = useRequest(afterSalesId);
  const [isWithdrawing, setWithdrawing] = useState(false);
  useDidShow(() => {
    if (request.isStale && !request.isFetching) void request.refetch();
  });
  usePullDownRefresh(() => void request.refetch().then(() => Taro.stopPullDownRefresh()));

  if (request.isPending)
    return (
      <Page {...head}>
        <Loading />
      </Page>
    );
  if (!request.data)
    return (
      <Page {...head}>
        <Problem error={request.error} onRetry={() => void request.refetch()} />
      </Page>
    );
  const { data } = request;
  const foot = data.actions.includes('withdraw') ? (
    <Button id="withdraw-request" label="撤回申请" block onPress={() => setWithdrawing(true)} />
  ) : undefined;
  return (
    <Page {...head} foot={foot}>
      <RequestHead request={data} />
      <RequestLines request={data} />
      <MoneyCard request={data} />
      <RequestTrail steps={data.steps} />
      <WithdrawRequest
        afterSalesId={afterSalesId}
        open={isWithdrawing}
        onClose={() => setWithdrawing(false)}
      />
    </Page>
  );
}

/** What it is, where it stands, and what the seller said. */
function RequestHead({ request }: { request: AfterSales }) {
  const state = stateWords[request.state];
  const { replacementId, replacementNumber } = request;
  return (
    <Card title={kindWords[request.kind].text} extra={<Tag tone={state.tone}>{state.text}</Tag>}>
      <Text className="after-sales__story">{state.story}</Text>
      <FindingList findings={request.findings} />
      {request.decisionWords ? (
        <Text className="after-sales__words">{`供货商：${request.decisionWords}`}</Text>
      ) : null}
      <Fact name="售后单号">
        <Text>{request.number}</Text>
      </Fact>
      <Fact name="订单">
        <Text id="to-order" {...asLink(() => goTo(places.order(request.orderId)))}>
          {request.orderNumber}
        </Text>
      </Fact>
      <Fact name="原因">
        <Text>{[reasonWords[request.reason], request.words].filter(Boolean).join('：')}</Text>
      </Fact>
      {request.photos.length > 0 ? (
        <Fact name="照片">
          <PhotoRow photos={request.photos} />
        </Fact>
      ) : null}
      {request.state === 'approved' && request.sendBy ? (
        <Fact name="请在此前寄回">
          <Text>{dayAndTime(request.sendBy)}</Text>
        </Fact>
      ) : null}
      {request.state === 'requested' ? (
        <Fact name="最晚审核时间">
          <Text>{dayAndTime(request.reviewBy)}</Text>
        </Fact>
      ) : null}
      {replacementId ? (
        <View className="after-sales__sum">
          <Button
            id="to-replacement"
            label={`查看补发订单 ${replacementNumber ?? ''}`}
            size="small"
            onPress={() => goTo(places.order(replacementId))}
          />
        </View>
      ) : null}
    </Card>
  );
}

export default signedIn(AfterSalesOnePage, head);
