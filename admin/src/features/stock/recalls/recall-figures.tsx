import { countText } from '../../../ui/format';
import type { RecallDetail } from './queries';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Where the goods of a recall are, at a glance. */
export function RecallFigures({ recall }: { recall: RecallDetail }) {
  const { stopped, remaining, promised, destroyed, inTransit, deliveries } = recall;
  const figures = [
    { title: '发起时停售', count: stopped, means: '全渠道仓库当时的在库数量' },
    { title: '仓库还剩', count: remaining, means: `其中订单占用 ${countText(promised)}` },
    { title: '调拨在途', count: total(inTransit.map(({ quantity }) => quantity)), means: '到仓时同样停售' },
    { title: '已销毁', count: destroyed, means: '召回发起以后' },
    {
      title: '已发客户',
      count: total(deliveries.map(({ shipped }) => shipped)),
      means: `${countText(new Set(deliveries.map(({ buyerId }) => buyerId)).size)} 家客户`,
    },
  ];
  return (
    <dl className="stock-figures" data-testid="recall-figures">
      {figures.map(({ title, count, means }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd className="tp-figure">{countText(count)}</dd>
          <dd className="tp-muted tp-small">{means}</dd>
        </div>
      ))}
    </dl>
  );
}
