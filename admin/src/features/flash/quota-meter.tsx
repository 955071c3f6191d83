import { countText } from '../../ui/format';
import type { Activity } from './model';
import { quotaParts } from './quota-parts';
import './flash.css';

/** A quota as a bar of what was sold, held, free and gone back, with the figures under it. */
export function QuotaMeter({ activity }: { activity: Activity }) {
  const parts = quotaParts(activity);
  const words = parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${countText(count)}`);
  return (
    <div className="quota-meter">
      <div className="quota-bar" role="img" aria-label={`限量 ${activity.quota}：${words.join('，')}`}>
        {parts.map(({ name, shareBp }, index) => (
          <i key={name} className={`quota-part-${index}`} style={{ width: `${shareBp / 100}%` }} />
        ))}
      </div>
      <span className="tp-figure tp-small">
        {words.join(' · ') || (activity.phase === 'draft' ? '尚未发布' : '已留出，待开抢')} /{' '}
        {countText(activity.quota)} {activity.baseUnit}
      </span>
    </div>
  );
}
