import { useState } from 'react';
import { Button } from '@/ui/button';
import { CodeField } from '@/ui/code-field';
import { isCode, isMobile } from '@/ui/code-words';
import { Field } from '@/ui/field';
import { SendCodeButton } from '@/ui/send-code-button';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { type Me, useCodeLogIn, useSendCode } from './queries';

/** Logs in by a code sent to the phone. */
export function CodeForm({ onIn }: { onIn: (me: Me) => void }) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const sendCode = useSendCode();
  const logIn = useCodeLogIn();
  const isFilled = isMobile(phone) && isCode(code);
  const send = (onSent: () => void) =>
    sendCode.mutate(phone, {
      onSuccess: () => {
        onSent();
        say('如该手机号已验证，验证码将很快送达');
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
        placeholder="已验证的登录手机"
        onChange={setPhone}
      />
      <CodeField
        id="code-code"
        label="验证码"
        value={code}
        onChange={setCode}
        onSubmit={submit}
        hint="收不到？手机号可能还没有验证：请用密码登录后在“我的 · 登录手机”验证，或请供货商核实"
        tail={
          <SendCodeButton
            id="code-send"
            disabled={!isMobile(phone)}
            pending={sendCode.isPending}
            onSend={send}
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
