import { Button } from 'antd';
import { EmptyHint } from '../../ui/empty-hint';
import { ListTable } from '../../ui/list-table';
import { ViewMenu } from '../../ui/view-menu';
import type { useWebhooks, Webhook } from './queries';
import type { WebhookAction } from './webhook-action-dialog';
import { webhookColumns } from './webhook-columns';

const actions: readonly { action: WebhookAction; text: string; when?: Webhook['state'] }[] = [
  { action: 'test', text: '测试', when: 'active' },
  { action: 'pause', text: '暂停', when: 'active' },
  { action: 'resume', text: '恢复', when: 'paused' },
  { action: 'rotate', text: '换密钥' },
  { action: 'remove', text: '删除' },
];

interface WebhookListProps {
  list: ReturnType<typeof useWebhooks>;
  onChange: (webhook: Webhook) => void;
  onAsk: (action: WebhookAction, webhook: Webhook) => void;
}

/** The addresses that are told, with what may be done with each. */
export function WebhookList({ list, onChange, onAsk }: WebhookListProps) {
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 240,
    render: (_: unknown, webhook: Webhook) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => onChange(webhook)}
          data-testid={`webhook-edit-${webhook.webhookId}`}
        >
          修改
        </Button>
        {actions
          .filter(({ when }) => when === undefined || when === webhook.state)
          .map(({ action, text }) => (
            <Button
              key={action}
              type="link"
              size="small"
              danger={action === 'remove'}
              onClick={() => onAsk(action, webhook)}
              data-testid={`webhook-${action}-${webhook.webhookId}`}
            >
              {text}
            </Button>
          ))}
      </div>
    ),
  };
  return (
    <ListTable
      name="webhooks"
      list={list}
      rowKey={({ webhookId }) => webhookId}
      tools={<ViewMenu list="webhooks" />}
      columns={[...webhookColumns, actionColumn]}
      minWidth={1080}
      empty={
        <EmptyHint
          title="还没有推送地址"
          hint="点“新建推送”，订单通过、发货、到账等事件会在几秒内送到自己的系统。"
        />
      }
    />
  );
}
