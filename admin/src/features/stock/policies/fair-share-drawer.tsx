import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../../../api';
import { EmptyHint } from '../../../ui/empty-hint';
import { countText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { ListTable } from '../../../ui/list-table';
import { Figure } from '../figure';
import { useFairShare } from './queries';

type FairShareLine = Answer<'pool', 'fairShare'>['lines'][number];

const count = (key: string, title: string, of: (line: FairShareLine) => number, strong = false) => ({
  key,
  title,
  width: 88,
  align: 'right' as const,
  render: (_: unknown, line: FairShareLine) => <Figure count={of(line)} strong={strong} />,
});

/** The columns of how goods would be shared. */
export const fairShareColumns: ListColumns<FairShareLine> = [
  {
    key: 'order',
    title: '订单行',
    stays: true,
    width: 190,
    render: (_, { orderNumber, lineNo }) => (
      <span className="tp-figure">
        {orderNumber} · {lineNo}
      </span>
    ),
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName' },
  count('segment', '顺位', ({ segment }) => segment),
  count('weight', '权重', ({ weight }) => weight),
  count('wanted', '要货', ({ wanted }) => wanted),
  count('given', '已发', ({ shipped }) => shipped),
  count('quantity', '应得', ({ quantity }) => quantity, true),
  count('toGive', '还会分到', ({ toGive }) => toGive, true),
];

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
