import { Tag } from 'antd';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import type { LifeRule } from './queries';
import {
  lifeAskedText,
  lifeGoodsText,
  lifeScopes,
  lifeSubjectText,
  percentOfBp,
  type PolicyNames,
  windowText,
} from './words';

const standing = ({ startsOn, endsOn }: LifeRule, today: string) => {
  if (today < startsOn) return { text: '未生效', color: 'blue' };
  return endsOn !== null && today >= endsOn
    ? { text: '已过期', color: 'default' }
    : { text: '生效中', color: 'green' };
};

/** The columns of the rules of freshness. */
export const lifeRuleColumns = (names: PolicyNames, today: string): ListColumns<LifeRule> => [
  {
    key: 'subject',
    title: '对谁',
    stays: true,
    width: 200,
    render: (_, rule) => lifeSubjectText(rule, names),
  },
  { key: 'goods', title: '商品', width: 200, render: (_, rule) => lifeGoodsText(rule, names) },
  { key: 'asked', title: '要求', render: (_, rule) => lifeAskedText(rule) },
  { key: 'scope', title: '层级', width: 110, render: (_, { scope }) => lifeScopes[scope] },
  {
    key: 'window',
    title: '有效期',
    width: 210,
    render: (_, rule) => <span className="tp-figure">{windowText(rule)}</span>,
  },
  {
    key: 'standing',
    title: '状态',
    width: 90,
    render: (_, rule) => {
      const { text, color } = standing(rule, today);
      return <Tag color={color}>{text}</Tag>;
    },
  },
];

/** The same list as a spreadsheet has it. */
export const lifeRuleCsv: readonly CsvColumn<LifeRule>[] = [
  { title: '层级', cell: ({ scope }) => lifeScopes[scope] },
  { title: '客户编号或渠道', cell: ({ subject }) => subject },
  { title: '商品或分类编号', cell: ({ goods }) => goods },
  { title: '到货剩余效期至少（%）', cell: ({ minimumLifeBp }) => percentOfBp(minimumLifeBp) },
  { title: '到货剩余天数至少', cell: ({ minimumDays }) => minimumDays },
  { title: '单行最多批次', cell: ({ maximumLots }) => maximumLots },
  { title: '不倒批', cell: ({ refusesOlder }) => (refusesOlder ? '是' : '否') },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '截止日（不含）', cell: ({ endsOn }) => endsOn },
];
