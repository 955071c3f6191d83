import type { Answer } from '../../../api';
import type { ListColumns } from '../../../ui/list-column';
import { Figure } from '../figure';

type FairShareLine = Answer<'pool', 'fairShare'>['lines'][number];

const count = (key: string, title: string, of: (line: FairShareLine) => number, strong = false) => ({
  key,
  title,
  width: 88,
  align: 'right' as const,
  render: (_: unknown, line: FairShareLine) => <Figure count={of(line)} strong={strong} />,
});

/** The columns of how goods would be shared. */
export const fairShareColumns: ListColumns<FairShareLine> = [
  {
    key: 'order',
    title: '订单行',
    stays: true,
    width: 190,
    render: (_, { orderNumber, lineNo }) => (
      <span className="tp-figure">
        {orderNumber} · {lineNo}
      </span>
    ),
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName' },
  count('segment', '顺位', ({ segment }) => segment),
  count('weight', '权重', ({ weight }) => weight),
  count('wanted', '要货', ({ wanted }) => wanted),
  count('given', '已发', ({ shipped }) => shipped),
  count('quantity', '应得', ({ quantity }) => quantity, true),
  count('toGive', '还会分到', ({ toGive }) => toGive, true),
];
