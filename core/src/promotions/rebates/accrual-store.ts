import { caseById, Contended, type Fen, type Instant, keyBy, type Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type { Promotion } from '../model';
import { promotionTable } from '../promotion-tables';
import type { DisplayClaim, DisplayClaimState, DisplayPhoto, RebateAccrual, RebateSettlement } from './model';
import { displayClaimTable, displayPhotoTable, rebateAccrualTable, rebateSettlementTable } from './tables';

export interface ClaimFilter {
  readonly side: 'sellerId' | 'buyerId';
  readonly partyId: string;
  readonly state: DisplayClaimState | null;
  readonly before: string | null;
  readonly limit: number;
}

/** What promotions have settled, and the claims of display deals. */
export function accrualStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Promotions of some kinds that were live in a time, in id order. */
    promotionsOf: (
      kinds: readonly string[],
      { endsAfter, startsBefore }: { endsAfter: Instant; startsBefore: Instant },
      after: string,
      limit: number,
    ): Promise<readonly Promotion[]> =>
      sql.select(
        promotionTable,
        `WHERE kind IN (?) AND state <> 'draft' AND endsAt > ? AND startsAt < ? AND id > ? ORDER BY id LIMIT ?`,
        [kinds, endsAfter, startsBefore, after, limit],
      ),
    accruals: async (promotionIds: readonly string[], buyerId: string) =>
      keyBy(
        await sql.select(rebateAccrualTable, 'WHERE promotionId IN (?) AND buyerId = ?', [
          promotionIds,
          buyerId,
        ]),
        ({ promotionId }) => promotionId,
      ),
    accrualsLocked: async (promotionId: string, buyerIds: readonly string[]) =>
      keyBy(
        await sql.selectForUpdate(
          rebateAccrualTable,
          'WHERE promotionId = ? AND buyerId IN (?) ORDER BY buyerId',
          [promotionId, buyerIds],
        ),
        ({ buyerId }) => buyerId,
      ),
    /** Buyers that a promotion has paid, in id order. */
    accruedBuyers: async (promotionId: string, after: string, limit: number) =>
      (
        await sql.rows<{ buyerId: string }>(
          'SELECT buyerId FROM rebateAccrual WHERE promotionId = ? AND buyerId > ? ORDER BY buyerId LIMIT ?',
          [promotionId, after, limit],
        )
      ).map(({ buyerId }) => buyerId),
    /** What promotions have paid, and how many buyers. */
    settledTotals: (promotionIds: readonly string[]) =>
      sql.rows<{ promotionId: string; buyers: number; settledFen: Fen }>(
        `SELECT promotionId, COUNT(*) AS buyers, SUM(settledFen) AS settledFen FROM rebateAccrual
         WHERE promotionId IN (?) AND settledFen > 0 GROUP BY promotionId`,
        [promotionIds],
      ),
    settledFen: async (promotionId: string): Promise<Fen> => {
      const [row] = await sql.rows<{ settledFen: Fen | null }>(
        'SELECT SUM(settledFen) AS settledFen FROM rebateAccrual WHERE promotionId = ?',
        [promotionId],
      );
      return row?.settledFen ?? 0;
    },
    /** Moves accruals of one promotion from where they were read by what is settled now. */
    async accrue(promotionId: string, accruals: readonly RebateAccrual[], deltas: readonly Fen[]) {
      if (accruals.length === 0) return;
      const buyerIds = accruals.map(({ buyerId }) => buyerId);
      const before = caseById(
        new Map(accruals.map(({ buyerId, settledFen }) => [buyerId, settledFen])),
        'buyerId',
      );
      const delta = caseById(new Map(buyerIds.map((id, at) => [id, deltas[at] as Fen])), 'buyerId');
      await sql.insertMissing(
        rebateAccrualTable,
        accruals.map((accrual) => ({ ...accrual, settledFen: 0 })),
      );
      const changed = await sql.run(
        `UPDATE rebateAccrual SET settledFen = settledFen + ${delta.text}
         WHERE promotionId = ? AND buyerId IN (?) AND settledFen = ${before.text}`,
        [...delta.parameters, promotionId, buyerIds, ...before.parameters],
      );
      if (changed !== accruals.length) throw new Contended('a rebate was settled since it was read');
    },
    addSettlements: (settlements: readonly RebateSettlement[]) =>
      sql.insert(rebateSettlementTable, settlements),
    settledIn: async (promotionId: string, period: string, buyerIds: readonly string[]) =>
      new Set(
        (
          await sql.select(rebateSettlementTable, 'WHERE promotionId = ? AND period = ? AND buyerId IN (?)', [
            promotionId,
            period,
            buyerIds,
          ])
        ).map(({ buyerId }) => buyerId),
      ),
    /** The latest settlement of each buyer. */
    lastSettlements: async (promotionId: string, buyerIds: readonly string[]) =>
      keyBy(
        await sql.select(
          rebateSettlementTable,
          `WHERE id IN (SELECT last.id FROM (
             SELECT MAX(id) AS id FROM rebateSettlement WHERE promotionId = ? AND buyerId IN (?) GROUP BY buyerId
           ) last)`,
          [promotionId, buyerIds],
        ),
        ({ buyerId }) => buyerId,
      ),
    settlements: (ids: readonly string[]) =>
      sql.select(rebateSettlementTable, 'WHERE id IN (?) ORDER BY id', [ids]),

    addClaim: (claim: DisplayClaim) => sql.insert(displayClaimTable, [claim]),
    /** Answers how many of these nobody had handed in before. */
    addPhotos: (photos: readonly DisplayPhoto[]) => sql.insertMissing(displayPhotoTable, photos),
    claim: async (claimId: string) => (await sql.select(displayClaimTable, 'WHERE id = ?', [claimId]))[0],
    waitingClaims: async (sellerId: string) => {
      const [row] = await sql.rows<{ claims: number }>(
        "SELECT COUNT(*) AS claims FROM displayClaim WHERE sellerId = ? AND state = 'open'",
        [sellerId],
      );
      return Number(row?.claims ?? 0);
    },
    claims: ({ side, partyId, state, before, limit }: ClaimFilter) =>
      sql.select(
        displayClaimTable,
        `WHERE ${side} = ?${state === null ? '' : ' AND state = ?'}${before === null ? '' : ' AND id < ?'}
         ORDER BY id DESC LIMIT ?`,
        [partyId, ...(state === null ? [] : [state]), ...(before === null ? [] : [before]), limit],
      ),
    openClaims: async (sellerId: string) =>
      (
        await sql.rows<{ open: number }>(
          "SELECT COUNT(*) AS open FROM displayClaim WHERE sellerId = ? AND state = 'open'",
          [sellerId],
        )
      )[0]?.open ?? 0,
    openClaimsFor: (promotionId: string, buyerId: string) =>
      sql.select(displayClaimTable, "WHERE promotionId = ? AND buyerId = ? AND state = 'open'", [
        promotionId,
        buyerId,
      ]),
    async decideClaim(
      claim: DisplayClaim,
      {
        state,
        decidedBy,
        decidedAt,
        reason,
      }: Pick<DisplayClaim, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>,
    ) {
      const changed = await sql.run(
        `UPDATE displayClaim SET state = ?, decidedBy = ?, decidedAt = ?, reason = ?
         WHERE id = ? AND state = 'open'`,
        [state, decidedBy, decidedAt, reason, claim.id],
      );
      if (changed !== 1) throw new Contended('a display claim was decided since it was read');
      if (state === 'refused') await sql.run('DELETE FROM displayPhoto WHERE claimId = ?', [claim.id]);
    },
    /** Photos that were approved, by buyer. */
    proofs: async (promotionId: string, buyerIds: readonly string[]) => {
      const rows = await sql.rows<{ buyerId: string; photos: number }>(
        `SELECT claim.buyerId, COUNT(*) AS photos FROM displayClaim claim
         JOIN displayPhoto photo ON photo.claimId = claim.id
         WHERE claim.promotionId = ? AND claim.buyerId IN (?) AND claim.state = 'approved' GROUP BY claim.buyerId`,
        [promotionId, buyerIds],
      );
      return new Map(rows.map(({ buyerId, photos }) => [buyerId, photos]));
    },
  };
}
