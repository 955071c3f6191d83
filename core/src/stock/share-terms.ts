import type { Channel } from '../partners';
import type { Instant } from '../platform/clock';
import { everyOne } from './shortage-policy';

/** How a customer, a channel, or everybody else stands when a seller's goods are short. */
export interface ShareTerms {
  /** `*` stands for every customer. */
  readonly buyerId: string;
  /** `*` stands for every channel, and stands beside a named customer. */
  readonly channel: Channel | '*';
  /** 优先级: 1 is served in full before 2 gets anything. */
  readonly segment: number;
  /** How much a unit of its demand counts beside the others of its segment. */
  readonly weight: number;
}

/** Terms as a seller set them. */
export interface SellerShareTerms extends ShareTerms {
  readonly sellerId: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** Who is not named stands last, and counts once. */
export const usualShareTerms: Pick<ShareTerms, 'segment' | 'weight'> = { segment: 10, weight: 1 };

/** The terms of a customer: its own, else its channel's, else everybody's, else the usual ones. */
export function shareTermsFor(
  terms: readonly ShareTerms[],
  buyer: { readonly id: string; readonly channel: string },
): Pick<ShareTerms, 'segment' | 'weight'> {
  const named = (buyerId: string, channel: string) =>
    terms.find((one) => one.buyerId === buyerId && one.channel === channel);
  const found = named(buyer.id, everyOne) ?? named(everyOne, buyer.channel) ?? named(everyOne, everyOne);
  const { segment, weight } = found ?? usualShareTerms;
  return { segment, weight };
}
