import { Tag } from 'antd';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import type { NameOf } from '../people';
import type { Release } from '../queries';
import { stepWords } from '../words';

/** The columns of releases; `nameOf` says who acted. */
export const releaseColumns = (nameOf: NameOf): ListColumns<Release> => [
  {
    key: 'step',
    title: '放行阶梯',
    stays: true,
    width: 120,
    render: (_, { step }) => <Tag color={stepWords[step].color}>{stepWords[step].text}</Tag>,
  },
  {
    key: 'amount',
    title: '放行金额',
    width: 128,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  {
    key: 'used',
    title: '已用',
    width: 128,
    align: 'right',
    render: (_, { usedFen }) => <Yuan fen={usedFen} tone={usedFen === 0 ? 'muted' : undefined} />,
  },
  { key: 'untilOn', title: '有效至', width: 112, dataIndex: 'untilOn', className: 'tp-figure' },
  {
    key: 'state',
    title: '状态',
    width: 88,
    render: (_, { revoked }) => (revoked ? <Tag>已收回</Tag> : <Tag color="green">有效</Tag>),
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', ellipsis: true },
  {
    key: 'approved',
    title: '批准',
    width: 150,
    render: (_, { at, approvedBy }) => (
      <>
        <When at={at} />
        <div>{nameOf(approvedBy)}</div>
      </>
    ),
  },
];
