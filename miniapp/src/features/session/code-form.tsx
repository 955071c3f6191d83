import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { type Me, useCodeLogIn, useSendCode } from './queries';

/** As long as the server lets a number wait between two codes. */
const pauseSeconds = 60;

/** Logs in by a code sent to the phone. */
export function CodeForm({ onIn }: { onIn: (me: Me) => void }) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [leftSeconds, setLeftSeconds] = useState(0);
  const sendCode = useSendCode();
  const logIn = useCodeLogIn();
  useEffect(() => {
    if (leftSeconds === 0) return undefined;
    const timer = setTimeout(() => setLeftSeconds(leftSeconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [leftSeconds]);
  const isPhone = /^1[3-9]\d{9}$/.test(phone);
  const isFilled = isPhone && /^\d{6}$/.test(code);
  const send = () =>
    sendCode.mutate(phone, {
      onSuccess: () => {
        setLeftSeconds(pauseSeconds);
        say('如该手机号已登记，验证码将很快送达');
      },
    });
  const submit = () => {
    if (isFilled && !logIn.isPending) logIn.mutate({ phone, code }, { onSuccess: ({ me }) => onIn(me) });
  };
  return (
    <>
      <Field
        id="code-phone"
        label="手机号"
        value={phone}
        digits
        lengthMax={11}
        placeholder="门店或公司登记的手机号"
        onChange={setPhone}
      />
      <Field
        id="code-code"
        label="验证码"
        value={code}
        digits
        lengthMax={6}
        placeholder="6 位数字"
        onChange={setCode}
        onSubmit={submit}
        tail={
          <Button
            id="code-send"
            label={leftSeconds > 0 ? `${leftSeconds} 秒后重发` : '发送验证码'}
            look="text"
            size="small"
            disabled={!isPhone || leftSeconds > 0}
            pending={sendCode.isPending}
            pendingLabel="正在发送…"
            onPress={send}
          />
        }
      />
      <InlineProblem error={logIn.error ?? sendCode.error} />
      <Button
        id="code-submit"
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
