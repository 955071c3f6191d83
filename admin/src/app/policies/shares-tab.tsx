import { CalculatorOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { FairShareDrawer } from '../../features/stock/policies/fair-share-drawer';
import { sharePages, type ShareTerms, useShareTerms } from '../../features/stock/policies/queries';
import { RemoveDialog, type RemovedRule } from '../../features/stock/policies/remove-dialog';
import { shareColumns, shareCsv } from '../../features/stock/policies/share-columns';
import { ShareDialog } from '../../features/stock/policies/share-dialog';
import { EVERY, shareSubjectText } from '../../features/stock/policies/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { actionColumn, rowLink, RuleTab } from './rule-tab';
import { usePolicyNames } from './use-policy-names';

/** 缺货分配: whom goods go to first when they are short. */
export function SharesTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const pages = useCursorPages();
  const terms = useShareTerms(pages.cursor);
  const items = terms.data?.items ?? [];
  const names = usePolicyNames(
    items.map(({ buyerId }) => buyerId).filter((id) => id !== EVERY),
    [],
  );
  const [subject, setSubject] = useState<ShareTerms | 'new' | null>(null);
  const [removed, setRemoved] = useState<RemovedRule | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [skuId, setSkuId] = useState<string>();
  const actions = actionColumn<ShareTerms>(mayChange, 110, (one) => {
    const key = `${one.buyerId}-${one.channel}`;
    const whom = shareSubjectText(one, names);
    return (
      <>
        {rowLink('修改', `share-edit-${key}`, () => setSubject(one))}
        {rowLink('删除', `share-remove-${key}`, () => setRemoved({ what: 'share', terms: one, whom }), true)}
      </>
    );
  });
  return (
    <>
      <RuleTab
        name="shares"
        means="货不够分时先给谁：先按顺位，同一顺位再按权重×需求的比例分，整箱分，余数给靠前的；已发的不收回。一条都没有时，欠货先来先得。"
        list={terms}
        pages={pages}
        rowKey={({ buyerId, channel }) => `${buyerId} ${channel}`}
        columns={[...shareColumns(names), ...actions]}
        minWidth={760}
        empty={{ title: '还没有缺货分配', hint: '写明重点客户或渠道的顺位和权重后，欠货到货时按它分。' }}
        exported={{ name: '缺货分配', columns: shareCsv, fetchPage: sharePages }}
        routes={['pool.setShareTerms', 'pool.removeShareTerms']}
        onNew={mayChange ? () => setSubject('new') : null}
        newText="新建分配"
        isBusy={subject !== null || removed !== null || isTrying}
        tools={
          mayChange && (
            <Button
              icon={<CalculatorOutlined />}
              onClick={() => setTrying(true)}
              data-testid="fair-share-open"
            >
              试算分配
            </Button>
          )
        }
      />
      <ShareDialog
        subject={subject}
        onClose={() => setSubject(null)}
        buyerField={(disabled) => <PartyPicker testId="share-buyer" disabled={disabled} />}
      />
      <RemoveDialog removed={removed} onClose={() => setRemoved(null)} />
      <FairShareDrawer
        open={isTrying}
        onClose={() => setTrying(false)}
        skuId={skuId}
        skuField={<SkuPicker value={skuId} onChange={setSkuId} label="商品" testId="fair-share-sku" />}
      />
    </>
  );
}
