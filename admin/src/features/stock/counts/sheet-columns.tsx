import type { CsvColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { qualities } from '../words';
import { differenceOf } from './differences';
import type { CountLine, Sheet } from './queries';

const states: Readonly<Record<Sheet['state'], StateWords>> = {
  open: { text: '盘点中', color: 'blue' },
  confirmed: { text: '已过账', color: 'green' },
  cancelled: { text: '已作废', color: 'default' },
};

export const SheetState = ({ state }: Pick<Sheet, 'state'>) => (
  <StateTag state={state} words={states[state]} testId="sheet-state" />
);

/** The columns of the list of count sheets, beside the warehouse, which leads to the sheet. */
export const sheetColumns: ListColumns<Sheet> = [
  { key: 'state', title: '状态', width: 90, render: (_, { state }) => <SheetState state={state} /> },
  { key: 'note', title: '说明', dataIndex: 'note', ellipsis: true },
  { key: 'openedAt', title: '开单时间', width: 140, render: (_, { openedAt }) => <When at={openedAt} /> },
  { key: 'openedBy', title: '开单人', dataIndex: 'openedBy', width: 110, ellipsis: true },
  {
    key: 'closedAt',
    title: '完成时间',
    width: 140,
    render: (_, { closedAt }) => (closedAt ? <When at={closedAt} /> : <span className="tp-faint">—</span>),
  },
  { key: 'closedBy', title: '完成人', dataIndex: 'closedBy', width: 110, ellipsis: true },
];

/** The same list as a spreadsheet has it. */
export const sheetCsv: readonly CsvColumn<Sheet>[] = [
  { title: '盘点单', cell: ({ sheetId }) => sheetId },
  { title: '仓库', cell: ({ warehouseName }) => warehouseName },
  { title: '状态', cell: ({ state }) => states[state].text },
  { title: '说明', cell: ({ note }) => note },
  { title: '开单时间', cell: ({ openedAt }) => whenText(openedAt) },
  { title: '开单人', cell: ({ openedBy }) => openedBy },
  { title: '完成时间', cell: ({ closedAt }) => closedAt && whenText(closedAt) },
  { title: '完成人', cell: ({ closedBy }) => closedBy },
];

/** The lines of one sheet as a spreadsheet has them: to count by, and to file. */
export const countLineCsv: readonly CsvColumn<CountLine>[] = [
  { title: '行号', cell: ({ lineNo }) => lineNo },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '质量', cell: ({ quality }) => qualities[quality].text },
  { title: '账面', cell: ({ booked }) => booked },
  { title: '实盘', cell: ({ counted }) => counted },
  { title: '差异', cell: differenceOf },
  { title: '盘点人', cell: ({ countedBy }) => countedBy },
];
