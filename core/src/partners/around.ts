import type { Day, Instant, Tx } from '../platform';

/** A customer and the seller that is to serve it. */
export interface NewSupply {
  readonly buyerId: string;
  readonly sellerId: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** Where a customer of a seller is. */
export interface CustomerPlace {
  readonly sellerId: string;
  readonly regionCode: string;
  readonly townCode: string | null;
  readonly channel: string;
}

/** What partners asks of the domains beside it and above it, handed in where the core is put together. */
export interface Around {
  /** Opens an account for a customer that a seller takes on; one that is there stays as it is. */
  openAccount(tx: Tx, supply: NewSupply): Promise<void>;
  /** Of each place, whether its seller may sell anything there on a day. */
  servePlaces(tx: Tx, places: readonly CustomerPlace[], on: Day): Promise<readonly boolean[]>;
  /** Forgets what a user has agreed to be told in WeChat, but for the one WeChat that is the user's from now on. */
  forgetConsents(
    tx: Tx,
    user: { readonly userId: string; readonly keptOpenid: string | null; readonly at: Instant },
  ): Promise<void>;
}
