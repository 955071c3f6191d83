import type { CsvColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Change } from '../figure';
import type { Movement } from '../queries';
import { documentText, qualities } from '../words';

/** The columns of the ledger of stock. */
export const movementColumns: ListColumns<Movement> = [
  { key: 'at', title: '时间', width: 140, render: (_, { at }) => <When at={at} /> },
  { key: 'kind', title: '类型', width: 90, dataIndex: 'title' },
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 120, className: 'tp-figure' },
  { key: 'warehouse', title: '仓库', dataIndex: 'warehouseName', width: 124, ellipsis: true },
  {
    key: 'quality',
    title: '质量',
    width: 76,
    render: (_, { quality }) => (
      <StateTag state={quality} words={qualities[quality]} testId="movement-quality" />
    ),
  },
  {
    key: 'quantity',
    title: '数量',
    width: 90,
    align: 'right',
    render: (_, { quantity }) => <Change count={quantity} />,
  },
  { key: 'document', title: '单据', width: 80, render: (_, { documentKind }) => documentText(documentKind) },
  {
    key: 'documentId',
    title: '单据编号',
    dataIndex: 'documentId',
    width: 120,
    ellipsis: true,
    className: 'tp-muted tp-small',
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', width: 160, ellipsis: true },
];

/** The same ledger as a spreadsheet has it. */
export const movementCsv: readonly CsvColumn<Movement>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '类型', cell: ({ title }) => title },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '仓库', cell: ({ warehouseName }) => warehouseName },
  { title: '质量', cell: ({ quality }) => qualities[quality].text },
  { title: '数量', cell: ({ quantity }) => quantity },
  { title: '单据', cell: ({ documentKind }) => documentText(documentKind) },
  { title: '单据编号', cell: ({ documentId }) => documentId },
  { title: '原因', cell: ({ reason }) => reason },
];
