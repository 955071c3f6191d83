import { Tag } from 'antd';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import type { BorderPolicy } from './queries';
import { factorText, kilometresOf, kilometreText } from './words';

/** The columns of border policies; the latest that has begun holds. */
export const borderColumns = (today: string, inForceOn: string | undefined): ListColumns<BorderPolicy> => [
  {
    key: 'startsOn',
    title: '生效日',
    stays: true,
    width: 160,
    render: (_, { startsOn }) => <span className="tp-figure">{startsOn}</span>,
  },
  {
    key: 'standing',
    title: '状态',
    width: 120,
    render: (_, { startsOn }) => {
      if (startsOn > today) return <Tag color="blue">未生效</Tag>;
      return startsOn === inForceOn ? <Tag color="green">生效中</Tag> : <Tag>已被替代</Tag>;
    },
  },
  { key: 'border', title: '边界缓冲', render: (_, { borderMetres }) => kilometreText(borderMetres) },
  { key: 'absorption', title: '消化系数', render: (_, { absorptionBp }) => factorText(absorptionBp) },
];

/** The same list as a spreadsheet has it. */
export const borderCsv: readonly CsvColumn<BorderPolicy>[] = [
  { title: '供货方编号（* 为所有）', cell: ({ sellerId }) => sellerId },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '边界缓冲（公里）', cell: ({ borderMetres }) => kilometresOf(borderMetres) },
  { title: '消化系数', cell: ({ absorptionBp }) => absorptionBp / 10_000 },
];
