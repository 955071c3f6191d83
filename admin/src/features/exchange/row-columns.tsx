import type { ImportRow } from './queries';
import type { ListColumns } from '../../ui/list-column';

type Columns = ListColumns<ImportRow>;

const rowNo: Columns[number] = { key: 'rowNo', title: '行号', stays: true, dataIndex: 'rowNo', width: 80 };
const key: Columns[number] = {
  key: 'object',
  title: '对象',
  dataIndex: 'key',
  width: 220,
  render: (text) => text || '—',
};

/** What is wrong, cell by cell. */
export const faultColumns: Columns = [
  rowNo,
  {
    key: 'faults',
    title: '错误',
    render: (_, { faults, cells }) =>
      faults.map(({ heading, fault }) => (
        <div key={`${heading} ${fault}`}>
          {heading && <strong>{heading}</strong>}
          {cells[heading] ? `「${cells[heading]}」` : ''}
          {heading && '：'}
          <span className="tp-danger">{fault}</span>
        </div>
      )),
  },
];

/** What would change, before and after. */
export const changeColumns: Columns = [
  rowNo,
  key,
  {
    key: 'changes',
    title: '变化',
    render: (_, { changes }) =>
      changes.map(({ heading, before, after }) => (
        <div key={heading}>
          {heading}：<span className="tp-muted">{before || '（空）'}</span> → <strong>{after}</strong>
        </div>
      )),
  },
];

/** What would be added, as the file says it. */
export const addedColumns: Columns = [
  rowNo,
  key,
  {
    key: 'cells',
    title: '内容',
    render: (_, { cells }) => (
      <span className="tp-muted">
        {Object.entries(cells)
          .slice(0, 8)
          .map(([heading, text]) => `${heading} ${text}`)
          .join(' · ')}
      </span>
    ),
  },
];
