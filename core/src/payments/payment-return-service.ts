import type { Tx } from '../platform';
import type { PaymentReturn } from './payment-return';
import { paymentReturnStore } from './payment-return-store';

/** Keeps a return that somebody asked for. */
export async function addReturn(tx: Tx, asked: PaymentReturn): Promise<void> {
  await paymentReturnStore(tx).add(asked);
}

export const loadReturn = (tx: Tx, returnId: string): Promise<PaymentReturn | undefined> =>
  paymentReturnStore(tx).one(returnId);

/** Keeps what was decided, once. */
export const decideReturn = (tx: Tx, decided: PaymentReturn): Promise<void> =>
  paymentReturnStore(tx).decide(decided);

/** A seller's returns, newest first, of one state or of all. */
export const returnsOfSeller = (
  tx: Tx,
  sellerId: string,
  state: PaymentReturn['state'] | null,
  before: string | null,
  limit: number,
): Promise<readonly PaymentReturn[]> => paymentReturnStore(tx).ofSeller(sellerId, state, before, limit);
