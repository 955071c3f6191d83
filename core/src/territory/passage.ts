import type { Day } from '../platform/clock';
import type { Capacity, ChainDelivery, Grant, KnownPoint, Point, Policy } from './model';

/** Goods on their way: whose, which, where to, through which channel, how many, when. */
export interface Passage {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly skuId: string;
  readonly productLine: string;
  readonly category: string;
  /** The district somebody typed or chose. */
  readonly regionCode: string;
  readonly townCode: string | null;
  readonly point: Point | null;
  /** The district the point lies in, where the geocoder said so. */
  readonly pointRegionCode?: string | null;
  readonly geocode: 'exact' | 'unclear' | 'none';
  readonly channel: string;
  /** Base units. */
  readonly quantity: number;
  readonly on: Day;
  /** Names the delivery centre of a chain. */
  readonly addressId?: string | null;
  /** Base units of the line this buyer took in 30 days, this order among them; null asks no absorption test. */
  readonly absorption?: { readonly quantity30Days: number } | null;
}

/** Everything a batch of passages is judged by; read at once. */
export interface Territory {
  /** Of the sellers asked for, and of everybody who may hold the places asked for. */
  readonly grants: readonly Grant[];
  readonly knownPoints: readonly KnownPoint[];
  readonly capacities: readonly Capacity[];
  readonly policies: readonly Policy[];
  readonly chainDeliveries: readonly ChainDelivery[];
}

export type PassReason = 'granted' | 'chainDelivery';
export type ReviewReason =
  'permit' | 'border' | 'geocodeUnclear' | 'geocodeMismatch' | 'townUnknown' | 'absorption';
export type BlockReason =
  | 'line'
  | 'area'
  | 'channel'
  | 'date'
  | 'excludedGoods'
  | 'excludedArea'
  | 'exclusive'
  | 'remainder'
  | 'permitUsedUp';
export type PassageReason = PassReason | ReviewReason | BlockReason;

export type PassageNumbers = Readonly<Record<string, string | number>>;

export interface PassageFinding {
  readonly reason: PassageReason;
  /** The grant that decided; null when none did. */
  readonly grantId: string | null;
  readonly numbers: PassageNumbers;
}

/** May these goods go there? With why, the grant that decided, and its numbers; `explainPassage` puts it in words. */
export interface PassageAnswer extends PassageFinding {
  readonly answer: 'pass' | 'review' | 'block';
  /** What else asks for a look. */
  readonly also: readonly PassageFinding[];
}
