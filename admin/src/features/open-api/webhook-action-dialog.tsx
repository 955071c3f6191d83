import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import {
  type Webhook,
  useRemoveWebhook,
  useRotateSecret,
  useSetWebhookState,
  useTestWebhook,
} from './queries';
import type { SaidSecret } from './said-secret';

export type WebhookAction = 'test' | 'pause' | 'resume' | 'rotate' | 'remove';

const words: Readonly<Record<WebhookAction, { title: string; submit: string; done: string; what: string }>> =
  {
    test: {
      title: '测试推送',
      submit: '发送',
      done: '已发送，结果见推送记录',
      what: '向接收地址发送一条不代表任何业务的测试消息，带真实签名。',
    },
    pause: {
      title: '暂停推送',
      submit: '暂停',
      done: '已暂停',
      what: '暂停期间发生的事件不会补推；已排队的等恢复后再推。',
    },
    resume: {
      title: '恢复推送',
      submit: '恢复',
      done: '已恢复',
      what: '从现在起的事件继续推送，已排队的接着推；暂停期间发生的不补推。',
    },
    rotate: {
      title: '更换签名密钥',
      submit: '更换',
      done: '已更换',
      what: '生成新的签名密钥。此后一天内每条推送带新旧两个签名，接收方可从容更换；一天后旧的失效。',
    },
    remove: {
      title: '删除推送',
      submit: '删除',
      done: '已删除',
      what: '不再推送到这个地址，排队中的也不再推；推送记录保留 30 天。删除后不能恢复。',
    },
  };

interface WebhookActionDialogProps {
  /** Open while there is one. */
  asked: { readonly action: WebhookAction; readonly webhook: Webhook } | null;
  onClose: () => void;
  onSaid: (said: SaidSecret) => void;
}

/** Does something with a webhook, after saying what that does. */
export function WebhookActionDialog({ asked, onClose, onSaid }: WebhookActionDialogProps) {
  const { message } = App.useApp();
  const setState = useSetWebhookState();
  const remove = useRemoveWebhook();
  const rotate = useRotateSecret();
  const test = useTestWebhook();
  const said = asked && words[asked.action];

  const carryOut = async (action: WebhookAction, webhook: Webhook, commandId: string) => {
    const { webhookId, version: expectedVersion, name } = webhook;
    const one = { commandId, webhookId, expectedVersion };
    if (action === 'rotate') {
      const { secret } = await rotate(one);
      if (secret === null) message.warning('签名密钥已更换，但只显示一次；请再更换一次');
      else onSaid({ kind: 'secret', name, secret });
      return;
    }
    if (action === 'test') await test({ commandId, webhookId });
    if (action === 'remove') await remove(one);
    if (action === 'pause') await setState({ ...one, state: 'paused' });
    if (action === 'resume') await setState({ ...one, state: 'active' });
    message.success(words[action].done);
  };

  return (
    <FormDialog
      open={asked !== null}
      title={`${said?.title ?? ''} · ${asked?.webhook.name ?? ''}`}
      submitText={said?.submit ?? ''}
      danger={asked?.action === 'remove'}
      testId="webhook-action"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (asked) await carryOut(asked.action, asked.webhook, commandId);
      }}
    >
      <p>{said?.what}</p>
    </FormDialog>
  );
}
