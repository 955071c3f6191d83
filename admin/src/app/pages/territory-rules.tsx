import { Tabs } from 'antd';
import { useMe } from '../../features/auth/me';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { BordersTab } from '../policies/borders-tab';
import { CapacitiesTab } from '../policies/capacities-tab';
import { ChainDeliveriesTab } from '../policies/chain-deliveries-tab';
import { PassageTab } from '../policies/passage-tab';

const tabs = [
  { key: 'check', label: '区域试算', isHeadquarters: false, children: <PassageTab /> },
  { key: 'capacities', label: '区域容量', isHeadquarters: true, children: <CapacitiesTab /> },
  { key: 'borders', label: '边界规则', isHeadquarters: true, children: <BordersTab /> },
  { key: 'chains', label: '连锁配送中心', isHeadquarters: true, children: <ChainDeliveriesTab /> },
];

/** 区域规则: what an order is judged with beside grants, and what would be judged of one. */
export default function TerritoryRulesPage() {
  const isHeadquarters = useMe().party.kind === 'hq';
  const { params, chooseAll } = useFilters();
  const shown = tabs.filter((tab) => isHeadquarters || !tab.isHeadquarters);
  return (
    <Page
      title="区域规则"
      hint={
        isHeadquarters
          ? '授权之外，订单的收货地还按这些规则检查；改了立即对新订单生效'
          : '下单之前先问：这个商品发到那里会不会被拦'
      }
    >
      <Tabs
        activeKey={shown.find(({ key }) => key === params.get('tab'))?.key ?? 'check'}
        onChange={(key) => chooseAll({ tab: key === 'check' ? undefined : key, seller: undefined })}
        destroyOnHidden
        items={shown.map(({ key, label, children }) => ({ key, label, children }))}
      />
    </Page>
  );
}
