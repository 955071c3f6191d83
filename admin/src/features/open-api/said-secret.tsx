import { Alert, Button, Modal, Typography } from 'antd';

/** A secret that was just made, of a key or of a webhook. */
export interface SaidSecret {
  readonly kind: 'token' | 'secret';
  readonly name: string;
  readonly secret: string;
}

const words: Readonly<Record<SaidSecret['kind'], { title: string; label: string; advice: string }>> = {
  token: {
    title: '请保存密钥',
    label: '密钥',
    advice: '请存入调用方系统的安全配置，不要写进代码或发到群里。遗失后只能吊销，再新建一个。',
  },
  secret: {
    title: '请保存签名密钥',
    label: '签名密钥',
    advice: '接收方用它验证推送确由通盘发出。遗失后可以更换，旧的一天内仍然有效。',
  },
};

/** A secret that is said once: nothing but its button closes it. */
export const SaidSecretDialog = ({ said, onClose }: { said: SaidSecret | null; onClose: () => void }) => (
  <Modal
    open={said !== null}
    title={said && words[said.kind].title}
    width={600}
    closable={false}
    mask={{ closable: false }}
    keyboard={false}
    footer={
      <Button type="primary" onClick={onClose} data-testid="said-secret-done">
        我已保存
      </Button>
    }
  >
    {said && (
      <div data-testid="said-secret">
        <dl className="tp-facts">
          <dt>名称</dt>
          <dd>{said.name}</dd>
          <dt>{words[said.kind].label}</dt>
          <dd>
            <Typography.Text
              strong
              code
              copyable={{ text: said.secret, tooltips: ['复制', '已复制'] }}
              data-testid="said-secret-text"
            >
              {said.secret}
            </Typography.Text>
          </dd>
        </dl>
        <Alert
          type="warning"
          showIcon
          className="tp-said-once"
          title="只显示这一次，关闭后无法再查看"
          description={words[said.kind].advice}
        />
      </div>
    )}
  </Modal>
);
