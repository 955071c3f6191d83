import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { CentreSelect } from '../../features/partners/centre-select';
import { PartyPicker } from '../../features/partners/party-picker';
import { useCentreNames } from '../../features/partners/use-centre-names';
import { usePartyNames } from '../../features/partners/use-party-names';
import {
  chainDeliveryColumns,
  chainDeliveryCsv,
} from '../../features/territory/terms/chain-delivery-columns';
import { ChainDeliveryDialog } from '../../features/territory/terms/chain-delivery-dialog';
import {
  type ChainDelivery,
  chainDeliveryPages,
  useChainDeliveries,
} from '../../features/territory/terms/queries';
import { EVERY } from '../../features/territory/terms/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { dayOf } from '../../ui/format';
import { useNow } from '../../ui/use-now';
import { actionColumn, rowLink, RuleTab } from './rule-tab';

/** 连锁配送中心: where goods of a chain's stores may go across regions. */
export function ChainDeliveriesTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const today = dayOf(new Date(useNow()));
  const pages = useCursorPages();
  const deliveries = useChainDeliveries(pages.cursor);
  const items = deliveries.data?.items ?? [];
  const chainIds = items.map(({ chainId }) => chainId);
  const sellerIds = items.map(({ sellerId }) => sellerId).filter((id) => id !== EVERY);
  const names = { party: usePartyNames([...chainIds, ...sellerIds]), centre: useCentreNames(chainIds) };
  const [changing, setChanging] = useState<string | 'new' | null>(null);
  // As it stands now: after somebody else's change the dialog goes on from the latest.
  const subject =
    changing === null || changing === 'new' ? changing : (items.find(({ id }) => id === changing) ?? null);
  const actions = actionColumn<ChainDelivery>(mayChange, 70, (delivery) =>
    rowLink('修改', `chain-delivery-edit-${delivery.id}`, () => setChanging(delivery.id)),
  );
  return (
    <>
      <RuleTab
        name="chain-deliveries"
        means="送到连锁配送中心的订单可以不查区域授权：货从这里再分到各地门店，跨区不算窜货。写明哪家连锁、哪个中心、谁可以送、到什么时候。"
        list={deliveries}
        pages={pages}
        rowKey={({ id }) => id}
        columns={[...chainDeliveryColumns(names, today), ...actions]}
        minWidth={1080}
        empty={{
          title: '还没有配送中心例外',
          hint: '连锁要求统一送到配送中心、而中心不在供货方的区域里时，在这里放行。',
        }}
        exported={{ name: '连锁配送中心', columns: chainDeliveryCsv, fetchPage: chainDeliveryPages }}
        routes={['territory.putChainDelivery', 'partners.joinChain']}
        onNew={mayChange ? () => setChanging('new') : null}
        newText="新建例外"
        isBusy={changing !== null}
      />
      <ChainDeliveryDialog
        subject={subject}
        today={today}
        onClose={() => setChanging(null)}
        chainField={(disabled) => (
          <PartyPicker
            kind="chain"
            placeholder="按名称查找连锁"
            testId="chain-delivery-chain"
            disabled={disabled}
          />
        )}
        centreField={(chainId) => <CentreSelect chainId={chainId} testId="chain-delivery-centre" />}
        sellerField={
          <PartyPicker kind="distributor" placeholder="所有供货方" testId="chain-delivery-seller" />
        }
      />
    </>
  );
}
