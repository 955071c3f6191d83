import type { Limits, PriceStep, QuantityCheck, Sku } from '../catalog';
import type { CreditAssessment } from '../credit';
import type { Day, Instant } from '../platform/clock';
import type { Fen, PriceE4 } from '../platform/money';
import type {
  Allocation,
  BorrowProposal,
  QuotaUse,
  Reservation,
  ShortageOutcome,
  WarehousePick,
} from '../stock';
import type { Passage, PassageAnswer } from '../territory';
import type { PromotionQuote, PromotionTake } from '../promotions';
import type { FreightOffer, OrderFreight } from './delivery/model';
import type { OrderRequest, RequestLine } from './facts';
import type { NewHold } from './holds';
import type { Finding, Verdict } from './model';
import type { SplitPart } from './split-order';
import type { OrderSteps } from './steps/model';
import type { AgeingPart } from './take-ageing';

/** A line with its price and its way, before anybody has looked for the goods. */
export interface PricedLine {
  readonly request: RequestLine;
  readonly lineNo: number;
  readonly sku: Sku;
  readonly quantity: number;
  /** The unit it was ordered in. */
  readonly unit: string;
  /** Null when no list of the seller names it for this buyer. */
  readonly price: DecidedPrice | null;
  /** After promotions. */
  readonly amountFen: Fen;
  /** What promotions took off. */
  readonly discountFen: Fen;
  /** The promotion that gives it; null for what the buyer asked for. */
  readonly giftOf: string | null;
  readonly limits: Limits;
  readonly check: QuantityCheck;
  readonly passage: Passage;
  readonly answer: PassageAnswer;
  /** The line whose shortage it fills; null for what the buyer asked for itself. */
  readonly substituteFor: number | null;
  readonly caseUnit: string;
  readonly caseFactor: number;
}

export interface DecidedPrice {
  readonly unitPriceE4: PriceE4;
  readonly priceListId: string;
  /** The floor of the list it stands in; null has none, or that list is gone. */
  readonly floorPriceE4: PriceE4 | null;
  readonly steps: readonly PriceStep[];
}

/** A line with its goods, and what became of its quantity. */
export interface DecidedLine extends PricedLine {
  readonly picks: readonly WarehousePick[];
  /** What may be borrowed for it; owed until it has come in. */
  readonly borrows: readonly BorrowProposal[];
  /** Lots that expire before this day are too old for this buyer. */
  readonly lastsUntil: Day;
  /** What the seller's own warehouses said. */
  readonly allocation: Allocation;
  readonly outcome: ShortageOutcome;
  /** What of it comes from ageing lots, with the buyer's word; once approved, lines of their own. */
  readonly ageing: readonly AgeingPart[];
  /** picks + backOrdered + cancelled + what a person must decide about = quantity; what others stand in for is cancelled. */
  readonly backOrdered: number;
  readonly cancelled: number;
  /** The first day what is owed of it is closed; null without one. */
  readonly closesOn: Day | null;
  /** What of the amount is not cancelled. */
  readonly payableFen: Fen;
  /** What of the amount asks for credit now: what is owed asks when it is filled. */
  readonly creditFen: Fen;
}

/** What is to be done with an order, and why. */
export interface Decision {
  readonly request: OrderRequest;
  readonly policyVersion: number;
  readonly lines: readonly DecidedLine[];
  readonly goodsFen: Fen;
  /** What delivery costs, and why; null where the seller charges nobody. */
  readonly freight: OrderFreight | null;
  readonly freightFen: Fen;
  readonly freightOffer: FreightOffer | null;
  /** What of the goods is not cancelled, and freight. */
  readonly payableFen: Fen;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly holds: readonly NewHold[];
  readonly credit: CreditAssessment;
  readonly reservations: readonly Reservation[];
  /** How it is paid in steps; null: at once. */
  readonly steps: OrderSteps | null;
  /** When its present step ends; null when none is under way. */
  readonly stepDueAt: Instant | null;
  /** What of the buyer's credit it takes. */
  readonly heldFen: Fen;
  /** What of that it holds of the buyer's prepaid balance. */
  readonly prepaidFen: Fen;
  /** What it takes of channel quotas; `decideInTurn` fills it in. */
  readonly quotaUses: readonly QuotaUse[];
  /** What promotions say; null for an order that keeps what it was given. */
  readonly promotions: PromotionQuote | null;
  /** The names of the goods that these promotions give or could give. */
  readonly giftNames: ReadonlyMap<string, string>;
  /** What of promotions it uses, unless it is rejected. */
  readonly promotionTakes: readonly PromotionTake[];
  /** 子单: what goes together; only an approved order has any. */
  readonly parts: readonly SplitPart[];
  readonly waitsForFull: boolean;
}
