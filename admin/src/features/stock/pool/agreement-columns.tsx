import type { CsvColumn } from '../../../ui/csv';
import { countText, unitPriceText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag, type StateWords } from '../../../ui/state-tag';
import { Figure } from '../figure';
import type { Agreement } from './queries';

const states: Readonly<Record<Agreement['state'], StateWords>> = {
  proposed: { text: '待对方确认', color: 'orange' },
  active: { text: '生效', color: 'green' },
  declined: { text: '已拒绝', color: 'default' },
  ended: { text: '已结束', color: 'default' },
};
export const periods: Readonly<Record<Agreement['period'], string>> = {
  week: '每周',
  month: '每月',
  whole: '整个协议期',
};

const scopeText = ({ scope, scopeName }: Agreement) => {
  if (scope === 'all') return '全部商品';
  return scope === 'sku' ? scopeName : `产品线 ${scopeName}`;
};

/** What the borrower pays, in words. */
function priceText({ price }: Agreement) {
  if (price.kind === 'purchaseShare') return `进货价的 ${price.shareBp / 100}%`;
  const [first] = price.prices;
  return price.prices.length === 1 && first
    ? `一口价 ${unitPriceText(first.unitPriceE4)}`
    : `一口价，${price.prices.length} 个商品`;
}

const quotaText = ({ period, quotaQuantity }: Agreement) => `${periods[period]} ${countText(quotaQuantity)}`;
const daysText = ({ startsOn, endsOn }: Agreement) => `${startsOn} 至 ${endsOn ?? '长期'}`;

/** The columns of sharing agreements. */
export const agreementColumns: ListColumns<Agreement> = [
  {
    key: 'parties',
    title: '借出方 → 借入方',
    stays: true,
    ellipsis: true,
    render: (_, { lenderName, borrowerName }) => `${lenderName} → ${borrowerName}`,
  },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: (_, { state }) => <StateTag state={state} words={states[state]} testId="agreement-state" />,
  },
  { key: 'scope', title: '范围', width: 140, ellipsis: true, render: (_, agreement) => scopeText(agreement) },
  { key: 'quota', title: '额度', width: 130, render: (_, agreement) => quotaText(agreement) },
  {
    key: 'quotaLeft',
    title: '本期剩余',
    width: 90,
    align: 'right',
    render: (_, { quotaLeft }) => <Figure count={quotaLeft} strong />,
  },
  {
    key: 'price',
    title: '结算价',
    width: 140,
    ellipsis: true,
    render: (_, agreement) => priceText(agreement),
  },
  {
    key: 'days',
    title: '期限',
    width: 180,
    className: 'tp-figure',
    render: (_, agreement) => daysText(agreement),
  },
];

/** The same list as a spreadsheet has it. */
export const agreementCsv: readonly CsvColumn<Agreement>[] = [
  { title: '借出方', cell: ({ lenderName }) => lenderName },
  { title: '借入方', cell: ({ borrowerName }) => borrowerName },
  { title: '状态', cell: ({ state }) => states[state].text },
  { title: '范围', cell: scopeText },
  { title: '额度', cell: quotaText },
  { title: '本期剩余', cell: ({ quotaLeft }) => quotaLeft },
  { title: '结算价', cell: priceText },
  { title: '期限', cell: daysText },
];
