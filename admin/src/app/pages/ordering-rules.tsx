import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useAllPriceLists } from '../../features/catalog/prices/queries';
import { type OrderingRule, rulePages, useOrderingRules } from '../../features/catalog/rules/queries';
import { askedText, orderingRuleColumns, ruleCsv } from '../../features/catalog/rules/rule-columns';
import { RuleDialog } from '../../features/catalog/rules/rule-dialog';
import { useSkuNames } from '../../features/catalog/rules/use-sku-names';
import { useCategories } from '../../features/catalog/shelves/queries';
import { PartyPicker } from '../../features/partners/party-picker';
import { RegionsPicker } from '../../features/territory/regions-picker';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';
import { useAudienceNames } from '../use-audience-names';

/** What everything is called that these rules name. */
function useRuleNames(rules: readonly OrderingRule[]) {
  const { buyer, region } = useAudienceNames(rules);
  const sku = useSkuNames(rules.flatMap(({ skuId }) => skuId ?? []));
  const lists = useAllPriceLists().data ?? [];
  const categories = useCategories().data?.items ?? [];
  const names = {
    buyer,
    region,
    sku,
    priceList: (id: string) => lists.find(({ priceListId }) => priceListId === id)?.name ?? id,
    category: (id: string) => categories.find(({ category }) => category === id)?.name ?? id,
  };
  return { names, lists };
}

export default function OrderingRulesPage() {
  const today = dayOf(new Date(useNow()));
  const pages = useCursorPages();
  const rules = useOrderingRules(pages.cursor);
  const { names, lists } = useRuleNames(rules.data?.items ?? []);
  const [subject, setSubject] = useState<OrderingRule | 'new' | null>(null);
  useKeys({ n: () => setSubject('new') }, subject === null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 80,
    render: (_: unknown, rule: OrderingRule) => (
      <Button
        type="link"
        size="small"
        onClick={() => setSubject(rule)}
        aria-label={`修改“${askedText(rule)}”`}
        data-testid={`rule-edit-${rule.ruleId}`}
      >
        修改
      </Button>
    ),
  };
  return (
    <Page
      title="订货规则"
      hint="起订量、倍数、限购和起送要求；离客户最近的一层说了算，商品资料里的限制最后"
      extra={
        <>
          <ExportButton name="订货规则" columns={ruleCsv} fetchPage={rulePages} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setSubject('new')}
            data-testid="rule-new"
          >
            新建规则
          </Button>
        </>
      }
    >
      <PagedTable
        name="ordering-rules"
        list={rules}
        pages={pages}
        rowKey={({ ruleId }) => ruleId}
        columns={[...orderingRuleColumns(names, today), actions]}
        minWidth={1200}
        empty={<EmptyHint title="还没有订货规则" hint="没有规则时，只按商品资料里的起订量和倍数检查。" />}
      />
      <RuleDialog
        subject={subject}
        today={today}
        priceLists={lists}
        onClose={() => setSubject(null)}
        buyerField={<PartyPicker testId="rule-buyer" />}
        regionsField={<RegionsPicker placeholder="不限" />}
      />
    </Page>
  );
}
