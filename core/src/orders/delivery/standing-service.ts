import { groupBy, readStanding, standing, type Tx } from '../../platform';
import type { DeliveryTerms } from './model';
import { deliveryStore } from './store';

const terms = standing<readonly DeliveryTerms[]>({
  name: 'delivery terms',
  tables: ['deliveryTerms'],
  limit: 10_000,
  load: async (tx, sellerIds) =>
    groupBy(await deliveryStore(tx).versionsOf(sellerIds), ({ sellerId }) => sellerId),
});

/** Reads what sellers charge for delivery, in all versions; from memory as long as nobody has changed it. */
export async function readDeliveryTerms(
  tx: Tx,
  sellerIds: readonly string[],
): Promise<(sellerId: string) => readonly DeliveryTerms[]> {
  const known = await readStanding(tx, terms, sellerIds);
  return (sellerId) => known.get(sellerId) ?? nothing;
}

/** Puts terms in as they are: the first of a company. */
export const addDeliveryTerms = (tx: Tx, versions: readonly DeliveryTerms[]): Promise<void> =>
  deliveryStore(tx).addAll(versions);

const nothing: readonly DeliveryTerms[] = [];
