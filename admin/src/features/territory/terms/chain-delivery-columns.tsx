import { Tag } from 'antd';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import type { ChainDelivery } from './queries';
import { EVERY, windowText } from './words';

/** What chains, their centres and sellers are called. */
export interface ChainNames {
  readonly party: (partyId: string) => string;
  readonly centre: (addressId: string) => string;
}

const standing = ({ startsOn, endsOn }: ChainDelivery, today: string) => {
  if (today < startsOn) return { text: '未生效', color: 'blue' };
  return endsOn !== null && today >= endsOn
    ? { text: '已结束', color: 'default' }
    : { text: '生效中', color: 'green' };
};

export const sellerText = ({ sellerId }: ChainDelivery, names: Pick<ChainNames, 'party'>) =>
  sellerId === EVERY ? '所有供货方' : names.party(sellerId);

/** The columns of chains' centres that may be served across regions. */
export const chainDeliveryColumns = (names: ChainNames, today: string): ListColumns<ChainDelivery> => [
  { key: 'chain', title: '连锁', stays: true, width: 180, render: (_, { chainId }) => names.party(chainId) },
  { key: 'centre', title: '配送中心', render: (_, { addressId }) => names.centre(addressId) },
  { key: 'seller', title: '谁可以送', width: 180, render: (_, delivery) => sellerText(delivery, names) },
  {
    key: 'window',
    title: '有效期',
    width: 210,
    render: (_, delivery) => <span className="tp-figure">{windowText(delivery)}</span>,
  },
  {
    key: 'standing',
    title: '状态',
    width: 90,
    render: (_, delivery) => {
      const { text, color } = standing(delivery, today);
      return <Tag color={color}>{text}</Tag>;
    },
  },
  { key: 'note', title: '备注', width: 180, dataIndex: 'note' },
];

/** The same list as a spreadsheet has it. */
export const chainDeliveryCsv: readonly CsvColumn<ChainDelivery>[] = [
  { title: '连锁编号', cell: ({ chainId }) => chainId },
  { title: '配送中心地址编号', cell: ({ addressId }) => addressId },
  { title: '供货方编号（* 为所有）', cell: ({ sellerId }) => sellerId },
  { title: '生效日', cell: ({ startsOn }) => startsOn },
  { title: '截止日（不含）', cell: ({ endsOn }) => endsOn },
  { title: '备注', cell: ({ note }) => note },
];
