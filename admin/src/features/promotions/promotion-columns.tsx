import { Tag } from 'antd';
import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { When } from '../../ui/when';
import { BudgetMeter } from './budget-meter';
import { KindTag } from './kind-tag';
import type { Promotion } from './model';
import type { Kinds } from './promotion-values';
import { StateTag } from './state-tag';
import { countWords, stateWords } from './words';

const unitOf = ({ kind }: Promotion, kinds: Kinds | undefined) => {
  const counts = kinds?.get(kind)?.counts;
  return counts ? countWords[counts] : '';
};

/** The columns of the promotions table; what may be done belongs to the screen. */
export const promotionColumns = (kinds: Kinds | undefined, nowMs: number): ListColumns<Promotion> => [
  {
    key: 'state',
    title: '状态',
    width: 84,
    render: (_, promotion) => <StateTag promotion={promotion} nowMs={nowMs} />,
  },
  {
    key: 'promotion',
    title: '促销',
    stays: true,
    render: (_, { promotionId, name, label }) => (
      <>
        <Link className="tp-link" to={`/promotions/${promotionId}`} data-testid={`promotion-${promotionId}`}>
          {name}
        </Link>
        <div className="tp-muted tp-small promotion-label">{label}</div>
      </>
    ),
  },
  { key: 'kind', title: '类型', width: 104, render: (_, { kind }) => <KindTag kind={kind} /> },
  {
    key: 'window',
    title: '时间',
    width: 150,
    render: (_, { startsAt, endsAt }) => (
      <div className="promotion-window">
        <When at={startsAt} />
        <div className="tp-muted">
          至 <When at={endsAt} />
        </div>
      </div>
    ),
  },
  {
    key: 'priority',
    title: '优先级',
    width: 72,
    align: 'right',
    className: 'tp-figure',
    dataIndex: 'priority',
  },
  {
    key: 'used',
    title: '已用',
    width: 112,
    align: 'right',
    render: (_, promotion) => (
      <span className="tp-figure">
        {countText(promotion.used)}
        {promotion.caps.total !== null && ` / ${countText(promotion.caps.total)}`} {unitOf(promotion, kinds)}
      </span>
    ),
  },
  {
    key: 'budget',
    title: '预算使用',
    width: 232,
    render: (_, promotion) => (
      <>
        <BudgetMeter promotion={promotion} />
        {promotion.warnedShare !== null && (
          <Tag
            color={promotion.warnedShare >= 100 ? 'red' : 'orange'}
            data-testid={`budget-warning-${promotion.promotionId}`}
          >
            {promotion.warnedShare >= 100 ? '预算已用完' : `预算已用 ${promotion.warnedShare}%`}
          </Tag>
        )}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const promotionCsv = (kinds: Kinds | undefined): readonly CsvColumn<Promotion>[] => [
  { title: '促销编号', cell: ({ promotionId }) => promotionId },
  { title: '促销', cell: ({ name }) => name },
  { title: '类型', cell: ({ kind }) => kinds?.get(kind)?.title ?? kind },
  { title: '内容', cell: ({ label }) => label },
  { title: '状态', cell: ({ state }) => stateWords[state].text },
  { title: '开始', cell: ({ startsAt }) => whenText(startsAt) },
  { title: '结束', cell: ({ endsAt }) => whenText(endsAt) },
  { title: '优先级', cell: ({ priority }) => priority },
  { title: '已用', cell: ({ used }) => used },
  { title: '总限量', cell: ({ caps }) => caps.total },
  { title: '单位', cell: (promotion) => unitOf(promotion, kinds) },
  yuanColumn('已用费用', ({ costFen }) => costFen),
  { title: '预算预警（%）', cell: ({ warnedShare }) => warnedShare },
  yuanColumn('预算', ({ budgetFen }) => budgetFen),
];
