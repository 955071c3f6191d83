import { useState } from 'react';
import { Text } from '@tarojs/components';
import { AskedCard, BindOwnWechat } from '@/features/session/own-wechat';
import { useUnbindWechat, useWechat } from '@/features/session/queries';
import { RebindingList } from '@/features/session/rebinding-list';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { isInWechat } from '@/platform/wechat';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { momentText } from '@/ui/dates';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '微信绑定' };
const appWords = { miniapp: '微信小程序', h5: '微信网页' } as const;

function WechatPage({ me }: SignedInProps) {
  const wechat = useWechat();
  const unbind = useUnbindWechat();
  const [isUnbinding, setUnbinding] = useState(false);
  const items = wechat.data?.items ?? [];
  return (
    <Page {...head}>
      {wechat.isPending ? <Loading rows={1} /> : null}
      {wechat.isError ? <Problem error={wechat.error} onRetry={() => void wechat.refetch()} /> : null}
      {wechat.data && items.length === 0 ? (
        <Nothing
          title="还没有绑定微信"
          advice={isInWechat() ? '绑定后下次打开可直接登录' : '在微信里打开这个页面即可绑定'}
        />
      ) : null}
      {items.map(({ app, boundAt }) => (
        <Card key={app}>
          <Text>{`${appWords[app]} · ${momentText(boundAt)} 绑定`}</Text>
        </Card>
      ))}
      {wechat.data ? (
        <>
          <AskedCard asked={wechat.data.asked} />
          <BindOwnWechat items={items} />
        </>
      ) : null}
      {items.length > 0 ? (
        <Button id="unbind-wechat" label="解除绑定" block onPress={() => setUnbinding(true)} />
      ) : null}
      {me.roles.includes('owner') ? <RebindingList /> : null}
      <Confirm
        title="解除微信绑定"
        open={isUnbinding}
        text="以后不能再用微信登录；换绑另一个微信仍需负责人同意。"
        confirmLabel="解除绑定"
        grave
        pending={unbind.isPending}
        error={unbind.error}
        onConfirm={() => unbind.mutate(undefined, { onSuccess: () => setUnbinding(false) })}
        onClose={() => setUnbinding(false)}
      />
    </Page>
  );
}

export default signedIn(WechatPage, head);
