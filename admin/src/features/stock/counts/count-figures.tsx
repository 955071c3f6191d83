import { countText } from '../../../ui/format';
import '../stock.css';
import { sheetTotals } from './differences';
import type { Count } from './queries';

/** How far a count is and what it comes to. */
export function CountFigures({ count }: { count: Count }) {
  const { lineCount, counted, moved, over, short } = sheetTotals(count.lines);
  const figures = [
    { title: '已盘批次', value: `${countText(counted)} / ${countText(lineCount)}`, tone: '' },
    { title: '盘盈', value: `+${countText(over.quantity)}`, tone: over.quantity > 0 ? 'tp-success' : '' },
    { title: '盘亏', value: `-${countText(short.quantity)}`, tone: short.quantity > 0 ? 'tp-danger' : '' },
    { title: '需重盘', value: countText(moved), tone: moved > 0 ? 'tp-warning' : '' },
  ];
  return (
    <dl className="stock-figures" data-testid="count-figures">
      {figures.map(({ title, value, tone }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd className={`tp-figure ${tone}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
