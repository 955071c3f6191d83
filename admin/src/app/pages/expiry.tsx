import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, roleNames, useMe, type Role } from '../../features/auth/me';
import { PartyPicker } from '../../features/partners/party-picker';
import { alertColumns, alertCsv, alertStates } from '../../features/stock/expiry/alert-columns';
import { HandleAlertDialog } from '../../features/stock/expiry/handle-alert-dialog';
import { LevelMap } from '../../features/stock/expiry/level-map';
import { type Alert, type AlertFilter, alertPages, useAlerts } from '../../features/stock/expiry/queries';
import { keyNamed, levels, optionsOf } from '../../features/stock/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import '../../features/stock/stock.css';

const { normal: _sound, ...alertLevels } = levels;
const deskName = (desk: Role) => roleNames[desk];

/** 效期: how near expiry the goods are, and what is done about it. */
export default function ExpiryPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose, chooseAll } = useFilters();
  const ownerId = params.get('owner') ?? undefined;
  const state = params.get('state');
  const filter: AlertFilter = {
    ownerId,
    // What waits is what one comes for.
    state: state === 'all' ? undefined : (keyNamed(alertStates, state) ?? 'open'),
    level: keyNamed(alertLevels, params.get('level')),
  };
  const alerts = useAlerts(filter, pages.cursor);
  const [handled, setHandled] = useState<Alert | null>(null);
  const isOwn = ownerId === undefined || ownerId === me.party.partyId;
  const mayHandle = ({ state: stands, desk }: Alert) =>
    isOwn && stands === 'open' && (hasRole(me, desk) || hasRole(me, 'manager'));
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 100,
    render: (_: unknown, alert: Alert) => (
      <div className="link-actions">
        <Link
          className="tp-link"
          to={`/lots?${String(new URLSearchParams({ ...(ownerId ? { owner: ownerId } : {}), sku: alert.skuId }))}`}
          aria-label={`${alert.skuName} 的批次`}
        >
          批次
        </Link>
        {mayHandle(alert) && (
          <Button
            type="link"
            size="small"
            onClick={() => setHandled(alert)}
            data-testid={`alert-handle-${alert.alertId}`}
          >
            处置
          </Button>
        )}
      </div>
    ),
  };
  return (
    <Page
      title="效期"
      hint="关注：剩余一半；预警：剩余三分之一；临期：进入临期期限；禁售：过了停售线"
      extra={<ExportButton name="效期预警" columns={alertCsv(deskName)} fetchPage={alertPages(filter)} />}
    >
      {me.party.kind === 'hq' && (
        <div className="tp-filters">
          <PartyPicker
            value={ownerId}
            onChange={(owner) => chooseAll({ owner })}
            placeholder="货主：总部"
            width={220}
            label="货主"
            testId="expiry-owner"
          />
        </div>
      )}
      <LevelMap
        by={params.get('by') === 'sku' ? 'sku' : 'warehouse'}
        ownerId={ownerId}
        onBy={(by) => choose('by', by === 'sku' ? by : undefined)}
      />
      <div className="stock-section">
        <h2>效期预警</h2>
        <div className="tp-filters stock-section-filters">
          <Select
            value={state === 'all' ? 'all' : filter.state}
            onChange={(value: string) => choose('state', value === 'open' ? undefined : value)}
            options={[{ value: 'all', label: '全部状态' }, ...optionsOf(alertStates)]}
            aria-label="状态"
            style={{ width: 120 }}
            data-testid="alert-state-filter"
          />
          <Select
            value={filter.level}
            onChange={(level?: string) => choose('level', level)}
            options={optionsOf(alertLevels)}
            placeholder="全部等级"
            aria-label="等级"
            allowClear
            style={{ width: 120 }}
            data-testid="alert-level-filter"
          />
        </div>
      </div>
      <PagedTable
        name="expiry-alerts"
        list={alerts}
        pages={pages}
        rowKey={({ alertId }) => alertId}
        tools={<ViewMenu list="expiry-alerts" />}
        columns={[...alertColumns(deskName), actionColumn]}
        minWidth={1160}
        empty={
          <EmptyHint
            title="没有预警"
            hint="每晚扫描全部批次；有批次变差时，这里会多一条，写明谁在什么期限前处置。"
          />
        }
      />
      {handled && <HandleAlertDialog alert={handled} onClose={() => setHandled(null)} />}
    </Page>
  );
}
