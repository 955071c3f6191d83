import type { Merchant, Outcome, PaymentGateway } from '../../payments';

/** Which of a brand's fronts somebody pays in; each knows payers by other names. */
export type PayApp = 'miniapp' | 'h5';

/** What taking money online needs from outside. */
export interface Cashier {
  readonly gateway: PaymentGateway;
  /** Who is paid for a seller; null when the seller takes no money online. */
  merchantOf(sellerId: string): Merchant | null;
  readonly merchants: readonly Merchant[];
  merchantById(merchantId: string): Merchant | null;
  readonly appIds: Readonly<Record<PayApp, string>>;
  /** Who is at the device, by the code its front was given. */
  openidOf(app: PayApp, code: string): Promise<Outcome<string>>;
  /** Where the channel tells us what happened. */
  noticeUrl(merchant: Merchant): string;
  /** Where a stand-in lets a person pay what a phone would scan; empty when the real service is reached. */
  readonly tryUrl: string;
}
