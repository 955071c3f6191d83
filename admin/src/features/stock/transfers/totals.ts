import { countText } from '../../../ui/format';
import type { Transfer } from './queries';

/** What a transfer carries over all its lots, and what of it did not arrive well. */
export const totalsOf = ({
  lines,
}: {
  readonly lines: readonly Pick<Transfer['lines'][number], 'quantity' | 'damaged' | 'missing'>[];
}) =>
  lines.reduce(
    (total, line) => ({
      quantity: total.quantity + line.quantity,
      damaged: total.damaged + line.damaged,
      missing: total.missing + line.missing,
    }),
    { quantity: 0, damaged: 0, missing: 0 },
  );

/** The differences of a transfer in words; nothing where all arrived well. */
export function differenceText(transfer: Parameters<typeof totalsOf>[0]) {
  const { damaged, missing } = totalsOf(transfer);
  return [damaged > 0 ? `破损 ${countText(damaged)}` : '', missing > 0 ? `短少 ${countText(missing)}` : '']
    .filter(Boolean)
    .join('，');
}
