import { useState } from 'react';
import { useChangePassword } from '@/features/session/queries';
import { passwordTitle, signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goBack } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';

const head = { title: passwordTitle };

/** The shortest new password the server takes. */
const lengthMin = 10;

function PasswordPage({ me }: SignedInProps) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const change = useChangePassword();
  const isLong = newPassword.length >= lengthMin;
  const isSame = repeated === newPassword;
  const submit = () => {
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          say('密码已修改，其他设备需重新登录');
          goBack();
        },
      },
    );
  };
  return (
    <Page {...head}>
      <Card>
        <Field
          id="password-current"
          label="当前密码"
          secret
          value={currentPassword}
          onChange={setCurrent}
          hint={me.mustChangePassword ? '这是别人为您设置的初始密码，请先改成自己的' : undefined}
        />
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
        <InlineProblem error={change.error} />
        <Button
          id="password-submit"
          label="修改密码"
          look="main"
          block
          disabled={currentPassword === '' || !isLong || !isSame}
          pending={change.isPending}
          onPress={submit}
        />
      </Card>
    </Page>
  );
}

export default signedIn(PasswordPage, head);
