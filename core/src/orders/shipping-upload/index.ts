import type { Platform } from '../../platform';
import { shippingConsumer } from './follow-service';
import { pushService } from './push-service';
import type { ShippingTeller } from './shipping-teller';
import { uploadService } from './upload-service';

export { shippingBooks } from './check-books';
export type { ShippingUpload, UploadPlan, UploadState } from './model';
export type { ShippingTeller } from './shipping-teller';
export { shippingUploadTables } from './tables';
export type { UploadQuery } from './upload-service';
export { countFailedUploads } from './waiting-service';

/** 发货信息: WeChat keeps the money of a mini-program's payments until it hears that the goods are on their way. */
export const shippingUploadService = (platform: Platform, teller: ShippingTeller | null) => ({
  ...uploadService(platform, teller),
  ...pushService(platform, teller),
  consumers: () => (teller ? [shippingConsumer({ appid: teller.appid, jobs: platform.jobs })] : []),
});
