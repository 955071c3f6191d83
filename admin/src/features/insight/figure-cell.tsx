import { Link } from 'react-router';
import { countText } from '../../ui/format';

/** A number of a report, with what it counts. */
export const countCell = (value: number, unit = '') => (
  <span className="tp-figure">
    {countText(value)}
    {unit && ` ${unit}`}
  </span>
);

/** A name or number that leads to what it is made of; nothing leads to nothing. */
export function wayIn(shown: string | number, to: string | undefined) {
  const text = typeof shown === 'number' ? countCell(shown) : shown;
  if (to === undefined || shown === 0) return text;
  return (
    <Link className="tp-link" to={to}>
      {text}
    </Link>
  );
}
