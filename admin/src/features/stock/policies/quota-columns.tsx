import { Progress } from 'antd';
import { channelText } from '../../../ui/channels';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { Figure } from '../figure';
import type { Quota } from './queries';
import { windowText } from './words';

const usedPercent = ({ used, quantity }: Quota) =>
  quantity === 0 ? 100 : Math.min(100, Math.floor((used / quantity) * 100));

/** The columns of channel quotas, with what is used of each. */
export const quotaColumns: ListColumns<Quota> = [
  {
    key: 'goods',
    title: '商品',
    stays: true,
    render: (_, { skuName, skuId }) => (
      <>
        {skuName} <span className="tp-figure tp-muted">{skuId}</span>
      </>
    ),
  },
  { key: 'channel', title: '渠道', width: 90, render: (_, { channel }) => channelText(channel) },
  {
    key: 'window',
    title: '期间',
    width: 210,
    render: (_, quota) => <span className="tp-figure">{windowText(quota)}</span>,
  },
  {
    key: 'quantity',
    title: '配额',
    width: 110,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  {
    key: 'used',
    title: '已用',
    width: 110,
    align: 'right',
    render: (_, { used }) => <Figure count={used} />,
  },
  {
    key: 'share',
    title: '使用进度',
    width: 170,
    render: (_, quota) => (
      <Progress
        percent={usedPercent(quota)}
        size="small"
        status={quota.used >= quota.quantity ? 'exception' : 'normal'}
        format={(percent) => `${percent}%`}
        aria-label={`${quota.skuName}已用 ${usedPercent(quota)}%`}
      />
    ),
  },
];

/** The same list as a spreadsheet has it. */
export const quotaCsv: readonly CsvColumn<Quota>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '渠道', cell: ({ channel }) => channelText(channel) },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '截止日（不含）', cell: ({ endsOn }) => endsOn },
  { title: '配额（最小单位）', cell: ({ quantity }) => quantity },
  { title: '已用（最小单位）', cell: ({ used }) => used },
];
