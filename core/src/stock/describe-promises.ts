import type { Reservation } from './model';

/** As many as fit into an answer that a person reads. */
const named = 20;

/** The promises that stand in the way, as `order#line×quantity`: they must be given other goods first. */
export function describePromises(reservations: readonly Reservation[]): string {
  const told = reservations
    .slice(0, named)
    .map(({ orderId, lineNo, open }) => `${orderId}#${lineNo}×${open}`);
  return reservations.length > named
    ? [...told, `…+${reservations.length - named}`].join(', ')
    : told.join(', ');
}
