import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { capacityColumns, capacityCsv } from '../../features/territory/terms/capacity-columns';
import { CapacityDialog } from '../../features/territory/terms/capacity-dialog';
import { type Capacity, capacityPages, useCapacities } from '../../features/territory/terms/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { actionColumn, rowLink, RuleTab } from './rule-tab';

const keyOf = ({ areaCode, productLine }: Capacity) => `${areaCode} ${productLine}`;

/** 区域容量: what areas can absorb of a product line in 30 days. */
export function CapacitiesTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const pages = useCursorPages();
  const capacities = useCapacities(pages.cursor);
  const [changing, setChanging] = useState<string | 'new' | null>(null);
  // As it stands now: after somebody else's change the dialog goes on from the latest.
  const subject =
    changing === null || changing === 'new'
      ? changing
      : (capacities.data?.items.find((one) => keyOf(one) === changing) ?? null);
  const actions = actionColumn<Capacity>(mayChange, 70, (capacity) =>
    rowLink('修改', `capacity-edit-${capacity.areaCode}`, () => setChanging(keyOf(capacity))),
  );
  return (
    <>
      <RuleTab
        name="capacities"
        means="一个区域 30 天消化得了多少：动销 × 消化系数 + 应有库存。近 30 天进货加上这张订单超过它，货多半会流到别处，订单转人工审核。没有设容量的区域不查。"
        list={capacities}
        pages={pages}
        rowKey={keyOf}
        columns={[...capacityColumns, ...actions]}
        minWidth={960}
        empty={{ title: '还没有区域容量', hint: '给容易窜货的区域设上容量，异常大的订单会先请人看一眼。' }}
        exported={{ name: '区域容量', columns: capacityCsv, fetchPage: capacityPages }}
        routes={['territory.putCapacity']}
        onNew={mayChange ? () => setChanging('new') : null}
        newText="设置容量"
        isBusy={changing !== null}
      />
      <CapacityDialog subject={subject} onClose={() => setChanging(null)} />
    </>
  );
}
