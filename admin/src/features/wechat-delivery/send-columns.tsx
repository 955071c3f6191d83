import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Send } from './queries';
import { kindWords, remarkOf, sendWords } from './words';

/** The columns of what was sent to people's WeChat; what may be done belongs to the table. */
export const sendColumns: ListColumns<Send> = [
  { key: 'createdAt', title: '时间', width: 144, render: (_, { createdAt }) => <When at={createdAt} /> },
  { key: 'kind', title: '类型', width: 112, render: (_, { kind }) => kindWords[kind] },
  { key: 'title', title: '内容', stays: true, dataIndex: 'title', ellipsis: true },
  { key: 'tries', title: '发送次数', width: 88, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  { key: 'remark', title: '说明', width: 320, ellipsis: true, render: (_, send) => remarkOf(send) },
  {
    key: 'state',
    title: '状态',
    width: 160,
    render: (_, { state, sendId }) => (
      <StateTag state={state} words={sendWords[state]} testId={`send-state-${sendId}`} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const sendCsv: readonly CsvColumn<Send>[] = [
  { title: '时间', cell: ({ createdAt }) => whenText(createdAt) },
  { title: '类型', cell: ({ kind }) => kindWords[kind] },
  { title: '内容', cell: ({ title }) => title },
  { title: '发送次数', cell: ({ tries }) => tries },
  { title: '说明', cell: (send) => remarkOf(send) },
  { title: '状态', cell: ({ state }) => sendWords[state].text },
];
