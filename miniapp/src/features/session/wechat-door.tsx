import { useEffect, useRef, useState } from 'react';
import { askWechat, codeFromWechat, isInWechat, wechatApp } from '@/platform/wechat';
import { Button } from '@/ui/button';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { type Me, useWays, useWechatLogIn } from './queries';

export interface WechatDoorProps {
  onIn: (me: Me) => void;
  onTicket: (ticket: string) => void;
}

/** Logs in by WeChat where WeChat can tell who is there; nothing elsewhere. */
export function WechatDoor({ onIn, onTicket }: WechatDoorProps) {
  const { data: ways } = useWays();
  const logIn = useWechatLogIn();
  const [isAsking, setAsking] = useState(false);
  const enter = (code: string) =>
    logIn.mutate(
      { by: 'code', app: wechatApp, code },
      {
        onSuccess: (answer) => {
          if (answer.outcome === 'loggedIn') onIn(answer.me);
          if (answer.outcome === 'notBound') onTicket(answer.ticket);
        },
      },
    );
  const enterNow = useRef(enter);
  useEffect(() => {
    const code = codeFromWechat();
    if (code !== null) enterNow.current(code);
  }, []);
  const way = ways?.wechat;
  if (!way || !isInWechat()) return null;
  const ask = () => {
    setAsking(true);
    askWechat(way)
      .then((code) => {
        if (code !== null) enter(code);
      })
      .catch(() => say('没有取得微信授权，请重试'))
      .finally(() => setAsking(false));
  };
  return (
    <>
      <InlineProblem error={logIn.error} />
      <Button
        id="login-wechat"
        label="微信登录"
        block
        pending={isAsking || logIn.isPending}
        pendingLabel="正在打开微信…"
        onPress={ask}
      />
    </>
  );
}
