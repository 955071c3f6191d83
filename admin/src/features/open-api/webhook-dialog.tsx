import { App, Checkbox, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type HookType, type Webhook, useOpenApiChoices, usePutWebhook } from './queries';
import type { SaidSecret } from './said-secret';
import { hookWhen, typeText } from './words';
import './open-api.css';

interface WebhookValues {
  readonly name: string;
  readonly url: string;
  readonly types: HookType[];
}

interface WebhookDialogProps {
  /** One to change, or a new one; closed while there is neither. */
  subject: Webhook | 'new' | null;
  onClose: () => void;
  onSaid: (said: SaidSecret) => void;
}

/** Writes which address is told of which events. */
export function WebhookDialog({ subject, onClose, onSaid }: WebhookDialogProps) {
  const { message } = App.useApp();
  const put = usePutWebhook();
  const types = useOpenApiChoices().data?.types ?? [];
  const before = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<WebhookValues>
      open={subject !== null}
      title={before ? `修改推送 · ${before.name}` : '新建推送'}
      submitText={before ? '保存' : '保存并生成签名密钥'}
      width={640}
      testId="webhook-dialog"
      onClose={onClose}
      initialValues={before && { name: before.name, url: before.url, types: before.types }}
      onSubmit={async ({ name, url, types: chosen }, commandId) => {
        const { webhook, secret } = await put({
          commandId,
          webhookId: before?.webhookId ?? commandId,
          expectedVersion: before?.version ?? 0,
          name: name.trim(),
          url: url.trim(),
          types: chosen,
        });
        if (before) message.success('已保存');
        else if (secret === null) message.warning('推送已建立，但签名密钥只显示一次；请更换一次签名密钥');
        else onSaid({ kind: 'secret', name: webhook.name, secret });
      }}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={30} autoFocus placeholder="例如：仓库系统" data-testid="webhook-name" />
      </Form.Item>
      <Form.Item
        name="url"
        label="接收地址"
        extra="须是公网可达的 HTTPS 地址，5 秒内返回 2xx 即为送达"
        rules={[{ required: true, whitespace: true, message: '请填写接收地址' }]}
      >
        <Input maxLength={300} placeholder="https://erp.example.com/tongpan" data-testid="webhook-url" />
      </Form.Item>
      <Form.Item name="types" label="推送哪些事件" rules={[{ required: true, message: '请至少选一项' }]}>
        <Checkbox.Group className="open-api-choices">
          {types.map((type) => (
            <Checkbox key={type} value={type} data-testid={`hook-${type}`}>
              {typeText(type)}
              <span className="tp-muted tp-small"> {hookWhen(type)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </FormDialog>
  );
}
