import type { Instant, SqlParameter, Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import type { Application, ApplicationForm, ApplicationState, StoreReview } from './application';
import { applicationTable, partyTable, policyTable } from './tables';

export interface ApplicationFilter {
  /** Null finds every application. */
  readonly sellerId: string | null;
  /** None finds all states. */
  readonly states: readonly ApplicationState[];
  readonly kind: ApplicationForm['kind'] | null;
  /** Of a name, a phone or a licence. */
  readonly q: string;
  readonly after: readonly [submittedAt: Instant, id: string] | null;
  readonly limit: number;
}

type Numbers = Pick<ApplicationForm, 'businessLicenceNo' | 'foodLicenceNo' | 'contactPhone'>;

/** Whoever has one of these numbers; an empty one is nobody's. */
const sharesNumber = `((businessLicenceNo <> '' AND businessLicenceNo IN (?))
  OR (foodLicenceNo <> '' AND foodLicenceNo IN (?)) OR (contactPhone <> '' AND contactPhone IN (?)))`;
const numbersOf = (forms: readonly Numbers[]) => [
  forms.map(({ businessLicenceNo }) => businessLicenceNo),
  forms.map(({ foodLicenceNo }) => foodLicenceNo),
  forms.map(({ contactPhone }) => contactPhone),
];
/** As many look-alikes of each as a reviewer can look at. */
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
    list({ sellerId, states, kind, q, after, limit }: ApplicationFilter) {
      const conditions = ['1 = 1'];
      const parameters: SqlParameter[] = [];
      if (sellerId !== null) {
        conditions.push('sellerId = ?');
        parameters.push(sellerId);
      }
      if (states.length > 0) {
        conditions.push('state IN (?)');
        parameters.push(states);
      }
      if (kind !== null) {
        conditions.push('kind = ?');
        parameters.push(kind);
      }
      if (q !== '') {
        conditions.push(
          `(name LIKE ? ESCAPE '!' OR contactName LIKE ? ESCAPE '!' OR contactPhone = ? OR businessLicenceNo = ?
            OR foodLicenceNo = ?)`,
        );
        parameters.push(holding(q), holding(q), q, q, q);
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

    /** How many are in these states, of all sellers where none is named. */
    async count(sellerId: string | null, states: readonly ApplicationState[]): Promise<number> {
      const [found] = await sql.rows<{ readonly applications: number }>(
        `SELECT COUNT(*) AS applications FROM partnerApplication
         WHERE state IN (?)${sellerId === null ? '' : ' AND sellerId = ?'}`,
        [states, ...(sellerId === null ? [] : [sellerId])],
      );
      return found?.applications ?? 0;
    },
    partiesLike: (forms: readonly Numbers[]) =>
      sql.select(
        partyTable,
        `WHERE ${sharesNumber} ORDER BY id LIMIT ${shownAlike * forms.length}`,
        numbersOf(forms),
      ),
    /** Open applications, those themselves among them. */
    openLike: (forms: readonly Numbers[]) =>
      sql.select(
        applicationTable,
        `WHERE state IN ('submitted', 'endorsed') AND ${sharesNumber} ORDER BY id LIMIT ${(shownAlike + 1) * forms.length}`,
        numbersOf(forms),
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
