import { Button, Checkbox, Segmented, Select, Tabs, Tag } from 'antd';
import { useState } from 'react';
import {
  kindNames,
  kinds,
  reasonNames,
  reasons,
  stateNames,
  stateOf,
  states,
  type RequestSide,
} from '../../features/after-sales/model';
import { PolicyDialog } from '../../features/after-sales/policy-dialog';
import { requestPages, usePolicies, useRequests } from '../../features/after-sales/queries';
import { requestColumns, requestCsv } from '../../features/after-sales/request-columns';
import { hasRole, useMe } from '../../features/auth/me';
import '../../features/after-sales/after-sales.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';
import { ownSide, sidesOf } from '../sides';

const ALL = 'all';

export default function AfterSalesPage() {
  const me = useMe();
  const isManager = hasRole(me, 'manager');
  const { params, choose, chooseAll } = useFilters();
  const pages = useCursorPages();
  const policies = usePolicies(isManager);
  const [isEditingPolicy, setEditingPolicy] = useState(false);
  const sides = sidesOf(me);
  const side: RequestSide = sides.find(({ value }) => value === params.get('side'))?.value ?? ownSide(me);
  const state = stateOf(params.get('state'));
  const kind = kinds.find((one) => one === params.get('kind'));
  const reason = reasons.find((one) => one === params.get('reason'));
  const onlySuspects = params.get('suspects') === 'diversion';
  const filter = {
    ...{ side, state, kind, reason },
    sellerId: params.get('seller') ?? undefined,
    buyerId: params.get('buyer') ?? undefined,
    from: dayOfText(params.get('from')),
    to: dayOfText(params.get('to')),
    suspectsDiversion: onlySuspects ? ('true' as const) : undefined,
  };
  const narrowed = [filter.sellerId ?? filter.buyerId, filter.from, filter.to].some((value) => value);
  const requests = useRequests(filter, pages.cursor);

  return (
    <Page
      title="售后"
      hint="退货、换货、索赔与临期换货：审核、收货验收、退款"
      extra={
        <>
          {policies.data && (
            <Button onClick={() => setEditingPolicy(true)} data-testid="after-sales-policy-open">
              售后政策
            </Button>
          )}
          <ExportButton name="售后" columns={requestCsv} fetchPage={requestPages(filter)} />
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          options={[...sides]}
          value={side}
          onChange={(value) => choose('side', value === ownSide(me) ? undefined : value)}
        />
        <Select
          allowClear
          placeholder="全部类型"
          style={{ width: 140 }}
          value={kind}
          onChange={(value: string | undefined) => choose('kind', value)}
          options={kinds.map((value) => ({ value, label: kindNames[value] }))}
        />
        <Select
          allowClear
          placeholder="全部原因"
          style={{ width: 140 }}
          value={reason}
          onChange={(value: string | undefined) => choose('reason', value)}
          options={reasons.map((value) => ({ value, label: reasonNames[value] }))}
        />
        <Checkbox
          checked={onlySuspects}
          onChange={({ target }) => choose('suspects', target.checked ? 'diversion' : undefined)}
        >
          只看窜货线索
        </Checkbox>
        {narrowed && (
          <Tag
            closable
            onClose={(event) => {
              event.preventDefault();
              chooseAll({ seller: undefined, buyer: undefined, from: undefined, to: undefined });
            }}
            data-testid="after-sales-narrowed"
          >
            {filter.from || filter.to
              ? `${filter.from ?? '最早'} 至 ${filter.to ?? '今天'} 申请`
              : '来自报表'}
            {(filter.sellerId ?? filter.buyerId) && '，只看所选的一家'}
          </Tag>
        )}
      </div>
      <Tabs
        activeKey={state ?? ALL}
        onChange={(key) => choose('state', stateOf(key))}
        items={[{ key: ALL, label: '全部' }, ...states.map((key) => ({ key, label: stateNames[key] }))]}
      />
      <PagedTable
        name="after-sales"
        list={requests}
        pages={pages}
        rowKey={({ afterSalesId }) => afterSalesId}
        tools={<ViewMenu list="after-sales" />}
        columns={requestColumns}
        minWidth={1120}
        empty={
          state || kind || reason || onlySuspects || narrowed ? (
            <EmptyHint title="没有符合条件的售后单" hint="换一个状态、类型或原因看看。" />
          ) : (
            <EmptyHint title="还没有售后单" hint="客户在商城的订单详情里申请售后，申请会出现在这里。" />
          )
        }
      />
      {policies.data && (
        <PolicyDialog
          policy={policies.data.policy}
          open={isEditingPolicy}
          onClose={() => setEditingPolicy(false)}
        />
      )}
    </Page>
  );
}
