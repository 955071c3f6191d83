import type { PartyKind } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';
import type { PriceE4 } from '../platform/money';

/** `template` 模板: a basket kept for the next time. `standing` 常备清单: what should be there; its quantities are the stock wanted. */
export type ListKind = 'template' | 'standing';

/** A list a party keeps. */
export interface OrderTemplate {
  readonly id: string;
  readonly partyId: string;
  readonly kind: ListKind;
  readonly name: string;
  readonly lineCount: number;
  /** One more with every save. */
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface TemplateLine {
  readonly templateId: string;
  readonly lineNo: number;
  readonly skuId: string;
  /** Base units. */
  readonly quantity: number;
}

/** Bounds of what a party may keep. */
export const templateLimit = 50;
export const templateLineLimit = 1_000;
export const recurringLimit = 50;

/** When a recurring order comes again. A month day beyond the month's end means its last day. */
export type Rhythm =
  | { readonly every: 'days'; readonly days: number }
  /** ISO weekday: 1 Monday … 7 Sunday. */
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'month'; readonly monthDay: number };

/** 周期订单: a template that is ordered by itself. */
export interface RecurringOrder {
  readonly id: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly userId: string;
  readonly userName: string;
  readonly templateId: string;
  readonly supplierId: string | null;
  readonly addressId: string | null;
  readonly rhythm: Rhythm;
  readonly startsOn: Day;
  /** The day of the next order. */
  readonly nextOn: Day;
  /** True: nothing is ordered on a holiday, and the next one is as usual. */
  readonly skipsHolidays: boolean;
  readonly paused: boolean;
  readonly changedAt: Instant;
}

/** What became of one day of a recurring order. */
export interface RecurringRun {
  readonly recurringId: string;
  readonly runOn: Day;
  readonly outcome: 'placed' | 'refused' | 'skipped';
  /** The order it placed; null when none. */
  readonly orderId: string | null;
  /** The verdict, the refusal's code, or why it was passed over: `holiday`, `missed`. */
  readonly code: string;
  readonly detail: string;
  readonly at: Instant;
}

/** A day nothing is delivered. */
export interface Holiday {
  readonly holidayOn: Day;
  readonly name: string;
}

/** 常购: what a buyer bought of a SKU lately. */
export interface GuideEntry {
  readonly skuId: string;
  readonly skuName: string;
  readonly spec: string;
  readonly baseUnit: string;
  readonly caseUnit: string;
  readonly caseFactor: number;
  /** Orders it was in. */
  readonly timesBought: number;
  /** The middle one of the quantities ordered. */
  readonly usualQuantity: number;
  readonly lastQuantity: number;
  readonly lastUnitPriceE4: PriceE4;
  readonly lastBoughtOn: Day;
  readonly daysSince: number;
}
