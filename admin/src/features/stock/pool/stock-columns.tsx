import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { Figure } from '../figure';
import type { PoolStock } from './queries';

const count = (key: string, title: string, of: (stock: PoolStock) => number, strong = false) => ({
  key,
  title,
  width: 104,
  align: 'right' as const,
  render: (_: unknown, stock: PoolStock) => <Figure count={of(stock)} strong={strong} />,
});

/** The columns of the pool. */
export const poolStockColumns: ListColumns<PoolStock> = [
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'owner', title: '货主', dataIndex: 'ownerName', width: 200, ellipsis: true },
  count('onHand', '在库', ({ onHand }) => onHand),
  count('reserved', '占用', ({ reserved }) => reserved),
  count('sellable', '可售', ({ sellable }) => sellable, true),
  {
    key: 'ageing',
    title: '其中不足 1/3',
    width: 116,
    align: 'right',
    render: (_, { ageing }) => (
      <span className={ageing > 0 ? 'tp-warning' : 'tp-faint'}>
        <Figure count={ageing} />
      </span>
    ),
  },
  count('lendQuota', '可借出额度', ({ lendQuotaLeft }) => lendQuotaLeft),
  count('borrowQuota', '可借入额度', ({ borrowQuotaLeft }) => borrowQuotaLeft),
];

/** The same list as a spreadsheet has it. */
export const poolStockCsv: readonly CsvColumn<PoolStock>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '货主', cell: ({ ownerName }) => ownerName },
  { title: '在库', cell: ({ onHand }) => onHand },
  { title: '占用', cell: ({ reserved }) => reserved },
  { title: '可售', cell: ({ sellable }) => sellable },
  { title: '其中不足 1/3', cell: ({ ageing }) => ageing },
  { title: '可借出额度', cell: ({ lendQuotaLeft }) => lendQuotaLeft },
  { title: '可借入额度', cell: ({ borrowQuotaLeft }) => borrowQuotaLeft },
];
