import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { PartyPicker } from '../../features/partners/party-picker';
import { usePartyNames } from '../../features/partners/use-party-names';
import { borderColumns, borderCsv } from '../../features/territory/terms/border-columns';
import { BorderDialog } from '../../features/territory/terms/border-dialog';
import { type BorderPolicy, useBorderPolicies } from '../../features/territory/terms/queries';
import { EVERY } from '../../features/territory/terms/words';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { ListTable } from '../../ui/list-table';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';
import { HistoryButton } from './history-drawer';

/** 边界规则: how near a border is unclear, and how much more than its sell-out an area takes up. */
export function BordersTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const today = dayOf(new Date(useNow()));
  const { params, choose } = useFilters();
  const sellerId = params.get('seller') ?? EVERY;
  const policies = useBorderPolicies(sellerId);
  const nameOf = usePartyNames(sellerId === EVERY ? [] : [sellerId]);
  const name = sellerId === EVERY ? '所有供货方' : nameOf(sellerId);
  const [isSetting, setSetting] = useState(false);
  useKeys({ n: () => setSetting(true) }, mayChange && !isSetting);
  const latestFirst = [...(policies.data?.items ?? [])].sort((one, other) =>
    one.startsOn < other.startsOn ? 1 : -1,
  );
  const now = latestFirst.find(({ startsOn }) => startsOn <= today);
  const list = { ...policies, data: policies.data && { items: latestFirst } };
  return (
    <>
      <p className="tp-muted">
        收货点离边界很近时地图说不准，不直接拦截，转人工看；区域容量按消化系数放宽。供货方自己的规则优先于所有供货方的。
      </p>
      <div className="tp-filters">
        {mayChange && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setSetting(true)}
            data-testid="borders-new"
          >
            设置规则
          </Button>
        )}
        <PartyPicker
          label="供货方"
          kind="distributor"
          placeholder="所有供货方"
          value={params.get('seller') ?? undefined}
          onChange={(seller) => choose('seller', seller)}
          width={220}
          testId="borders-seller"
        />
        <ExportButton
          name="边界规则"
          columns={borderCsv}
          fetchPage={() => Promise.resolve({ items: latestFirst, nextCursor: null })}
        />
        <HistoryButton routes={['territory.putPolicy']} />
      </div>
      <ListTable<BorderPolicy>
        name="borders"
        list={list}
        rowKey={({ startsOn }) => startsOn}
        columns={borderColumns(today, now?.startsOn)}
        minWidth={640}
        empty={
          <EmptyHint
            title={`${name}还没有边界规则`}
            hint={
              sellerId === EVERY
                ? '没有设时按系统默认：边界 3 公里内转人工，消化系数 1.5 倍。'
                : '没有单独设时，用所有供货方的规则。'
            }
          />
        }
      />
      <BorderDialog
        open={isSetting}
        seller={{ sellerId, name }}
        now={now}
        today={today}
        onClose={() => setSetting(false)}
      />
    </>
  );
}
