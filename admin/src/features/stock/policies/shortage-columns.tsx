import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import type { ShortagePolicy } from './queries';
import { buyerText, type PolicyNames, shortageText, skuText } from './words';

/** The columns of what becomes of shortages. */
export const shortageColumns = (names: PolicyNames): ListColumns<ShortagePolicy> => [
  {
    key: 'buyer',
    title: '客户',
    stays: true,
    width: 260,
    render: (_, { buyerId }) => buyerText(buyerId, names),
  },
  { key: 'goods', title: '商品', width: 260, render: (_, { skuId }) => skuText(skuId, names) },
  { key: 'what', title: '缺货时', render: (_, policy) => shortageText(policy) },
];

/** The same list as a spreadsheet has it. */
export const shortageCsv: readonly CsvColumn<ShortagePolicy>[] = [
  { title: '客户编号（* 为所有）', cell: ({ buyerId }) => buyerId },
  { title: '商品编号（* 为所有）', cell: ({ skuId }) => skuId },
  { title: '缺货时', cell: shortageText },
  { title: '自动关闭（天）', cell: ({ closeAfterDays }) => closeAfterDays },
];
