import { Segmented } from 'antd';
import { hasRole, useMe } from '../../features/auth/me';
import { sendPages, uploadPages } from '../../features/wechat-delivery/queries';
import { sendCsv } from '../../features/wechat-delivery/send-columns';
import { SendTable } from '../../features/wechat-delivery/send-table';
import { uploadCsv } from '../../features/wechat-delivery/upload-columns';
import { UploadTable } from '../../features/wechat-delivery/upload-table';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';

const tabs = ['uploads', 'failed', 'sends'] as const;
type Tab = (typeof tabs)[number];

const exportOf = {
  uploads: (
    <ExportButton key="uploads" name="微信发货信息" columns={uploadCsv} fetchPage={uploadPages(undefined)} />
  ),
  failed: <ExportButton key="failed" name="失败的通知" columns={sendCsv} fetchPage={sendPages('failed')} />,
  sends: <ExportButton key="sends" name="微信通知" columns={sendCsv} fetchPage={sendPages(undefined)} />,
} satisfies Record<Tab, React.ReactNode>;

const label = (tab: Tab, text: string) => ({
  value: tab,
  label: <span data-testid={`tab-${tab}`}>{text}</span>,
});

/** What WeChat was told: of shipments, without which it keeps the money, and, at HQ, what people were sent. */
export default function WechatDeliveryPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const isHeadquarters = me.party.kind === 'hq';
  const asked = tabs.find((one) => one === params.get('tab')) ?? 'uploads';
  const tab = isHeadquarters ? asked : 'uploads';
  return (
    <Page
      title="微信发货与通知"
      hint="小程序订单的发货信息是否已告知微信，以及发给客户的微信通知"
      extra={exportOf[tab]}
    >
      {isHeadquarters && (
        <div className="tp-filters">
          <Segmented<Tab>
            value={tab}
            options={[
              label('uploads', '发货信息'),
              label('failed', '失败的通知'),
              label('sends', '全部通知'),
            ]}
            onChange={(value) => choose('tab', value === 'uploads' ? undefined : value)}
          />
        </div>
      )}
      {tab === 'uploads' ? (
        <UploadTable />
      ) : (
        <SendTable key={tab} isFailedOnly={tab === 'failed'} mayRetry={hasRole(me, 'manager')} />
      )}
    </Page>
  );
}
