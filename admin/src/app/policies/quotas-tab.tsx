import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { type Quota, quotaPages, useQuotas } from '../../features/stock/policies/queries';
import { quotaColumns, quotaCsv } from '../../features/stock/policies/quota-columns';
import { QuotaDialog } from '../../features/stock/policies/quota-dialog';
import { useCursorPages } from '../../ui/cursor-pager';
import { dayOf } from '../../ui/format';
import { useNow } from '../../ui/use-now';
import { actionColumn, rowLink, RuleTab } from './rule-tab';

/** 渠道配额: how much of a SKU a channel may take, and what of it is used. */
export function QuotasTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const today = dayOf(new Date(useNow()));
  const pages = useCursorPages();
  const quotas = useQuotas(pages.cursor);
  const [subject, setSubject] = useState<Quota | 'new' | null>(null);
  const actions = actionColumn<Quota>(mayChange, 70, (quota) =>
    rowLink('修改', `quota-edit-${quota.skuId}-${quota.channel}`, () => setSubject(quota)),
  );
  return (
    <>
      <RuleTab
        name="quotas"
        means="一个渠道在期间内最多能拿走多少。订单通过时占用，取消时归还；配额用完，该渠道的订单按缺货处理。没有设配额的渠道不限。"
        list={quotas}
        pages={pages}
        rowKey={({ skuId, channel, startsOn }) => `${skuId} ${channel} ${startsOn}`}
        columns={[...quotaColumns, ...actions]}
        minWidth={1080}
        empty={{ title: '没有渠道配额', hint: '紧俏的商品怕被一个渠道拿完时，在这里给各渠道定量。' }}
        exported={{ name: '渠道配额', columns: quotaCsv, fetchPage: quotaPages }}
        routes={['stock.setQuota']}
        onNew={mayChange ? () => setSubject('new') : null}
        newText="设置配额"
        isBusy={subject !== null}
      />
      <QuotaDialog
        subject={subject}
        today={today}
        onClose={() => setSubject(null)}
        skuField={(disabled) => <SkuPicker testId="quota-sku" disabled={disabled} />}
      />
    </>
  );
}
