import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { InlineProblem } from '@/ui/states';
import { type Me, useLogIn } from './queries';

/** Logs in by a name and a password. */
export function PasswordForm({ onIn }: { onIn: (me: Me) => void }) {
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const logIn = useLogIn();
  const isFilled = loginName.trim() !== '' && password !== '';
  const submit = () => {
    if (!isFilled || logIn.isPending) return;
    logIn.mutate({ loginName: loginName.trim(), password }, { onSuccess: ({ me }) => onIn(me) });
  };
  return (
    <>
      <Field
        id="login-name"
        label="登录名"
        value={loginName}
        placeholder="手机号或登录名"
        onChange={setLoginName}
      />
      <Field
        id="login-password"
        label="密码"
        value={password}
        secret={!isShown}
        placeholder="请输入密码"
        onChange={setPassword}
        onSubmit={submit}
        tail={
          <Button
            id="login-show"
            label={isShown ? '隐藏' : '显示'}
            look="text"
            size="small"
            onPress={() => setShown(!isShown)}
          />
        }
      />
      <InlineProblem error={logIn.error} />
      <Button
        id="login-submit"
        label="登录"
        look="main"
        block
        disabled={!isFilled}
        pending={logIn.isPending}
        pendingLabel="正在登录…"
        onPress={submit}
      />
    </>
  );
}
