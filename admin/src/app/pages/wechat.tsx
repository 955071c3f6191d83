import { Input, Segmented } from 'antd';
import { useMe } from '../../features/auth/me';
import { boundCsv } from '../../features/wechat/bound-columns';
import { BoundTable } from '../../features/wechat/bound-table';
import { boundPages, rebindingPages } from '../../features/wechat/queries';
import { rebindingCsv } from '../../features/wechat/rebinding-columns';
import { RebindingTable } from '../../features/wechat/rebinding-table';
import { views } from '../../features/wechat/words';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';

type Tab = 'rebindings' | 'bound';

/** Who asks for another WeChat, and whose WeChat opens the door. */
export default function WechatPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const tab: Tab = params.get('tab') === 'bound' ? 'bound' : 'rebindings';
  const state = views.find(({ value }) => value === params.get('state'))?.value ?? 'waiting';
  const q = params.get('q') ?? undefined;
  const filter = { state, q };
  return (
    <Page
      title="微信绑定"
      hint={
        me.party.kind === 'hq'
          ? '各家负责人与总部员工的微信：换绑须由总部负责人同意'
          : '本公司员工的微信：换绑须由负责人同意；负责人自己的换绑由总部同意'
      }
      extra={
        tab === 'bound' ? (
          <ExportButton key="bound" name="微信绑定" columns={boundCsv} fetchPage={boundPages(q)} />
        ) : (
          <ExportButton
            key="rebindings"
            name="微信换绑申请"
            columns={rebindingCsv}
            fetchPage={rebindingPages(filter)}
          />
        )
      }
    >
      <div className="tp-filters">
        <Segmented<Tab>
          aria-label="内容"
          value={tab}
          options={[
            { value: 'rebindings', label: <span data-testid="tab-rebindings">换绑申请</span> },
            { value: 'bound', label: <span data-testid="tab-bound">已绑定</span> },
          ]}
          onChange={(value) => choose('tab', value === 'bound' ? value : undefined)}
        />
        <Input.Search
          key={q}
          id="wechat-search"
          aria-label="姓名、登录名或客户名称"
          allowClear
          defaultValue={q}
          maxLength={40}
          placeholder="姓名、登录名或客户名称"
          onSearch={(value) => choose('q', value.trim() || undefined)}
          style={{ width: 260 }}
        />
      </div>
      {tab === 'bound' ? (
        <BoundTable q={q} />
      ) : (
        <RebindingTable
          filter={filter}
          onState={(value) => choose('state', value === 'waiting' ? undefined : value)}
        />
      )}
    </Page>
  );
}
