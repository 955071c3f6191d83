import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { CategoryPicker } from '../../features/catalog/shelf-pickers';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { lifeRuleColumns, lifeRuleCsv } from '../../features/stock/policies/life-rule-columns';
import { LifeRuleDialog } from '../../features/stock/policies/life-rule-dialog';
import { lifeRulePages, useLifeRules } from '../../features/stock/policies/queries';
import { RemoveDialog, type RemovedRule } from '../../features/stock/policies/remove-dialog';
import { lifeSubjectText } from '../../features/stock/policies/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { dayOf } from '../../ui/format';
import { useNow } from '../../ui/use-now';
import { actionColumn, rowLink, RuleTab } from './rule-tab';
import { usePolicyNames } from './use-policy-names';

/** 效期要求: how fresh goods must be when they reach a customer. */
export function LifeRulesTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const today = dayOf(new Date(useNow()));
  const pages = useCursorPages();
  const rules = useLifeRules(pages.cursor);
  const items = rules.data?.items ?? [];
  const names = usePolicyNames(
    items.filter(({ scope }) => scope !== 'channel').map(({ subject }) => subject),
    items.filter(({ scope }) => scope === 'buyerSku').map(({ goods }) => goods),
  );
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<RemovedRule | null>(null);
  const actions = actionColumn<(typeof items)[number]>(mayChange, 70, (rule) =>
    rowLink(
      '删除',
      `life-rule-remove-${rule.ruleId}`,
      () => setRemoved({ what: 'lifeRule', rule, whom: lifeSubjectText(rule, names) }),
      true,
    ),
  );
  return (
    <>
      <RuleTab
        name="life-rules"
        means="给客户配货时，批次到货那天还要剩多少效期。最近的一层说了算：客户＋商品 → 客户＋分类 → 客户 → 渠道；都没有时按渠道惯例：商超、电商 2/3，流通、便利、特通 1/2，餐饮 1/3。"
        list={rules}
        pages={pages}
        rowKey={({ ruleId }) => ruleId}
        columns={[...lifeRuleColumns(names, today), ...actions]}
        minWidth={1120}
        empty={{
          title: '还没有效期要求',
          hint: '没有要求时按渠道惯例配批次；对新鲜度要求高的客户，在这里单独写明。',
        }}
        exported={{ name: '效期要求', columns: lifeRuleCsv, fetchPage: lifeRulePages }}
        routes={['stock.addLifeRule', 'stock.removeLifeRule']}
        onNew={mayChange ? () => setAdding(true) : null}
        newText="新建要求"
        isBusy={isAdding || removed !== null}
      />
      <LifeRuleDialog
        open={isAdding}
        today={today}
        onClose={() => setAdding(false)}
        buyerField={<PartyPicker testId="life-rule-buyer" />}
        skuField={<SkuPicker testId="life-rule-sku" />}
        categoryField={<CategoryPicker testId="life-rule-category" />}
      />
      <RemoveDialog removed={removed} onClose={() => setRemoved(null)} />
    </>
  );
}
