import { Tabs } from 'antd';
import { useMe } from '../../features/auth/me';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { BuffersTab } from '../policies/buffers-tab';
import { LifeRulesTab } from '../policies/life-rules-tab';
import { MarkdownsTab } from '../policies/markdowns-tab';
import { QuotasTab } from '../policies/quotas-tab';
import { SharesTab } from '../policies/shares-tab';
import { ShortagesTab } from '../policies/shortages-tab';

const tabs = [
  { key: 'life', label: '效期要求', children: <LifeRulesTab /> },
  { key: 'buffers', label: '安全库存', children: <BuffersTab /> },
  { key: 'quotas', label: '渠道配额', children: <QuotasTab /> },
  { key: 'markdowns', label: '临期折价', children: <MarkdownsTab /> },
  { key: 'shortages', label: '缺货处理', children: <ShortagesTab /> },
  { key: 'shares', label: '缺货分配', children: <SharesTab /> },
];

/** 库存策略: the rules by which a seller's own stock is promised, kept back and shared. */
export default function StockPoliciesPage() {
  const me = useMe();
  const { params, chooseAll } = useFilters();
  return (
    <Page title="库存策略" hint={`${me.party.name}自己的货怎么配、怎么留、怎么分；只影响之后的订单`}>
      <Tabs
        activeKey={tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'life'}
        onChange={(key) => chooseAll({ tab: key === 'life' ? undefined : key })}
        destroyOnHidden
        items={tabs}
      />
    </Page>
  );
}
