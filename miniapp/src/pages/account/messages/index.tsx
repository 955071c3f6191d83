import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { MessageRow } from '@/features/messages/message-row';
import { messagesQuery, useMessages, useReadAll, useUnread } from '@/features/messages/queries';
import { SubscribeRow } from '@/features/messages/subscribe-row';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '消息' };

/** What I was told, newest first, page by page. */
function MessagesPage({ me }: SignedInProps) {
  const messages = useMessages();
  const unread = useUnread();
  const readAll = useReadAll();
  const reload = () => Promise.allSettled([messages.refetch(), unread.refetch()]);
  useDidShow(() => {
    if (messages.isStale && !messages.isFetching) void reload();
  });
  usePullDownRefresh(
    () =>
      void Promise.allSettled([rereadFirst(messagesQuery.queryKey), unread.refetch()]).then(() =>
        Taro.stopPullDownRefresh(),
      ),
  );
  useReachBottom(() => {
    if (messages.hasNextPage && !messages.isFetchingNextPage) void messages.fetchNextPage();
  });
  const list = messages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page {...head}>
      {me.buys ? (
        <SubscribeRow
          words="售后结果、退款到账时微信通知我"
          kinds={['orderRejected', 'afterSalesDecided', 'refunded']}
        />
      ) : null}
      {(unread.data?.count ?? 0) > 0 ? (
        <Button
          id="read-all"
          label="全部标为已读"
          look="text"
          pending={readAll.isPending}
          onPress={() => readAll.mutate()}
        />
      ) : null}
      {messages.isPending ? <Loading rows={3} /> : null}
      {messages.isError && list.length === 0 ? (
        <Problem error={messages.error} onRetry={() => void messages.refetch()} />
      ) : null}
      {messages.isSuccess && list.length === 0 ? (
        <Nothing
          title="没有消息"
          advice="订单审核、发货、退款和售后的结果会出现在这里"
          actionLabel="去看订单"
          onAction={() => goTo(places.orders)}
        />
      ) : null}
      {list.map((message) => (
        <MessageRow key={message.messageId} message={message} />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={messages.hasNextPage}
          pending={messages.isFetchingNextPage}
          onMore={() => void messages.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(MessagesPage, head);
