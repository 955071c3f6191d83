import { PlusOutlined, ReadOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { deliveryCsv } from '../../features/open-api/delivery-columns';
import { DeliveryFilters, deliveryFilterOf } from '../../features/open-api/delivery-filters';
import { DeliveryList } from '../../features/open-api/delivery-list';
import { GuideDrawer } from '../../features/open-api/guide-drawer';
import { deliveryPages, useWebhooks, type Webhook } from '../../features/open-api/queries';
import { SaidSecretDialog, type SaidSecret } from '../../features/open-api/said-secret';
import { WebhookActionDialog, type WebhookAction } from '../../features/open-api/webhook-action-dialog';
import { webhookCsv } from '../../features/open-api/webhook-columns';
import { WebhookDialog } from '../../features/open-api/webhook-dialog';
import { WebhookList } from '../../features/open-api/webhook-list';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';

type Tab = 'addresses' | 'deliveries';
const tabs: { value: Tab; label: string }[] = [
  { value: 'addresses', label: '推送地址' },
  { value: 'deliveries', label: '推送记录' },
];

/** 事件推送: which of the party's own systems are told what happens, and what was told. */
export default function WebhooksPage() {
  const { params, choose, chooseAll } = useFilters();
  const tab: Tab = params.get('tab') === 'deliveries' ? 'deliveries' : 'addresses';
  const filter = deliveryFilterOf(params);
  const webhooks = useWebhooks();
  const items = webhooks.data?.items ?? [];
  const [written, setWritten] = useState<Webhook | 'new' | null>(null);
  const [asked, setAsked] = useState<{ action: WebhookAction; webhook: Webhook } | null>(null);
  const [said, setSaid] = useState<SaidSecret | null>(null);
  const [isGuideOpen, setGuideOpen] = useState(false);
  const isQuiet = written === null && asked === null && said === null && !isGuideOpen;
  useKeys({ n: () => setWritten('new') }, isQuiet);
  return (
    <Page
      title="事件推送"
      hint={
        <>
          订单、收款、售后有变化时，主动通知自己的系统（Webhook）；按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <>
          <Button icon={<ReadOutlined />} onClick={() => setGuideOpen(true)} data-testid="webhook-guide-open">
            接收说明
          </Button>
          {tab === 'addresses' ? (
            <ExportButton
              key="addresses"
              name="推送地址"
              columns={webhookCsv}
              fetchPage={() => Promise.resolve({ items, nextCursor: null })}
            />
          ) : (
            <ExportButton
              key="deliveries"
              name="推送记录"
              columns={deliveryCsv}
              fetchPage={deliveryPages(filter)}
            />
          )}
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setWritten('new')}
            data-testid="webhook-new"
          >
            新建推送
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Segmented<Tab>
          aria-label="内容"
          value={tab}
          options={tabs}
          onChange={(value) =>
            chooseAll({
              tab: value === 'deliveries' ? value : undefined,
              webhook: undefined,
              state: undefined,
              type: undefined,
            })
          }
        />
        {tab === 'deliveries' && <DeliveryFilters filter={filter} webhooks={items} onChoose={choose} />}
      </div>
      {tab === 'addresses' ? (
        <WebhookList
          list={webhooks}
          onChange={setWritten}
          onAsk={(action, webhook) => setAsked({ action, webhook })}
        />
      ) : (
        <DeliveryList filter={filter} />
      )}
      <WebhookDialog subject={written} onClose={() => setWritten(null)} onSaid={setSaid} />
      <WebhookActionDialog asked={asked} onClose={() => setAsked(null)} onSaid={setSaid} />
      <SaidSecretDialog said={said} onClose={() => setSaid(null)} />
      <GuideDrawer open={isGuideOpen} onClose={() => setGuideOpen(false)} />
    </Page>
  );
}
