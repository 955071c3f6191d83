import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import type { Setting } from './queries';

/** A setting's value; of a secret whether it is there. */
export const valueWords = ({ value, isSet }: Pick<Setting, 'value' | 'isSet'>) =>
  isSet ? (value ?? '已设置') : '未设置';

/** The columns of the settings. */
export const settingColumns: ListColumns<Setting> = [
  {
    key: 'setting',
    title: '参数',
    stays: true,
    width: 210,
    render: (_, { title, variable }) => (
      <>
        <div>{title}</div>
        <div className="tp-muted tp-small tp-figure">{variable}</div>
      </>
    ),
  },
  {
    key: 'value',
    title: '当前值',
    width: 300,
    ellipsis: true,
    render: (_, setting) => (
      <span className={setting.isSet ? 'tp-figure' : 'tp-muted'} data-testid={`setting-${setting.variable}`}>
        {valueWords(setting)}
      </span>
    ),
  },
  {
    key: 'from',
    title: '来源',
    width: 110,
    render: (_, { isUsual }) => (isUsual ? <Tag>默认</Tag> : <Tag color="blue">已指定</Tag>),
  },
  { key: 'hint', title: '作用', dataIndex: 'hint', className: 'tp-muted' },
];

/** The same table as a spreadsheet has it. */
export const settingCsv: readonly CsvColumn<Setting>[] = [
  { title: '参数', cell: ({ title }) => title },
  { title: '环境变量', cell: ({ variable }) => variable },
  { title: '当前值', cell: valueWords },
  { title: '来源', cell: ({ isUsual }) => (isUsual ? '默认' : '已指定') },
  { title: '作用', cell: ({ hint }) => hint },
];
