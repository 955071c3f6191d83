import { Tag } from 'antd';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import { formatWords, type Plan, reportWords, sideWords, spanWords, timesText } from './model';

/** Reports somebody has planned. */
export const planColumns: ListColumns<Plan> = [
  { key: 'name', title: '名称', stays: true, ellipsis: true, dataIndex: 'name' },
  {
    key: 'report',
    title: '报表',
    width: 230,
    render: (_, { report, side }) => (
      <>
        <div>{reportWords[report]}</div>
        <div className="tp-muted tp-small">{sideWords[side]}</div>
      </>
    ),
  },
  { key: 'span', title: '时间段', width: 160, render: (_, { span }) => spanWords[span] },
  { key: 'times', title: '生成时间', width: 150, render: (_, plan) => timesText(plan) },
  { key: 'format', title: '格式', width: 80, render: (_, { format }) => formatWords[format] },
  {
    key: 'next',
    title: '下次',
    width: 150,
    render: (_, { isPaused, nextAt }) => (isPaused ? <Tag>已暂停</Tag> : <When at={nextAt} />),
  },
];
