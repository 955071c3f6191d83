import type { CsvColumn } from '../../../ui/csv';
import { countText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import type { CustomerGroup } from './queries';

const NAMES_SHOWN = 6;

/** The columns of the customer groups. */
export const groupColumns = (buyerName: (buyerId: string) => string): ListColumns<CustomerGroup> => [
  { key: 'group', title: '客户组', stays: true, width: 240, dataIndex: 'name' },
  {
    key: 'count',
    title: '客户数',
    width: 90,
    align: 'right',
    render: (_, { buyerIds }) => <span className="tp-figure">{countText(buyerIds.length)}</span>,
  },
  {
    key: 'buyers',
    title: '客户',
    render: (_, { buyerIds }) => {
      const names = buyerIds.slice(0, NAMES_SHOWN).map(buyerName).join('、');
      if (names === '') return <span className="tp-muted">还没有客户</span>;
      return buyerIds.length > NAMES_SHOWN ? `${names} 等` : names;
    },
  },
];

/** The customers that are named on the screen. */
export const shownBuyers = (groups: readonly CustomerGroup[]) =>
  groups.flatMap(({ buyerIds }) => buyerIds.slice(0, NAMES_SHOWN));

/** The same list as a spreadsheet has it. */
export const groupCsv: readonly CsvColumn<CustomerGroup>[] = [
  { title: '客户组', cell: ({ name }) => name },
  { title: '客户数', cell: ({ buyerIds }) => buyerIds.length },
  { title: '客户编号', cell: ({ buyerIds }) => buyerIds.join('、') },
];
