import { useEffect, useRef, useState } from 'react';
import { Text } from '@tarojs/components';
import { askWechatToBind, isInWechat, wechatApp, wordToBind } from '@/platform/wechat';
import type { WechatWord } from '@/platform/wechat-way';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { askWechatState, useBindOwnWechat, useWays, type Wechat } from './queries';

const askedWords = {
  waiting: '等待审批',
  approved: '已同意',
  refused: '已拒绝',
  replaced: '已替代',
} as const;

/** What became of my wish for another WeChat; nothing to say once it is granted. */
export function AskedCard({ asked }: Pick<Wechat, 'asked'>) {
  if (asked === null || asked.state === 'approved') return null;
  return (
    <Card>
      <Text id="rebinding-asked">
        {[`换绑申请${askedWords[asked.state]}`, momentText(asked.askedAt), asked.reason]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  );
}

/** Binds the WeChat I am in to me, who am logged in already; nothing where there is no WeChat. */
export function BindOwnWechat({ items }: Pick<Wechat, 'items'>) {
  const { data: ways } = useWays();
  const bind = useBindOwnWechat();
  const [isAsking, setAsking] = useState(false);
  const go = (word: WechatWord) =>
    bind.mutate(word, {
      onSuccess: ({ outcome }) =>
        say(outcome === 'bound' ? '微信已绑定，下次可直接登录' : '换绑申请已提交，负责人同意后生效'),
    });
  const goNow = useRef(go);
  useEffect(() => {
    const word = wordToBind();
    if (word !== null) goNow.current(word);
  }, []);
  const way = ways?.wechat;
  if (!way || !isInWechat()) return null;
  const ask = () => {
    setAsking(true);
    askWechatToBind(way, askWechatState)
      .then((word) => {
        if (word !== null) go(word);
      })
      .catch(() => say('没有取得微信授权，请重试'))
      .finally(() => setAsking(false));
  };
  const isBoundHere = items.some(({ app }) => app === wechatApp);
  return (
    <>
      <InlineProblem error={bind.error} />
      <Button
        id="bind-own-wechat"
        label={isBoundHere ? '换成当前微信（需审批）' : '绑定当前微信'}
        look={isBoundHere ? 'plain' : 'main'}
        block
        pending={isAsking || bind.isPending}
        pendingLabel="正在打开微信…"
        onPress={ask}
      />
    </>
  );
}
