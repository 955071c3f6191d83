import type { Instant, Outcome } from '../../platform';
import type { UploadPlan } from './model';

/** What telling WeChat of shipments needs from outside. */
export interface ShippingTeller {
  /** Of the mini-program: only what was paid in it is told. */
  readonly appid: string;
  /** Pushes are signed with it. */
  readonly pushToken: string;
  upload(info: {
    readonly transactionId: string;
    readonly payerOpenid: string;
    readonly plan: UploadPlan;
    readonly uploadedAt: Instant;
  }): Promise<Outcome<null>>;
  /** How WeChat sees a payment. */
  look(
    transactionId: string,
  ): Promise<Outcome<'toShip' | 'shipped' | 'received' | 'done' | 'refunded' | 'settling'>>;
}
