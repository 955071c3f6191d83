import { countText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { daysText, formatWords, type PlanFile, reportWords } from './model';

/** What plans have made. */
export const fileColumns: ListColumns<PlanFile> = [
  { key: 'name', title: '名称', stays: true, ellipsis: true, dataIndex: 'name' },
  { key: 'report', title: '报表', width: 200, render: (_, { report }) => reportWords[report] },
  { key: 'days', title: '数据日期', width: 220, render: (_, file) => daysText(file) },
  { key: 'made', title: '生成于', width: 150, render: (_, { madeAt }) => <When at={madeAt} /> },
  {
    key: 'rows',
    title: '行数',
    width: 80,
    align: 'right',
    render: (_, { rowCount, problem }) =>
      problem === '' ? <span className="tp-figure">{countText(rowCount)}</span> : '—',
  },
  { key: 'format', title: '格式', width: 80, render: (_, { format }) => formatWords[format] },
  {
    key: 'state',
    title: '结果',
    width: 200,
    render: (_, { problem }) =>
      problem === '' ? (
        <StateTag state="made" words={{ text: '已生成', color: 'green' }} testId="file-state" />
      ) : (
        <>
          <StateTag state="failed" words={{ text: '未生成', color: 'red' }} testId="file-state" />
          <div className="tp-muted tp-small">{problem}</div>
        </>
      ),
  },
];
