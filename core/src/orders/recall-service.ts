import type { Platform } from '../platform';
import { lotDeliveryStore } from './recall-store';

/** What a recall asks the order desk. */
export function recallDeliveryService({ database }: Pick<Platform, 'database'>) {
  return {
    /** Who was sent goods out of these lots. For HQ's eyes: it names every seller's customers. */
    deliveriesOfLots: (lotIds: readonly string[]) =>
      database.read((tx) => lotDeliveryStore(tx).deliveriesOfLots(lotIds)),
  };
}
