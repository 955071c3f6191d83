import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { flashColumns, flashCsv } from '../../features/flash/flash-columns';
import { FlashConfirm, type FlashAction } from '../../features/flash/flash-confirm';
import { FlashDialog } from '../../features/flash/flash-dialog';
import { actionsFor, type Activity } from '../../features/flash/model';
import { activityPages, useActivities } from '../../features/flash/queries';
import { PartiesPicker } from '../../features/partners/party-picker';
import { RegionsPicker } from '../../features/territory/regions-picker';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';

const actionWords: readonly { action: FlashAction; text: string }[] = [
  { action: 'publish', text: '发布' },
  { action: 'stop', text: '停止' },
  { action: 'settle', text: '结算' },
];

export default function FlashPage() {
  const nowMs = useNow();
  const pages = useCursorPages();
  const activities = useActivities(pages.cursor);
  const [written, setWritten] = useState<Activity | 'new' | null>(null);
  const [asked, setAsked] = useState<{ action: FlashAction; activity: Activity } | null>(null);
  useKeys({ n: () => setWritten('new') }, written === null && asked === null);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 130,
    render: (_: unknown, activity: Activity) => {
      const may = actionsFor(activity, nowMs);
      return (
        <div className="link-actions">
          {may.edit && (
            <Button type="link" size="small" onClick={() => setWritten(activity)}>
              修改
            </Button>
          )}
          {actionWords
            .filter(({ action }) => may[action])
            .map(({ action, text }) => (
              <Button
                key={action}
                type="link"
                size="small"
                danger={action === 'stop'}
                onClick={() => setAsked({ action, activity })}
                data-testid={`flash-${action}-${activity.activityId}`}
              >
                {text}
              </Button>
            ))}
        </div>
      );
    },
  };
  return (
    <Page
      title="秒杀"
      hint={
        <>
          限量 = 已售 + 占用 + 可抢 + 退回，卖的时候自动刷新；按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <>
          <ExportButton name="秒杀" columns={flashCsv} fetchPage={activityPages} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setWritten('new')}
            data-testid="flash-new"
          >
            新建秒杀
          </Button>
        </>
      }
    >
      <PagedTable
        name="flash"
        list={activities}
        pages={pages}
        rowKey={({ activityId }) => activityId}
        columns={[...flashColumns, actionColumn]}
        minWidth={1160}
        empty={
          <EmptyHint
            title="还没有秒杀"
            hint="选一个商品，定好价格、限量和时间；发布时从真实批次中留出商品，绝不超卖。"
          />
        }
      />
      <FlashDialog
        subject={written}
        onClose={() => setWritten(null)}
        skuField={<SkuPicker testId="flash-sku" />}
        regionsField={<RegionsPicker placeholder="不限" />}
        buyersField={<PartiesPicker placeholder="不限" />}
      />
      <FlashConfirm asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
}
