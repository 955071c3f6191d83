import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { CodeField } from '@/ui/code-field';
import { isCode, isMobile } from '@/ui/code-words';
import { Field } from '@/ui/field';
import { SendCodeButton } from '@/ui/send-code-button';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { useChangePhone, useSendOwnCode } from './queries';

export interface PhoneFormProps {
  /** The phone proved before, masked; null for the first one. */
  former: string | null;
  onDone: () => void;
}

const proofs = [
  { value: 'password', label: '用密码确认' },
  { value: 'phone', label: '用原手机确认' },
];

/** Proves a phone by the code it gets, and who asks by the password or the former phone. */
export function PhoneForm({ former, onDone }: PhoneFormProps) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [by, setBy] = useState('password');
  const [password, setPassword] = useState('');
  const [formerCode, setFormerCode] = useState('');
  const sendNew = useSendOwnCode();
  const sendFormer = useSendOwnCode();
  const change = useChangePhone();
  const isByPhone = former !== null && by === 'phone';
  const isFilled = isMobile(phone) && isCode(code) && (isByPhone ? isCode(formerCode) : password !== '');
  const submit = () => {
    if (!isFilled || change.isPending) return;
    change.mutate(
      {
        phone,
        code,
        proof: isByPhone ? { by: 'phone', code: formerCode } : { by: 'password', password },
      },
      {
        onSuccess: () => {
          say('登录手机已验证');
          onDone();
        },
      },
    );
  };
  return (
    <Card>
      <Field
        id="phone-new"
        label={former === null ? '手机号' : '新手机号'}
        value={phone}
        digits
        lengthMax={11}
        placeholder="11 位手机号"
        onChange={setPhone}
      />
      <CodeField
        id="phone-code"
        label="短信验证码"
        value={code}
        onChange={setCode}
        tail={
          <SendCodeButton
            id="phone-send"
            disabled={!isMobile(phone)}
            pending={sendNew.isPending}
            onSend={(onSent) => sendNew.mutate(phone, { onSuccess: onSent })}
          />
        }
      />
      {former === null ? null : <Chips name="phone-proof" chips={proofs} value={by} onChange={setBy} />}
      {isByPhone ? (
        <CodeField
          id="phone-former-code"
          label={`发到原手机 ${former} 的验证码`}
          value={formerCode}
          onChange={setFormerCode}
          tail={
            <SendCodeButton
              id="phone-former-send"
              pending={sendFormer.isPending}
              onSend={(onSent) => sendFormer.mutate(undefined, { onSuccess: onSent })}
            />
          }
        />
      ) : (
        <Field
          id="phone-password"
          label="登录密码"
          value={password}
          secret
          placeholder="确认是您本人"
          onChange={setPassword}
          onSubmit={submit}
        />
      )}
      <InlineProblem error={change.error ?? sendNew.error ?? sendFormer.error} />
      <Button
        id="phone-submit"
        label="验证并保存"
        look="main"
        block
        disabled={!isFilled}
        pending={change.isPending}
        onPress={submit}
      />
    </Card>
  );
}
