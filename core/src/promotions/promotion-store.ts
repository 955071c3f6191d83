import { addAmounts, caseById, Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Counting } from './countings-of';
import type { AppliedPromotion, Coupon, Promotion, PromotionState, PromotionVersion } from './model';
import { plainPromotion } from './plain';
import {
  appliedPromotionTable,
  couponTable,
  promotionCountTable,
  promotionTable,
  promotionVersionTable,
} from './promotion-tables';

export interface PromotionFilter {
  readonly sellerId: string;
  readonly state: PromotionState | null;
  readonly kind: string | null;
  /** Only those whose window touches this one. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly after: readonly [startsAt: number, id: string] | null;
  readonly limit: number;
}

const unbounded = Number.MAX_SAFE_INTEGER;

const { giftSubstitutes, giftPayE4 } = plainPromotion;

/** A version from before promotions said what they do without their gifts, as it would be written now. */
const completed = (version: PromotionVersion): PromotionVersion => ({
  ...version,
  definition: { giftSubstitutes, giftPayE4, ...(version.definition as Partial<Promotion>) } as Promotion,
});

export function promotionStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    live: (sellerIds: readonly string[]) =>
      sql.select(promotionTable, "WHERE sellerId IN (?) AND state = 'live' ORDER BY id", [sellerIds]),
    promotions: (ids: readonly string[]) => sql.select(promotionTable, 'WHERE id IN (?)', [ids]),
    promotionLocked: async (id: string) =>
      (await sql.selectForUpdate(promotionTable, 'WHERE id = ?', [id]))[0],
    page({ sellerId, state, kind, from, until, after, limit }: PromotionFilter) {
      const where = ['sellerId = ?'];
      const values: (string | number)[] = [sellerId];
      const add = (text: string, ...more: readonly (string | number)[]) => {
        where.push(text);
        values.push(...more);
      };
      if (state !== null) add('state = ?', state);
      if (kind !== null) add('kind = ?', kind);
      if (from !== null) add('endsAt > ?', from);
      if (until !== null) add('startsAt < ?', until);
      if (after !== null) add('(startsAt < ? OR (startsAt = ? AND id < ?))', after[0], after[0], after[1]);
      return sql.select(
        promotionTable,
        `WHERE ${where.join(' AND ')} ORDER BY startsAt DESC, id DESC LIMIT ?`,
        [...values, limit],
      );
    },
    /** True when nobody had it before. */
    add: async (promotion: Promotion) => (await sql.insertMissing(promotionTable, [promotion])) === 1,
    /** Puts a version in the place of the one before it. True when that was still there. */
    async change(promotion: Promotion) {
      const removed = await sql.run('DELETE FROM promotion WHERE id = ? AND sellerId = ? AND version = ?', [
        promotion.id,
        promotion.sellerId,
        promotion.version - 1,
      ]);
      if (removed === 1) await sql.insert(promotionTable, [promotion]);
      return removed === 1;
    },
    addAll: (promotions: readonly Promotion[]) => sql.insert(promotionTable, promotions),
    addVersions: (versions: readonly PromotionVersion[]) => sql.insert(promotionVersionTable, versions),
    versions: async (promotionId: string) =>
      (
        await sql.select(promotionVersionTable, 'WHERE promotionId = ? ORDER BY version DESC', [promotionId])
      ).map(completed),
    /** Definitions by promotion and version. */
    definitions: async (wanted: readonly Pick<AppliedPromotion, 'promotionId' | 'version'>[]) => {
      const found = await sql.select(promotionVersionTable, 'WHERE promotionId IN (?)', [
        wanted.map(({ promotionId }) => promotionId),
      ]);
      return found
        .filter(({ promotionId, version }) =>
          wanted.some((one) => one.promotionId === promotionId && one.version === version),
        )
        .map(completed);
    },
    /** Ends what its window has ended. Answers how many. */
    endPast: (at: Instant, limit: number) =>
      sql.run(
        `UPDATE promotion SET state = 'ended' WHERE id IN (
           SELECT id FROM (SELECT id FROM promotion WHERE state = 'live' AND endsAt <= ? ORDER BY endsAt LIMIT ?) past)`,
        [at, limit],
      ),

    counts: (ids: readonly string[]) => sql.select(promotionCountTable, 'WHERE id IN (?)', [ids]),
    countsLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(promotionCountTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    countsOf: (promotionIds: readonly string[]) =>
      sql.select(promotionCountTable, 'WHERE promotionId IN (?) AND id IN (?)', [
        promotionIds,
        promotionIds.map((id) => `${id} all`),
      ]),
    /** Counts up, each count within its cap and budget. @throws Contended when one is full by now */
    async count(countings: readonly Counting[]) {
      if (countings.length === 0) return;
      const byId = new Map(countings.map((one) => [one.countId, one]));
      await sql.insertMissing(
        promotionCountTable,
        [...byId.values()].map(({ countId, promotionId }) => ({
          id: countId,
          promotionId,
          used: 0,
          costFen: 0,
        })),
      );
      const used = caseById(addAmounts(countings.map(({ countId, times }) => [countId, times])));
      const cost = caseById(addAmounts(countings.map(({ countId, costFen }) => [countId, costFen])));
      const caps = caseById(new Map(countings.map(({ countId, cap }) => [countId, cap ?? unbounded])));
      const budgets = caseById(
        new Map(countings.map(({ countId, budgetFen }) => [countId, budgetFen ?? unbounded])),
      );
      const changed = await sql.run(
        `UPDATE promotionCount SET used = used + ${used.text}, costFen = costFen + ${cost.text}
         WHERE id IN (?) AND used + ${used.text} <= ${caps.text} AND costFen + ${cost.text} <= ${budgets.text}`,
        [
          ...used.parameters,
          ...cost.parameters,
          [...byId.keys()],
          ...used.parameters,
          ...caps.parameters,
          ...cost.parameters,
          ...budgets.parameters,
        ],
      );
      if (changed !== byId.size) throw new Contended('a promotion is used up');
    },

    addApplied: (applied: readonly AppliedPromotion[]) => sql.insert(appliedPromotionTable, applied),
    applied: (orderIds: readonly string[]) =>
      sql.select(appliedPromotionTable, 'WHERE orderId IN (?) ORDER BY orderId, promotionId', [orderIds]),
    removeApplied: (orderId: string) => sql.run('DELETE FROM appliedPromotion WHERE orderId = ?', [orderId]),

    couponsOf: (buyerIds: readonly string[], at: Instant) =>
      sql.select(
        couponTable,
        "WHERE buyerId IN (?) AND state = 'open' AND expiresAt > ? ORDER BY buyerId, expiresAt, id",
        [buyerIds, at],
      ),
    couponPage: (buyerId: string, before: string, limit: number) =>
      sql.select(couponTable, 'WHERE buyerId = ? AND id < ? ORDER BY id DESC LIMIT ?', [
        buyerId,
        before,
        limit,
      ]),
    couponsClaimed: (promotionIds: readonly string[], buyerId: string) =>
      sql.select(couponTable, 'WHERE promotionId IN (?) AND buyerId = ?', [promotionIds, buyerId]),
    addCoupons: (coupons: readonly Coupon[]) => sql.insert(couponTable, coupons),
    /** @throws Contended when one was used meanwhile */
    async useCoupons(uses: readonly { readonly couponId: string; readonly orderId: string }[]) {
      for (const { couponId, orderId } of uses) {
        const changed = await sql.run(
          "UPDATE coupon SET state = 'used', orderId = ? WHERE id = ? AND state = 'open'",
          [orderId, couponId],
        );
        if (changed !== 1) throw new Contended('a coupon was used meanwhile');
      }
    },
    /** 退券: coupons of an order that is no more may be used again until they expire. */
    giveCouponsBack: (orderId: string) =>
      sql.run("UPDATE coupon SET state = 'open', orderId = NULL WHERE orderId = ? AND state = 'used'", [
        orderId,
      ]),
  };
}
