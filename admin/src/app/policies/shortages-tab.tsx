import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import {
  type ShortagePolicy,
  shortagePages,
  useShortagePolicies,
} from '../../features/stock/policies/queries';
import { RemoveDialog, type RemovedRule } from '../../features/stock/policies/remove-dialog';
import { shortageColumns, shortageCsv } from '../../features/stock/policies/shortage-columns';
import { ShortageDialog } from '../../features/stock/policies/shortage-dialog';
import { buyerText, EVERY, skuText } from '../../features/stock/policies/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { actionColumn, rowLink, RuleTab } from './rule-tab';
import { usePolicyNames } from './use-policy-names';

const named = (ids: readonly string[]) => ids.filter((id) => id !== EVERY);

/** 缺货处理: what becomes of what cannot be promised. */
export function ShortagesTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const pages = useCursorPages();
  const policies = useShortagePolicies(pages.cursor);
  const items = policies.data?.items ?? [];
  const names = usePolicyNames(
    named(items.map(({ buyerId }) => buyerId)),
    named(items.map(({ skuId }) => skuId)),
  );
  const [subject, setSubject] = useState<ShortagePolicy | 'new' | null>(null);
  const [removed, setRemoved] = useState<RemovedRule | null>(null);
  const actions = actionColumn<ShortagePolicy>(mayChange, 110, (policy) => {
    const whom = `${buyerText(policy.buyerId, names)} · ${skuText(policy.skuId, names)}`;
    const key = `${policy.buyerId}-${policy.skuId}`;
    return (
      <>
        {rowLink('修改', `shortage-edit-${key}`, () => setSubject(policy))}
        {rowLink(
          '删除',
          `shortage-remove-${key}`,
          () => setRemoved({ what: 'shortage', policy, whom }),
          true,
        )}
      </>
    );
  });
  return (
    <>
      <RuleTab
        name="shortages"
        means="订单里没货可发的部分怎么办。最近的一层说了算：客户＋商品 → 客户 → 商品 → 所有；都没有时转人工处理。"
        list={policies}
        pages={pages}
        rowKey={({ buyerId, skuId }) => `${buyerId} ${skuId}`}
        columns={[...shortageColumns(names), ...actions]}
        minWidth={960}
        empty={{ title: '还没有缺货处理', hint: '没有时，缺货的订单都转人工；写明后系统自动处理，少等人。' }}
        exported={{ name: '缺货处理', columns: shortageCsv, fetchPage: shortagePages }}
        routes={['pool.setShortagePolicy', 'pool.removeShortagePolicy']}
        onNew={mayChange ? () => setSubject('new') : null}
        newText="新建处理"
        isBusy={subject !== null || removed !== null}
      />
      <ShortageDialog
        subject={subject}
        onClose={() => setSubject(null)}
        buyerField={(disabled) => (
          <PartyPicker placeholder="所有客户" testId="shortage-buyer" disabled={disabled} />
        )}
        skuField={(disabled) => (
          <SkuPicker placeholder="所有商品" testId="shortage-sku" disabled={disabled} />
        )}
      />
      <RemoveDialog removed={removed} onClose={() => setRemoved(null)} />
    </>
  );
}
