import type { Instant } from '../../platform/clock';
import type { PriceE4 } from '../../platform/money';

/** Who may take part; what is left out asks for nothing. */
export interface FlashAudience {
  readonly levels?: readonly number[] | undefined;
  /** GB/T 2260 prefixes: `33` covers `3301…`. */
  readonly regions?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly buyerIds?: readonly string[] | undefined;
}

/** `planned`: its goods are set aside. `warmed`: the gate stands. `stopped` and `settled` are its ends. */
export type FlashState = 'draft' | 'planned' | 'warmed' | 'stopped' | 'settled';

/** Where an activity is by its state and the time together; `closing`: nobody gets in, tokens still run. */
export type FlashPhase = 'draft' | 'planned' | 'warmed' | 'open' | 'closing' | 'stopped' | 'settled';

/** What a seller says of an activity. Quantities in base units. */
export interface FlashTerms {
  readonly skuId: string;
  readonly title: string;
  readonly unitPriceE4: PriceE4;
  readonly quota: number;
  readonly perBuyer: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** How long a winner has to order. */
  readonly tokenMs: number;
  readonly audience: FlashAudience;
}

/** 秒杀活动. Once it is published quota = sold + set aside + released. */
export interface FlashActivity extends FlashTerms {
  readonly id: string;
  readonly sellerId: string;
  readonly state: FlashState;
  /** 1 when made, one more with every change of its terms or state. */
  readonly version: number;
  readonly sold: number;
  /** What went back to free stock: the leftover, and what came back after the end. */
  readonly released: number;
  /** How often buyers asked, as the gate counted; written at its end. */
  readonly attempts: number;
  /** Of the lock the gate was last built under. */
  readonly fencing: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

/** `void` says that a token can buy nothing any more: its row stands where a sale would. */
export type FlashSaleState = 'sold' | 'void';

/** What a token came to. One row a token, so it is bought with once or never. */
export interface FlashSale {
  readonly activityId: string;
  readonly token: string;
  readonly buyerId: string;
  readonly state: FlashSaleState;
  /** '' when it is void. */
  readonly orderId: string;
  readonly lineNo: number;
  readonly quantity: number;
  /** What of it came back by cancelling. */
  readonly returned: number;
  /** When its buyer got the token, after how many attempts, and from what: timing is a mark of machines. */
  readonly grabbedAt: Instant;
  readonly attempts: number;
  readonly deviceId: string;
  readonly ip: string;
  readonly at: Instant;
}

/** What a buyer has bought in an activity. */
export interface FlashBuyer {
  /** Activity and buyer in one. */
  readonly id: string;
  readonly activityId: string;
  readonly buyerId: string;
  readonly bought: number;
}

export const flashBuyerId = (activityId: string, buyerId: string) => `${activityId} ${buyerId}`;

/** A token as buyers carry it: which activity, and the gate's own. */
export const flashToken = (activityId: string, token: string) => `${activityId}.${token}`;

/** The parts of a buyer's token; null for what is none. */
export function readFlashToken(text: string): { readonly activityId: string; readonly token: string } | null {
  const [activityId, token, ...rest] = text.split('.');
  return activityId && token && rest.length === 0 ? { activityId, token } : null;
}
