import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import { countCell, wayIn } from './figure-cell';
import type { DiversionRow } from './queries';

export interface DiversionWays {
  readonly blockedOf: (key: string) => string | undefined;
  readonly suspicionsOf: (key: string) => string | undefined;
}

/** What was stopped and what is suspected; each number leads to what it counts where a list can show that. */
export const diversionColumns = (title: string, ways: DiversionWays): ListColumns<DiversionRow> => [
  { key: 'name', title, stays: true, ellipsis: true, dataIndex: 'name' },
  {
    key: 'blockedLines',
    title: '拦截订单行',
    width: 128,
    align: 'right',
    render: (_, { key, blockedLines }) => wayIn(blockedLines, ways.blockedOf(key)),
  },
  {
    key: 'blockedOrders',
    title: '涉及订单',
    width: 112,
    align: 'right',
    render: (_, { blockedOrders }) => countCell(blockedOrders),
  },
  {
    key: 'suspicions',
    title: '窜货线索',
    width: 112,
    align: 'right',
    render: (_, { key, suspicions }) => wayIn(suspicions, ways.suspicionsOf(key)),
  },
];

export const diversionCsv = (title: string): readonly CsvColumn<DiversionRow>[] => [
  { title, cell: ({ name }) => name },
  { title: '拦截订单行', cell: ({ blockedLines }) => blockedLines },
  { title: '涉及订单', cell: ({ blockedOrders }) => blockedOrders },
  { title: '窜货线索', cell: ({ suspicions }) => suspicions },
];
