import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Application, ApplicationForm, ApplicationState, StoreReview } from './application';
import { applicationTable, partyTable, policyTable } from './tables';

export interface ApplicationFilter {
  /** Null finds every application. */
  readonly sellerId: string | null;
  readonly state: ApplicationState | null;
  readonly after: readonly [submittedAt: Instant, id: string] | null;
  readonly limit: number;
}

type Numbers = Pick<ApplicationForm, 'businessLicenceNo' | 'foodLicenceNo' | 'contactPhone'>;

const sharesNumber = `((businessLicenceNo <> '' AND businessLicenceNo = ?)
  OR (foodLicenceNo <> '' AND foodLicenceNo = ?) OR (contactPhone <> '' AND contactPhone = ?))`;
/** As many look-alikes as a reviewer can look at. */
const shownAlike = 20;

const brand = 'brand';

/** Applications, and the policy they are reviewed by. */
export function applicationStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    application: async (id: string) => (await sql.select(applicationTable, 'WHERE id = ?', [id]))[0],
    applicationLocked: async (id: string) =>
      (await sql.selectForUpdate(applicationTable, 'WHERE id = ?', [id]))[0],
    add: (application: Application) => sql.insertMissing(applicationTable, [application]),
    async replace(application: Application) {
      await sql.run('DELETE FROM partnerApplication WHERE id = ?', [application.id]);
      await sql.insert(applicationTable, [application]);
    },
    list({ sellerId, state, after, limit }: ApplicationFilter) {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      if (sellerId !== null) {
        conditions.push('sellerId = ?');
        parameters.push(sellerId);
      }
      if (state !== null) {
        conditions.push('state = ?');
        parameters.push(state);
      }
      if (after !== null) {
        conditions.push('(submittedAt < ? OR (submittedAt = ? AND id < ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(
        applicationTable,
        `WHERE ${conditions.join(' AND ')} ORDER BY submittedAt DESC, id DESC LIMIT ?`,
        [...parameters, limit],
      );
    },

    partiesLike: ({ businessLicenceNo, foodLicenceNo, contactPhone }: Numbers) =>
      sql.select(partyTable, `WHERE ${sharesNumber} ORDER BY id LIMIT ${shownAlike}`, [
        businessLicenceNo,
        foodLicenceNo,
        contactPhone,
      ]),
    openLike: ({ id, businessLicenceNo, foodLicenceNo, contactPhone }: Numbers & { readonly id: string }) =>
      sql.select(
        applicationTable,
        `WHERE id <> ? AND state IN ('submitted', 'endorsed') AND ${sharesNumber} ORDER BY id LIMIT ${shownAlike}`,
        [id, businessLicenceNo, foodLicenceNo, contactPhone],
      ),

    /** Takes names, phones and addresses out of applications rejected before `before`. */
    scrub: (before: Instant) =>
      sql.run(
        `UPDATE partnerApplication SET contactName = '', contactPhone = '', addressDetail = '', scrubbed = 1
         WHERE state = 'rejected' AND scrubbed = 0 AND decidedAt < ?`,
        [before],
      ),

    storeReview: async (): Promise<StoreReview> =>
      (await sql.select(policyTable, 'WHERE id = ?', [brand]))[0]?.storeReview ?? 'sellerThenHq',
    async setStoreReview(storeReview: StoreReview, updatedAt: Instant) {
      await sql.insertMissing(policyTable, [{ id: brand, storeReview, updatedAt }]);
      await sql.run('UPDATE partnerPolicy SET storeReview = ?, updatedAt = ? WHERE id = ?', [
        storeReview,
        updatedAt,
        brand,
      ]);
    },
  };
}
