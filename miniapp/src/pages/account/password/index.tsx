import { useState } from 'react';
import {
  useChangePassword,
  usePhone,
  useSendOwnCode,
  useSetPasswordByCode,
  useWays,
} from '@/features/session/queries';
import { passwordTitle, signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goBack } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { CodeField } from '@/ui/code-field';
import { isCode } from '@/ui/code-words';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { SendCodeButton } from '@/ui/send-code-button';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';

const head = { title: passwordTitle };

/** The shortest new password the server takes. */
const lengthMin = 10;

function PasswordPage({ me }: SignedInProps) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [code, setCode] = useState('');
  const [byCode, setByCode] = useState(false);
  const change = useChangePassword();
  const setAnew = useSetPasswordByCode();
  const sendCode = useSendOwnCode();
  const phone = usePhone().data?.phone ?? null;
  const hasCodes = useWays().data?.code === true && phone !== null;
  const isLong = newPassword.length >= lengthMin;
  const isSame = repeated === newPassword;
  const isProved = byCode ? isCode(code) : currentPassword !== '';
  const onSuccess = () => {
    say('密码已修改，其他设备需重新登录');
    goBack();
  };
  const submit = () => {
    if (byCode) setAnew.mutate({ code, newPassword }, { onSuccess });
    else change.mutate({ currentPassword, newPassword }, { onSuccess });
  };
  return (
    <Page {...head}>
      <Card>
        {byCode ? (
          <CodeField
            id="password-code"
            label={`发到 ${phone ?? ''} 的验证码`}
            value={code}
            onChange={setCode}
            tail={
              <SendCodeButton
                id="password-send"
                pending={sendCode.isPending}
                onSend={(onSent) => sendCode.mutate(undefined, { onSuccess: onSent })}
              />
            }
          />
        ) : (
          <Field
            id="password-current"
            label="当前密码"
            secret
            value={currentPassword}
            onChange={setCurrent}
            hint={me.mustChangePassword ? '这是别人为您设置的初始密码，请先改成自己的' : undefined}
          />
        )}
        {hasCodes ? (
          <Button
            id="password-way"
            label={byCode ? '改用当前密码' : '不知道当前密码？用短信验证码'}
            look="text"
            size="small"
            onPress={() => setByCode(!byCode)}
          />
        ) : null}
        <Field
          id="password-new"
          label="新密码"
          secret
          value={newPassword}
          onChange={setNew}
          hint={`至少 ${lengthMin} 位，建议用一句好记的话`}
        />
        <Field
          id="password-repeat"
          label="再输一次"
          secret
          value={repeated}
          onChange={setRepeated}
          hint={repeated !== '' && !isSame ? '两次输入的新密码不一样' : undefined}
        />
        <InlineProblem error={byCode ? (setAnew.error ?? sendCode.error) : change.error} />
        <Button
          id="password-submit"
          label="修改密码"
          look="main"
          block
          disabled={!isProved || !isLong || !isSame}
          pending={change.isPending || setAnew.isPending}
          onPress={submit}
        />
      </Card>
    </Page>
  );
}

export default signedIn(PasswordPage, head);
