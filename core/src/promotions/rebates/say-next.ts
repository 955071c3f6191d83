import { formatYuan } from '../../platform/money';
import type { Near } from '../kind';

/** What is missing for more of a rebate: 再进2箱，返4% or 再进¥25.00，返¥100.00. */
export const sayNextRebate = (near: Near): string => `${sayMissing(near)}，${sayGain(near)}`;

function sayMissing({ missing }: Near): string {
  if ('fen' in missing) return `再进${formatYuan(missing.fen)}`;
  const { quantity, unit } = missing;
  return unit.includes('照片') ? `还差${quantity}${unit}` : `再进${quantity}${unit || '件'}`;
}

/** Kinds that pay later gain a percentage or an amount; whatever else is more. */
function sayGain({ gain }: Near): string {
  if (gain.kind === 'percent') return `返${gain.offBp / 100}%`;
  return gain.kind === 'off' ? `返${formatYuan(gain.fen)}` : '返得更多';
}
