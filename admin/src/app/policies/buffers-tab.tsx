import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { bufferColumns, bufferCsv } from '../../features/stock/policies/buffer-columns';
import { BufferDialog } from '../../features/stock/policies/buffer-dialog';
import { type Buffer, bufferPages, useBuffers } from '../../features/stock/policies/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { actionColumn, rowLink, RuleTab } from './rule-tab';

/** 安全库存: what is never promised. */
export function BuffersTab() {
  const mayChange = hasRole(useMe(), 'manager');
  const pages = useCursorPages();
  const buffers = useBuffers(pages.cursor);
  const [subject, setSubject] = useState<Buffer | 'new' | null>(null);
  const actions = actionColumn<Buffer>(mayChange, 70, (buffer) =>
    rowLink('修改', `buffer-edit-${buffer.skuId}`, () => setSubject(buffer)),
  );
  return (
    <>
      <RuleTab
        name="buffers"
        means="可售库存先扣掉这里保留的数量，客户下单占不到。可以对一个仓库，也可以对全部仓库合计保留。"
        list={buffers}
        pages={pages}
        rowKey={({ warehouseId, skuId }) => `${skuId} ${warehouseId ?? ''}`}
        columns={[...bufferColumns, ...actions]}
        minWidth={820}
        empty={{ title: '没有保留库存', hint: '怕卖空的商品，在这里写明至少留多少。' }}
        exported={{ name: '安全库存', columns: bufferCsv, fetchPage: bufferPages }}
        routes={['stock.setBuffer']}
        onNew={mayChange ? () => setSubject('new') : null}
        newText="设置安全库存"
        isBusy={subject !== null}
      />
      <BufferDialog
        subject={subject}
        onClose={() => setSubject(null)}
        skuField={(disabled) => <SkuPicker testId="buffer-sku" disabled={disabled} />}
      />
    </>
  );
}
