import { addAmounts } from '../platform/database/case-by-id';
import type { Lot, Release, Reservation } from '../stock';
import type { OrderLine } from './model';

export interface ShipWanted {
  readonly lineNo: number;
  readonly quantity: number;
}

/**
 * Which promised lots leave, first to expire first. Without `wanted`, all that is promised leaves.
 * Null when more is wanted of a line than is promised to it, or of a line there is not.
 */
export function planShipment(
  orderId: string,
  lines: readonly OrderLine[],
  reservations: readonly Reservation[],
  lots: ReadonlyMap<string, Lot>,
  wanted: readonly ShipWanted[] | undefined,
): readonly Release[] | null {
  const asked = wanted ?? lines.map(({ lineNo, reserved }) => ({ lineNo, quantity: reserved }));
  const byLine = addAmounts(asked.map(({ lineNo, quantity }) => [String(lineNo), quantity]));
  const releases: Release[] = [];
  for (const [key, quantity] of byLine) {
    const lineNo = Number(key);
    let left = quantity;
    const promised = reservations
      .filter((reservation) => reservation.lineNo === lineNo)
      .sort(
        (one, other) => expiryOf(lots, one) - expiryOf(lots, other) || (one.lotId < other.lotId ? -1 : 1),
      );
    for (const { lotId, open } of promised) {
      const taken = Math.min(left, open);
      if (taken > 0) releases.push({ orderId, lineNo, lotId, quantity: taken });
      left -= taken;
    }
    if (left > 0) return null;
  }
  return releases.length > 0 ? releases : null;
}

const expiryOf = (lots: ReadonlyMap<string, Lot>, { lotId }: Reservation) =>
  Date.parse(lots.get(lotId)?.expiresOn ?? '9999-12-31');
