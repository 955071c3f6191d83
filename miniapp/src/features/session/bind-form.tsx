import { useState } from 'react';
import { Text } from '@tarojs/components';
import { wechatApp } from '@/platform/wechat';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { InlineProblem } from '@/ui/states';
import { PhoneButton } from './phone-button';
import { type Me, useWechatLogIn, type WechatTry } from './queries';

export interface BindFormProps {
  ticket: string;
  onIn: (me: Me) => void;
  onWaiting: () => void;
  onBack: () => void;
}

/** Binds a WeChat that is nobody's yet: by the phone button, or by a password. */
export function BindForm({ ticket, onIn, onWaiting, onBack }: BindFormProps) {
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const bind = useWechatLogIn();
  const isFilled = loginName.trim() !== '' && password !== '';
  const go = (input: WechatTry) =>
    bind.mutate(input, {
      onSuccess: (answer) => (answer.outcome === 'loggedIn' ? onIn(answer.me) : onWaiting()),
    });
  const submit = () => {
    if (isFilled && !bind.isPending) go({ by: 'password', ticket, loginName: loginName.trim(), password });
  };
  return (
    <>
      <Text className="log-in__help">该微信尚未绑定账号，绑定一次后即可直接登录</Text>
      {wechatApp === 'miniapp' ? (
        <PhoneButton
          disabled={bind.isPending}
          onCode={(phoneCode) => go({ by: 'phone', ticket, phoneCode })}
        />
      ) : null}
      <Field
        id="bind-name"
        label="登录名"
        value={loginName}
        placeholder="请输入登录名"
        onChange={setLoginName}
      />
      <Field
        id="bind-password"
        label="密码"
        value={password}
        secret
        placeholder="请输入密码"
        onChange={setPassword}
        onSubmit={submit}
      />
      <InlineProblem error={bind.error} />
      <Button
        id="bind-submit"
        label="绑定并登录"
        look="main"
        block
        disabled={!isFilled}
        pending={bind.isPending}
        pendingLabel="正在绑定…"
        onPress={submit}
      />
      <Button id="bind-back" label="返回登录" look="text" block onPress={onBack} />
    </>
  );
}
