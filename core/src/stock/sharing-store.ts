import { Contended, type Day, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { AgreementState, SharingAgreement, SharingUse } from './pool-model';
import { sharingAgreementTable, sharingUseTable } from './pool-tables';

export interface AgreementFilter {
  /** Null: everybody's, for HQ. */
  readonly partyId: string | null;
  readonly state: AgreementState | null;
  readonly before: string | null;
  readonly limit: number;
}

export function sharingStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    agreement: async (id: string) => (await sql.select(sharingAgreementTable, 'WHERE id = ?', [id]))[0],
    agreementLocked: async (id: string) =>
      (await sql.selectForUpdate(sharingAgreementTable, 'WHERE id = ?', [id]))[0],
    /** Agreements in force by which these parties may borrow; dates are looked at by the decision. */
    activeOf: (borrowerIds: readonly string[]) =>
      sql.select(sharingAgreementTable, `WHERE borrowerId IN (?) AND state = 'active' ORDER BY id`, [
        borrowerIds,
      ]),
    /** Those by which any of these parties lends or borrows. */
    activeBetween: (partyIds: readonly string[]) =>
      sql.select(
        sharingAgreementTable,
        `WHERE (lenderId IN (?) OR borrowerId IN (?)) AND state = 'active' ORDER BY id`,
        [partyIds, partyIds],
      ),
    /** Newest first. */
    page({ partyId, state, before, limit }: AgreementFilter) {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      const also = (condition: string, ...values: string[]) => {
        conditions.push(condition);
        parameters.push(...values);
      };
      if (partyId !== null) also('(lenderId = ? OR borrowerId = ?)', partyId, partyId);
      if (state !== null) also('state = ?', state);
      if (before !== null) also('id < ?', before);
      return sql.select(sharingAgreementTable, `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },
    add: (agreement: SharingAgreement) => sql.insert(sharingAgreementTable, [agreement]),
    async decide(id: string, state: 'active' | 'declined', userId: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE sharingAgreement SET state = ?, decidedBy = ?, decidedAt = ? WHERE id = ? AND state = 'proposed'`,
        [state, userId, at, id],
      );
      if (changed !== 1) throw new Contended('a sharing agreement was decided since it was read');
    },
    async end(id: string, userId: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE sharingAgreement SET state = 'ended', endedBy = ?, endedAt = ?
         WHERE id = ? AND state IN ('proposed', 'active')`,
        [userId, at, id],
      );
      if (changed !== 1) throw new Contended('a sharing agreement ended since it was read');
    },

    uses: (agreementIds: readonly string[]) =>
      sql.select(sharingUseTable, 'WHERE agreementId IN (?)', [agreementIds]),
    /** Takes of a quota. What would go beyond it replays the work against what is left now. */
    async use({ agreementId, periodOn, usedQuantity }: SharingUse, quotaQuantity: number) {
      await sql.insertMissing(sharingUseTable, [{ agreementId, periodOn, usedQuantity: 0 }]);
      const changed = await sql.run(
        `UPDATE sharingUse SET usedQuantity = usedQuantity + ?
         WHERE agreementId = ? AND periodOn = ? AND usedQuantity + ? <= ?`,
        [usedQuantity, agreementId, periodOn, usedQuantity, quotaQuantity],
      );
      if (changed !== 1) throw new Contended('the quota of a sharing agreement');
    },
    async giveBack(agreementId: string, periodOn: Day, quantity: number) {
      const changed = await sql.run(
        `UPDATE sharingUse SET usedQuantity = usedQuantity - ?
         WHERE agreementId = ? AND periodOn = ? AND usedQuantity >= ?`,
        [quantity, agreementId, periodOn, quantity],
      );
      if (changed !== 1) throw new Contended('the quota of a sharing agreement');
    },
  };
}
