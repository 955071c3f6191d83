import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { countText } from '../../../ui/format';
import { ListTable } from '../../../ui/list-table';
import { fairShareColumns } from './fair-share-columns';
import { useFairShare } from './queries';

interface FairShareDrawerProps {
  open: boolean;
  onClose: () => void;
  skuId: string | undefined;
  /** Picks the SKU whose goods are shared. */
  skuField: ReactNode;
}

/** Shows how goods of a SKU would be shared by the present terms; promises nothing. */
export function FairShareDrawer({ open, onClose, skuId, skuField }: FairShareDrawerProps) {
  const share = useFairShare(skuId);
  const shown = { ...share, data: share.data && { items: share.data.lines } };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={920}
      title="试算分配"
      destroyOnHidden
      data-testid="fair-share"
    >
      <p className="tp-muted">按现在的顺位和权重，看一个商品的现货会怎么分给等货的订单；只是试算，不占货。</p>
      <div className="tp-filters">
        <div style={{ width: 360 }}>{skuField}</div>
        {share.data && (
          <span className="tp-figure" data-testid="fair-share-supply">
            可分 {countText(share.data.supply)}，分完还剩 {countText(share.data.left)}
          </span>
        )}
      </div>
      {skuId !== undefined && (
        <ListTable
          name="fair-share"
          list={shown}
          rowKey={({ orderId, lineNo }) => `${orderId} ${lineNo}`}
          columns={fairShareColumns}
          minWidth={820}
          empty={<EmptyHint title="没有等货的订单" hint="这个商品没有欠货，现货直接按订单先后占用。" />}
        />
      )}
    </Drawer>
  );
}
