import { Alert, Button, Modal, Typography } from 'antd';

/** A password that was just made. */
export interface SaidOnce {
  readonly loginName: string;
  readonly oneTimePassword: string;
}

interface OneTimePasswordProps {
  /** Open while there is one. */
  said: SaidOnce | null;
  title: string;
  /** What the password is called. */
  label: string;
  /** What to do with it. */
  advice: string;
  doneText: string;
  onClose: () => void;
}

const Copyable = ({ text, testId }: { text: string; testId: string }) => (
  <Typography.Text strong code copyable={{ text, tooltips: ['复制', '已复制'] }} data-testid={testId}>
    {text}
  </Typography.Text>
);

/** A password that is said once: nothing but its button closes it. */
export const OneTimePassword = ({ said, title, label, advice, doneText, onClose }: OneTimePasswordProps) => (
  <Modal
    open={said !== null}
    title={title}
    closable={false}
    mask={{ closable: false }}
    keyboard={false}
    footer={
      <Button type="primary" onClick={onClose} data-testid="first-password-done">
        {doneText}
      </Button>
    }
  >
    {said && (
      <div data-testid="first-password">
        <dl className="tp-facts">
          <dt>登录名</dt>
          <dd>
            <Copyable text={said.loginName} testId="first-login-name" />
          </dd>
          <dt>{label}</dt>
          <dd>
            <Copyable text={said.oneTimePassword} testId="first-password-text" />
          </dd>
        </dl>
        <Alert
          type="warning"
          showIcon
          className="tp-said-once"
          title="密码只显示这一次，关闭后无法再查看"
          description={advice}
        />
      </div>
    )}
  </Modal>
);
