import { addAmounts } from '../platform/database/case-by-id';
import type { Day } from '../platform/clock';
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

/** The promises of one part: of its lines, in its warehouse. */
export const promisedIn = (
  part: { readonly warehouseId: string | null; readonly lineNos: readonly number[] },
  reservations: readonly Reservation[],
  lots: ReadonlyMap<string, Lot>,
): readonly Reservation[] =>
  reservations.filter(
    ({ lineNo, lotId }) => part.lineNos.includes(lineNo) && lots.get(lotId)?.warehouseId === part.warehouseId,
  );

/** All that these promises come to, line by line. */
export const everything = (reservations: readonly Reservation[]): readonly ShipWanted[] =>
  reservations.map(({ lineNo, open }) => ({ lineNo, quantity: open }));

/** True when a lot may leave for a customer: not frozen, not recalled, and not expired that day. */
export const mayLeave = (
  lot: Pick<Lot, 'quality' | 'expiresOn'> & { readonly recallId?: string | null },
  on: Day,
) => lot.quality === 'available' && !lot.recallId && lot.expiresOn > on;

/** The promises that stand in lots which may not leave. */
export const unfitPromises = (
  reservations: readonly Reservation[],
  lots: ReadonlyMap<string, Lot>,
  on: Day,
): readonly Reservation[] =>
  reservations.filter(({ lotId, open }) => {
    const lot = lots.get(lotId);
    return open > 0 && (!lot || !mayLeave(lot, on));
  });

const expiryOf = (lots: ReadonlyMap<string, Lot>, { lotId }: Reservation) =>
  Date.parse(lots.get(lotId)?.expiresOn ?? '9999-12-31');
