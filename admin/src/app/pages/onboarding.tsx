import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useMe } from '../../features/auth/me';
import { applicationColumns, applicationCsv } from '../../features/onboarding/application-columns';
import { ApplicationDrawer } from '../../features/onboarding/application-drawer';
import {
  type Application,
  applicationPages,
  type ApplicationView,
  useApplications,
} from '../../features/onboarding/queries';
import { kindNames, views } from '../../features/onboarding/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }));
const isKind = (value: string | null): value is Application['kind'] => value !== null && value in kindNames;

/** Who asks to become a customer, and the yes or no to it. */
export default function OnboardingPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const [openId, setOpenId] = useState<string | null>(null);
  const view = views.find(({ value }) => value === params.get('state'))?.value ?? 'open';
  const asked = params.get('kind');
  const kind = isKind(asked) ? asked : undefined;
  const q = params.get('q') ?? undefined;
  const filter = { view, kind, q };
  const applications = useApplications(filter, pages.cursor);
  const isFiltered = kind !== undefined || q !== undefined || view !== 'open';
  const look = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 76,
    fixed: 'right' as const,
    render: (_: unknown, { applicationId, state }: Application) => (
      <Button
        type="link"
        size="small"
        onClick={() => setOpenId(applicationId)}
        data-testid={`application-${applicationId}`}
      >
        {state === 'submitted' || state === 'endorsed' ? '审核' : '查看'}
      </Button>
    ),
  };
  return (
    <Page
      title="入驻申请"
      hint={
        me.party.kind === 'hq'
          ? '想成为客户的单位：核对资料与证照，同意后开户，驳回须写明原因'
          : '申请由我供货的门店与连锁：核对资料后同意或驳回，按总部的规定可能还需总部同意'
      }
      extra={<ExportButton name="入驻申请" columns={applicationCsv} fetchPage={applicationPages(filter)} />}
    >
      <div className="tp-filters">
        <Segmented<ApplicationView>
          aria-label="申请状态"
          options={[...views]}
          value={view}
          onChange={(value) => choose('state', value === 'open' ? undefined : value)}
        />
        <Select
          aria-label="申请类型"
          allowClear
          placeholder="全部类型"
          value={kind}
          options={kinds}
          onChange={(value?: string) => choose('kind', value)}
          style={{ width: 130 }}
          data-testid="onboarding-kind"
        />
        <Input.Search
          key={q}
          id="onboarding-search"
          aria-label="名称、联系人、电话或证照号"
          allowClear
          defaultValue={q}
          maxLength={60}
          placeholder="名称、联系人、电话或证照号"
          onSearch={(value) => choose('q', value.trim() || undefined)}
          style={{ width: 280 }}
        />
      </div>
      <PagedTable
        name="applications"
        list={applications}
        pages={pages}
        rowKey={({ applicationId }) => applicationId}
        tools={<ViewMenu list="applications" />}
        columns={[...applicationColumns, look]}
        minWidth={1110}
        empty={
          <EmptyHint
            title={isFiltered ? '没有符合条件的申请' : '没有待审核的申请'}
            hint={
              isFiltered
                ? '换一个状态或类型，电话与证照号须输入完整。'
                : '在订货端登录页点“申请成为客户”提交的申请会出现在这里。'
            }
          />
        }
      />
      <ApplicationDrawer
        applicationId={openId}
        myPartyId={me.party.partyId}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}
