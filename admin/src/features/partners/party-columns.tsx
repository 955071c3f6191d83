import { Badge, Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import type { Party } from './queries';

/** What each kind of party is called. */
export const kindNames: Record<Party['kind'], string> = {
  hq: '总部',
  distributor: '经销商',
  store: '门店',
  chain: '连锁',
};

const kindColors: Record<Party['kind'], string> = {
  hq: 'gold',
  distributor: 'cyan',
  store: 'blue',
  chain: 'purple',
};
const statusName = (party: Party) => (party.status === 'active' ? '正常' : '已停用');

/** The columns of the customers table; what to do next belongs to the screen. */
export const partyColumns: ListColumns<Party> = [
  {
    key: 'name',
    title: '名称',
    stays: true,
    render: (_, party) => <b className="party-name">{party.name}</b>,
  },
  {
    key: 'kind',
    title: '类型',
    width: 120,
    render: (_, party) => <Tag color={kindColors[party.kind]}>{kindNames[party.kind]}</Tag>,
  },
  { key: 'region', title: '所在区域', width: 260, dataIndex: 'regionName' },
  {
    key: 'status',
    title: '状态',
    width: 120,
    render: (_, party) => (
      <Badge status={party.status === 'active' ? 'success' : 'error'} text={statusName(party)} />
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const partyCsv: readonly CsvColumn<Party>[] = [
  { title: '名称', cell: (party) => party.name },
  { title: '类型', cell: (party) => kindNames[party.kind] },
  { title: '所在区域', cell: (party) => party.regionName },
  { title: '状态', cell: statusName },
];
