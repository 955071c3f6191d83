import { loadGroupsOf, loadSkus, type Sku } from '../catalog';
import { loadParties, loadSupplies } from '../partners';
import { type Caller, type Platform, Refused, type Tx } from '../platform';
import type { CartBuyer } from './cart';
import { type Compiled, compilePromotion } from './compile-promotion';
import { countsAt, isFor } from './is-for-buyer';
import type { Promotion } from './model';
import { describePromotion } from './describe-promotion';
import { promotionStore } from './promotion-store';
import { goodsOf } from './promotion-goods';
import type { About } from './promotion-book';
import { readPromotionBooks } from './standing-service';

/** A promotion as a buyer is told of it. */
export interface Offered {
  readonly promotion: Promotion;
  /** The rule in a few words: 满100减10. */
  readonly label: string;
  /** For a coupon: whether the buyer may claim one now. */
  readonly isClaimable: boolean;
}

/** A few words on the promotions of one SKU. */
export interface GoodsLabels {
  readonly skuId: string;
  readonly labels: readonly { readonly promotionId: string; readonly kind: string; readonly label: string }[];
}

const labelsPerSku = 3;

/** What suppliers offer a buyer now. */
export function offersService({ database }: Pick<Platform, 'database'>) {
  /** The promotions of a supplier that mean the caller now. @throws partners.notSupplied */
  const meant = async (tx: Tx, caller: Caller, supplierId: string | undefined) => {
    const supplies = await loadSupplies(tx, [caller.partyId]);
    const sellerId = supplierId
      ? supplies.find((supply) => supply.sellerId === supplierId)?.sellerId
      : supplies[0]?.sellerId;
    const party = (await loadParties(tx, [caller.partyId])).get(caller.partyId);
    if (sellerId === undefined || !party) throw new Refused('partners.notSupplied');
    const { id, level, regionCode, channel } = party;
    const groupIds = await loadGroupsOf(tx, sellerId, id);
    const buyer: CartBuyer = { id, level, regionCode, channel, groupIds };
    const book = (await readPromotionBooks(tx, [sellerId]))(sellerId);
    const isMeant = ({ promotion }: Compiled) =>
      countsAt(promotion, caller.at) && isFor(promotion.audience, buyer);
    return { sellerId, book, isMeant };
  };

  /** Promotions as their buyer is told of them, the one that ends first first. */
  const offered = async (tx: Tx, caller: Caller, found: readonly Compiled[]): Promise<readonly Offered[]> => {
    const nameOf = await namesOf(tx, found);
    const claimed = await promotionStore(tx).couponsClaimed(
      found.filter(({ lane }) => lane === 'coupon').map(({ promotion }) => promotion.id),
      caller.partyId,
    );
    const told = found.map(({ promotion, lane }): Offered => ({
      promotion,
      label: describePromotion(promotion, { skuName: nameOf }),
      isClaimable:
        lane === 'coupon' &&
        claimed.filter(({ promotionId }) => promotionId === promotion.id).length <
          (promotion.caps.perBuyer ?? 1),
    }));
    return told.sort(
      (left, right) =>
        left.promotion.endsAt - right.promotion.endsAt || (left.promotion.id < right.promotion.id ? -1 : 1),
    );
  };

  return {
    /** The names of the goods that rules of promotions speak of. */
    namesIn: (promotions: readonly Promotion[]) =>
      database.read((tx) =>
        namesOf(
          tx,
          promotions.flatMap((one) => compilePromotion(one) ?? []),
        ),
      ),

    /** What a supplier offers the caller now, the one that ends first first. @throws partners.notSupplied */
    offers: (caller: Caller, supplierId?: string) =>
      database.read(async (tx) => {
        const { sellerId, book, isMeant } = await meant(tx, caller, supplierId);
        return { sellerId, offers: await offered(tx, caller, book.all.filter(isMeant)) };
      }),

    /** What a supplier offers the caller now that speaks of a SKU, the one that ends first first. @throws partners.notSupplied */
    offersAbout: (caller: Caller, sku: Sku, supplierId?: string) =>
      database.read(async (tx) => {
        const { book, isMeant } = await meant(tx, caller, supplierId);
        const goods = goodsOf(sku);
        const { scope, named } = book.about(goods);
        const open = book.open.filter((one) => one.covers(goods));
        return offered(tx, caller, [...new Set([...scope, ...named, ...open])].filter(isMeant));
      }),

    /** The labels of SKUs on a list: at most three each, the highest priority first. @throws partners.notSupplied */
    labels: (caller: Caller, skuIds: readonly string[], supplierId?: string) =>
      database.read(async (tx): Promise<readonly GoodsLabels[]> => {
        const { book, isMeant } = await meant(tx, caller, supplierId);
        if (book.all.length === 0) return [];
        const skus = await loadSkus(tx, skuIds);
        const about = [...skus.values()].map((sku) => ({
          sku,
          found: labelled(book.about(goodsOf(sku)), isMeant),
        }));
        const nameOf = await namesOf(
          tx,
          about.flatMap(({ found }) => found),
        );
        return about.flatMap(({ sku, found }) =>
          found.length === 0
            ? []
            : [
                {
                  skuId: sku.id,
                  labels: found.map(({ promotion }) => ({
                    promotionId: promotion.id,
                    kind: promotion.kind,
                    label: describePromotion(promotion, { skuName: nameOf }),
                  })),
                },
              ],
        );
      }),
  };
}

const labelled = ({ scope, named }: About, isMeant: (one: Compiled) => boolean) =>
  [...new Set([...scope, ...named])]
    .filter(isMeant)
    .sort((left, right) => right.promotion.priority - left.promotion.priority)
    .slice(0, labelsPerSku);

/** The names of the goods these promotions speak of. */
async function namesOf(tx: Tx, promotions: readonly Compiled[]) {
  const ids = promotions.flatMap(({ kind, rule }) => [
    ...(kind.giftSkuIdsOf?.(rule) ?? []),
    ...(kind.cartSkuIdsOf?.(rule) ?? []),
  ]);
  const skus: ReadonlyMap<string, Sku> = await loadSkus(tx, [...new Set(ids)]);
  return (skuId: string) => skus.get(skuId)?.name ?? skuId;
}
