import { Alert, Button, Modal, Typography } from 'antd';
import type { TakenOn } from './queries';

interface FirstPasswordProps {
  /** Open while there is one. */
  takenOn: TakenOn | null;
  onClose: () => void;
}

const Copyable = ({ text, testId }: { text: string; testId: string }) => (
  <Typography.Text strong code copyable={{ text, tooltips: ['复制', '已复制'] }} data-testid={testId}>
    {text}
  </Typography.Text>
);

/** The first password of who was taken on. It is said once: nothing but its button closes it. */
export const FirstPassword = ({ takenOn, onClose }: FirstPasswordProps) => (
  <Modal
    open={takenOn !== null}
    title={`已开户 · ${takenOn?.name ?? ''}`}
    closable={false}
    mask={{ closable: false }}
    keyboard={false}
    footer={
      <Button type="primary" onClick={onClose} data-testid="first-password-done">
        我已转告申请人
      </Button>
    }
  >
    {takenOn && (
      <div data-testid="first-password">
        <dl className="tp-facts">
          <dt>登录名</dt>
          <dd>
            <Copyable text={takenOn.loginName} testId="first-login-name" />
          </dd>
          <dt>首次密码</dt>
          <dd>
            <Copyable text={takenOn.oneTimePassword} testId="first-password-text" />
          </dd>
        </dl>
        <Alert
          type="warning"
          showIcon
          className="onboarding-once"
          title="密码只显示这一次，关闭后无法再查看"
          description="请当面或电话告知申请人。首次登录后须自行修改密码；手机号已核实的，也可以用短信验证码登录。"
        />
      </div>
    )}
  </Modal>
);
