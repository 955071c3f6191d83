import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { useChangePassword } from './commands';

const MINIMUM_PASSWORD_LENGTH = 10;

interface PasswordForm {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

/** Changes one's password; other sessions end. */
export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const changePassword = useChangePassword();
  return (
    <FormDialog<PasswordForm>
      open={open}
      title="修改密码"
      submitText="修改密码"
      width={420}
      testId="password"
      onClose={onClose}
      onSubmit={async ({ currentPassword, newPassword }) => {
        await changePassword({ currentPassword, newPassword });
        message.success('密码已修改，其他设备需要重新登录');
      }}
    >
      <Form.Item
        name="currentPassword"
        label="当前密码"
        rules={[{ required: true, message: '请输入当前密码' }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        rules={[
          { required: true, message: '请输入新密码' },
          { min: MINIMUM_PASSWORD_LENGTH, message: `新密码至少 ${MINIMUM_PASSWORD_LENGTH} 位` },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再输一次新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再输一次新密码' },
          ({ getFieldValue }) => ({
            validator: (_, repeated?: string) =>
              !repeated || repeated === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的新密码不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
