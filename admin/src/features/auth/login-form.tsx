import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { ProblemView } from '../../ui/problem-view';
import { useLogIn } from './commands';

interface LoginValues {
  loginName: string;
  password: string;
}

/** Log-in name and password; what follows is the router's business. */
export function LoginForm() {
  const logIn = useLogIn();
  return (
    <Form<LoginValues>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={({ loginName, password }) => {
        if (!logIn.isPending) logIn.mutate({ loginName: loginName.trim(), password });
      }}
    >
      <Form.Item
        name="loginName"
        label="登录名"
        rules={[{ required: true, whitespace: true, message: '请输入登录名' }]}
      >
        <Input
          prefix={<UserOutlined />}
          autoComplete="username"
          autoFocus
          maxLength={64}
          data-testid="login-name"
        />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password
          prefix={<LockOutlined />}
          autoComplete="current-password"
          maxLength={200}
          data-testid="login-password"
        />
      </Form.Item>
      {logIn.isError && (
        <div className="login-problem" data-testid="login-problem">
          <ProblemView error={logIn.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={logIn.isPending} data-testid="login-submit">
        {logIn.isPending ? '登录中…' : '登录'}
      </Button>
    </Form>
  );
}
