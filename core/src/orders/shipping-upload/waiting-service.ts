import type { Tx } from '../../platform';
import { shippingUploadStore } from './store';

/** A seller's shipments that WeChat would not take, and the money it keeps because of them. */
export const countFailedUploads = (tx: Tx, sellerId: string) => shippingUploadStore(tx).failed(sellerId);
