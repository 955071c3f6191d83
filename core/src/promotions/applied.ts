import type { Fen } from '../platform/money';
import type { Gift, Near, Off, UnitsUsed } from './kind';
import type { Player } from './lane-state';

/** A promotion that counts for a cart, and what it does. */
export interface Accepted {
  readonly player: Player;
  readonly times: number;
  readonly offs: readonly Off[];
  readonly gifts: readonly Gift[];
  /** The units that qualified or were given off. */
  readonly uses: readonly UnitsUsed[];
  readonly freightOffFen: Fen;
  /** What the gifts would have cost the buyer. */
  readonly giftFen: Fen;
  /** The next step, where there is one. */
  readonly near: Near | null;
}

export type WhyNot =
  /** Its condition is not met; `near` says what is missing. */
  | { readonly reason: 'condition' }
  /** It is for first orders or new goods only. */
  | { readonly reason: 'notFirst' }
  /** Its gift is no longer sold, or may not go where the order goes. */
  | { readonly reason: 'giftBarred' }
  /** A cap or the budget leaves nothing, or not enough. */
  | { readonly reason: 'cap' }
  | { readonly reason: 'budget' }
  /** Another promotion gives the buyer more, or comes first, and both cannot stand. */
  | { readonly reason: 'beaten'; readonly byId: string };

/** A promotion that was looked at and gives nothing to this cart. */
export interface Declined {
  readonly player: Player;
  readonly why: WhyNot;
  readonly near: Near | null;
}

/** What a lane answers. */
export interface LaneAnswer {
  readonly accepted: readonly Accepted[];
  /** Who gives nothing, and why: worked out when somebody asks. */
  readonly declined: () => readonly Declined[];
}

/** What the buyer has of it. */
export function benefitFen({
  offs,
  giftFen,
  freightOffFen,
}: Pick<Accepted, 'offs' | 'giftFen' | 'freightOffFen'>): Fen {
  let total = giftFen + freightOffFen;
  for (const { offFen } of offs) total += offFen;
  return total;
}

/** The id of the promotion behind it. */
export const idOf = ({ player }: { readonly player: Player }): string => player.compiled.promotion.id;
