import type { OrderingRules, Pricing, Sku } from '../catalog';
import type { CreditFacts } from '../credit';
import type { Address, Party, Supply } from '../partners';
import { entityIdOf } from '../partners/rules';
import type { Day, Instant } from '../platform/clock';
import type { Known } from '../platform/collect';
import type { Fen, PriceE4 } from '../platform/money';
import type { LivePromotions, PromotionBook } from '../promotions';
import { bookOf } from '../promotions/rules';
import type {
  ContractWarehouse,
  Lot,
  Sharing,
  ShortageKind,
  ShortagePolicy,
  StockFacts,
  StockTerms,
  Warehouse,
} from '../stock';
import type { Territory } from '../territory';
import type { AuditPolicy } from './audit-policy';
import type { OrderSteps } from './steps/model';
import type { DeliveryTerms, OrderFreight } from './delivery/model';
import type { Rule } from './model';

/** What a buyer's basket is read by: the parties, places and goods it may mean. */
export interface BasketFacts {
  readonly parties: Known<Party>;
  /** The buyer's, longest-standing first; stopped ones are among them. */
  readonly supplies: readonly Supply[];
  readonly addresses: Known<Address>;
  /** Where the buyer's goods may go when it names no place. */
  readonly usualAddresses: readonly Address[];
  /** What is asked for, and what may stand in for it. */
  readonly skus: Known<Sku>;
}

/** What an order is decided on and no order changes: prices, rules, grants and what is agreed. */
export interface StandingFacts extends BasketFacts {
  /** The business day the orders of the batch are decided on. */
  readonly on: Day;
  /** Versions of HQ's audit policy. */
  readonly policies: readonly AuditPolicy[];
  readonly pricing: Pricing;
  readonly ordering: OrderingRules;
  /** By `priceKey(sellerId, skuId)`. */
  readonly substitutes: Known<readonly string[]>;
  readonly territory: Territory;
  readonly stockTerms: StockTerms;
  /** The seller's. */
  readonly warehouses: readonly Warehouse[];
  readonly contract: ContractWarehouse | null;
  readonly shortages: readonly ShortagePolicy[];
  /** The seller's. */
  readonly promotions: PromotionBook;
  /** What the seller charges for delivery, in all versions. */
  readonly delivery: readonly DeliveryTerms[];
}

/** What orders take from, as a batch finds it. */
export interface LiveFacts {
  /** Base units of a product line a buyer took in a district in 30 days, by `takenKey`. */
  readonly taken: ReadonlyMap<string, number>;
  readonly credit: CreditFacts;
  readonly stock: Pick<StockFacts, 'lots' | 'delivered'>;
  /** What others share with a seller, by seller; a seller that borrows from nobody is absent. */
  readonly sharing: ReadonlyMap<string, Sharing>;
  /** What of the lenders' lots is free; nothing of it is promised here. */
  readonly lenderLots: readonly Lot[];
  /** What is used up of promotions, and the buyers' coupons. */
  readonly promotions: LivePromotions;
  /** What legal entities ordered before, by `entityKey`; only those that a promotion asks about. */
  readonly ordered: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything an order is decided on. */
export interface Facts extends Omit<
  StandingFacts,
  'stockTerms' | 'warehouses' | 'contract' | 'shortages' | 'promotions'
> {
  readonly taken: ReadonlyMap<string, number>;
  readonly credit: CreditFacts;
  readonly stock: StockFacts;
  readonly pool: PoolFacts;
  readonly promotions: PromotionFacts;
}

/** What promotions are decided on. */
export interface PromotionFacts {
  readonly book: PromotionBook;
  readonly live: LivePromotions;
  /** True when the buyer's legal entity has ordered from the seller before. */
  readonly hasOrdered: boolean;
  /** What that entity bought of the seller before. */
  readonly boughtSkuIds: ReadonlySet<string>;
}

/** Which warehouses serve whom, what others share, and what becomes of shortages. */
export interface PoolFacts {
  readonly warehouses: readonly Warehouse[];
  readonly contracts: readonly ContractWarehouse[];
  readonly shortages: readonly ShortagePolicy[];
  readonly sharing: ReadonlyMap<string, Sharing>;
  readonly lenderLots: readonly Lot[];
}

/** What stands and what is there now, as one. */
export function joinFacts(
  standing: StandingFacts,
  live: LiveFacts,
  { buyer, seller }: Pick<OrderRequest, 'buyer' | 'seller'>,
): Facts {
  const { on, stockTerms, warehouses, contract, shortages } = standing;
  const ordered = live.ordered.get(entityKey(seller.id, entityIdOf(buyer)));
  const { lifeRules, markdowns, buffers, quotas } = stockTerms;
  const { lots, delivered } = live.stock;
  return {
    on,
    parties: standing.parties,
    supplies: standing.supplies,
    addresses: standing.addresses,
    usualAddresses: standing.usualAddresses,
    skus: standing.skus,
    policies: standing.policies,
    pricing: standing.pricing,
    ordering: standing.ordering,
    substitutes: standing.substitutes,
    territory: standing.territory,
    taken: live.taken,
    credit: live.credit,
    stock: { on, lifeRules, markdowns, buffers, quotas, lots, delivered },
    pool: {
      warehouses,
      contracts: contract ? [contract] : [],
      shortages,
      sharing: live.sharing,
      lenderLots: live.lenderLots,
    },
    promotions: {
      book: standing.promotions,
      live: live.promotions,
      hasOrdered: ordered !== undefined,
      boughtSkuIds: ordered ?? nothingBought,
    },
    delivery: standing.delivery,
  };
}

const nothingBought: ReadonlySet<string> = new Set();

/** A seller without promotions. */
export const noPromotions: PromotionFacts = {
  book: bookOf([]),
  live: { counts: new Map(), coupons: new Map() },
  hasOrdered: false,
  boughtSkuIds: nothingBought,
};

/** The key what a legal entity ordered of a seller is looked up by. */
export const entityKey = (sellerId: string, entityId: string) => `${sellerId} ${entityId}`;

/** The key what an area took is looked up by. */
export const takenKey = (buyerId: string, regionCode: string, productLine: string) =>
  `${buyerId} ${regionCode} ${productLine}`;

/** A price agreed when the order was placed; it stands when the order is looked at again. */
export interface AgreedPrice {
  readonly unitPriceE4: PriceE4;
  readonly priceListId: string;
  /** What the line came to at that price, before promotions; left out, the unit price times the quantity. */
  readonly amountFen?: Fen | undefined;
  /** What promotions took off it then; left out, nothing. */
  readonly discountFen?: Fen | undefined;
}

export interface RequestLine {
  readonly lineNo: number;
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  readonly agreed: AgreedPrice | null;
  /** The unit it was ordered in; the base unit when left out. */
  readonly unit?: string | undefined;
  /** What the buyer wants to become of a shortage; left out, as the seller's policy says. */
  readonly shortage?: ShortageKind | undefined;
  /** The line whose shortage these goods fill; they are exempt from minimums. */
  readonly substituteFor?: number | null | undefined;
  /** The buyer takes ageing goods for what others do not cover; on a line that fills another's shortage, it is such goods. */
  readonly acceptsAgeing?: boolean | undefined;
  /** The promotion that gives these goods; left out for what the buyer asks for. */
  readonly giftOf?: string | null | undefined;
  /** 秒杀: bought with a token, at the activity's price and within its caps; minimums and floors are not asked. */
  readonly isFlash?: boolean | undefined;
}

/** Where the goods of an order go. */
export type ShipTo = Pick<
  Address,
  | 'id'
  | 'receiver'
  | 'phone'
  | 'regionCode'
  | 'townCode'
  | 'detail'
  | 'latitudeE6'
  | 'longitudeE6'
  | 'geocode'
>;

/** An order to decide, with everything named that a basket may leave open. */
export interface OrderRequest {
  readonly orderId: string;
  readonly buyer: Party;
  readonly seller: Party;
  readonly shipTo: ShipTo;
  readonly lines: readonly RequestLine[];
  /** The day the buyer asks for; null: as soon as may be. */
  readonly deliverOn: Day | null;
  /** What a reviewer has overruled. */
  readonly accepted: ReadonlySet<Rule>;
  /** Null for an order that was placed before and keeps what promotions gave it then. */
  readonly promotions: PromotionTerms | null;
  /** 自提: the buyer fetches the goods; left out, they are delivered. */
  readonly isPickup?: boolean | undefined;
  /** What it was charged for delivery when it was placed; left out, that is asked for anew. */
  readonly freight?: OrderFreight | null | undefined;
  /** How it is paid in steps, as it was agreed; left out, as its promotions say. */
  readonly steps?: OrderSteps | null | undefined;
  /** What came with it already, in fen: paid or given as a rebate; left out, nothing. */
  readonly paidFen?: Fen | undefined;
  readonly at: Instant;
}

/** How an order asks promotions. */
export interface PromotionTerms {
  /** The instant they are looked at as of: an edited order has those it was placed under. */
  readonly at: Instant;
  /** The coupons to use; null: those that give the buyer most. */
  readonly couponIds: readonly string[] | null;
  /** The gifts the buyer chose, by promotion. */
  readonly giftChoices: ReadonlyMap<string, readonly string[]>;
}
