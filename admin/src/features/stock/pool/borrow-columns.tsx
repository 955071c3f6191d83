import type { CsvColumn } from '../../../ui/csv';
import { unitPriceText, whenText } from '../../../ui/format';
import { yuanColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { UnitPrice, Yuan } from '../../../ui/yuan';
import { Figure } from '../figure';
import type { Borrow, Loan, Settlement } from './queries';

const borrowStates: Readonly<Record<Borrow['state'], StateWords>> = {
  requested: { text: '待回复', color: 'orange' },
  promised: { text: '已答应', color: 'blue' },
  declined: { text: '未借到', color: 'default' },
  released: { text: '已撤回', color: 'default' },
  arrived: { text: '已到货', color: 'green' },
};
const loanStates: Readonly<Record<Loan['state'], StateWords>> = {
  reserved: { text: '待发出', color: 'orange' },
  declined: { text: '未借出', color: 'default' },
  released: { text: '已释放', color: 'default' },
  lent: { text: '已借出', color: 'green' },
};

interface Between {
  readonly lenderName: string;
  readonly borrowerName: string;
  readonly skuName: string;
  readonly unitPriceE4: number;
}

const betweenColumns = <Row extends Between>(): ListColumns<Row> => [
  { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
  { key: 'lender', title: '借出方', dataIndex: 'lenderName', width: 160, ellipsis: true },
  { key: 'borrower', title: '借入方', dataIndex: 'borrowerName', width: 160, ellipsis: true },
];
const priceColumn = <Row extends Between>(): ListColumns<Row>[number] => ({
  key: 'price',
  title: '结算单价',
  width: 96,
  align: 'right',
  render: (_: unknown, { unitPriceE4 }: Row) => <UnitPrice unitPriceE4={unitPriceE4} />,
});
const betweenCsv = <Row extends Between>(): readonly CsvColumn<Row>[] => [
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '借出方', cell: ({ lenderName }) => lenderName },
  { title: '借入方', cell: ({ borrowerName }) => borrowerName },
  { title: '结算单价', cell: ({ unitPriceE4 }) => unitPriceText(unitPriceE4) },
];

/** What was asked of others' stock. */
export const borrowColumns: ListColumns<Borrow> = [
  ...betweenColumns<Borrow>(),
  {
    key: 'state',
    title: '状态',
    width: 84,
    render: (_, { state }) => <StateTag state={state} words={borrowStates[state]} testId="borrow-state" />,
  },
  {
    key: 'quantity',
    title: '申请',
    width: 76,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  {
    key: 'promised',
    title: '答应',
    width: 76,
    align: 'right',
    render: (_, { promised }) => <Figure count={promised} />,
  },
  {
    key: 'arrived',
    title: '到货',
    width: 76,
    align: 'right',
    render: (_, { arrived }) => <Figure count={arrived} />,
  },
  priceColumn<Borrow>(),
  { key: 'reason', title: '说明', dataIndex: 'reasonTitle', width: 130, ellipsis: true },
  { key: 'at', title: '申请时间', width: 136, render: (_, { requestedAt }) => <When at={requestedAt} /> },
];

export const borrowCsv: readonly CsvColumn<Borrow>[] = [
  ...betweenCsv<Borrow>(),
  { title: '状态', cell: ({ state }) => borrowStates[state].text },
  { title: '申请', cell: ({ quantity }) => quantity },
  { title: '答应', cell: ({ promised }) => promised },
  { title: '到货', cell: ({ arrived }) => arrived },
  { title: '说明', cell: ({ reasonTitle }) => reasonTitle },
  { title: '申请时间', cell: ({ requestedAt }) => whenText(requestedAt) },
];

/** What others asked of the house's stock. */
export const loanColumns: ListColumns<Loan> = [
  ...betweenColumns<Loan>(),
  {
    key: 'state',
    title: '状态',
    width: 84,
    render: (_, { state }) => <StateTag state={state} words={loanStates[state]} testId="loan-state" />,
  },
  {
    key: 'quantity',
    title: '数量',
    width: 90,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} strong />,
  },
  priceColumn<Loan>(),
  { key: 'reason', title: '说明', dataIndex: 'reasonTitle', width: 160, ellipsis: true },
  { key: 'at', title: '答复时间', width: 136, render: (_, { decidedAt }) => <When at={decidedAt} /> },
];

export const loanCsv: readonly CsvColumn<Loan>[] = [
  ...betweenCsv<Loan>(),
  { title: '状态', cell: ({ state }) => loanStates[state].text },
  { title: '数量', cell: ({ quantity }) => quantity },
  { title: '说明', cell: ({ reasonTitle }) => reasonTitle },
  { title: '答复时间', cell: ({ decidedAt }) => whenText(decidedAt) },
];

const billText = ({ billId }: Settlement) => (billId === null ? '双方自行结算' : '已出账单');

/** What was lent and is owed for it. */
export const settlementColumns: ListColumns<Settlement> = [
  ...betweenColumns<Settlement>(),
  { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 116, className: 'tp-figure' },
  {
    key: 'quantity',
    title: '数量',
    width: 80,
    align: 'right',
    render: (_, { quantity }) => <Figure count={quantity} />,
  },
  priceColumn<Settlement>(),
  {
    key: 'amount',
    title: '金额',
    width: 116,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  { key: 'bill', title: '结算', width: 104, render: (_, settlement) => billText(settlement) },
  { key: 'at', title: '时间', width: 136, render: (_, { at }) => <When at={at} /> },
];

export const settlementCsv: readonly CsvColumn<Settlement>[] = [
  ...betweenCsv<Settlement>(),
  { title: '批号', cell: ({ lotNo }) => lotNo },
  { title: '到期日', cell: ({ expiresOn }) => expiresOn },
  { title: '数量', cell: ({ quantity }) => quantity },
  yuanColumn('金额', ({ amountFen }) => amountFen),
  { title: '结算', cell: billText },
  { title: '时间', cell: ({ at }) => whenText(at) },
];
