import { dayOf, type Fen, type Instant, keyBy, type Tx } from '../platform';
import { loadAccounts } from './accounts-service';
import { limitStore, type NewLimit } from './limit-store';
import { accountKey, type CreditAccount } from './model';
import type { LimitChange } from './standing';
import { creditStore } from './store';
import { type Terms, termsOn, type TermsVersion } from './terms';

/** A row of a list of limits. Without terms the account keeps its own. */
export interface LimitRow {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly limitFen: Fen;
  readonly terms?: Terms | undefined;
}

export interface Upserter {
  readonly actorId: string;
  readonly at: Instant;
  readonly reason: string;
}

export type Upserted = 'added' | 'changed' | 'same';

/**
 * Sets many limits at once, opening accounts that are not there; answers row by row what became of it. Of
 * rows about one account the last one counts, and the others are answered `same`.
 */
export async function upsertLimits(
  tx: Tx,
  newId: () => string,
  rows: readonly LimitRow[],
  { actorId, at, reason }: Upserter,
): Promise<readonly Upserted[]> {
  if (rows.length === 0) return [];
  const keyOf = ({ buyerId, sellerId }: LimitRow) => accountKey(buyerId, sellerId);
  const buyerIds = [...new Set(rows.map(({ buyerId }) => buyerId))];
  const sellerIds = [...new Set(rows.map(({ sellerId }) => sellerId))];
  const before = await loadAccounts(tx, buyerIds, sellerIds, true);
  const lastRows = keyBy(rows, keyOf);
  const missing = [...lastRows.values()].filter((row) => !before.has(keyOf(row)));
  await creditStore(tx).addAccounts(missing.map((row) => opened(newId(), row)));
  const accounts = missing.length > 0 ? await loadAccounts(tx, buyerIds, sellerIds, true) : before;

  const store = limitStore(tx);
  const ids = [...lastRows.keys()].map((key) => (accounts.get(key) as CreditAccount).id);
  const versions = new Map<string, TermsVersion[]>();
  for (const one of await store.terms(ids)) {
    versions.set(one.accountId, [...(versions.get(one.accountId) ?? []), one]);
  }
  const on = dayOf(at);
  const changes: NewLimit[] = [];
  const history: LimitChange[] = [];
  const newTerms: TermsVersion[] = [];
  const answers = new Map<string, Upserted>();
  for (const [key, row] of lastRows) {
    const account = accounts.get(key) as CreditAccount;
    const isNew = !before.has(key);
    const known = versions.get(account.id) ?? [];
    const terms = row.terms;
    const termsDiffer = terms !== undefined && !sameTerms(terms, termsOn(known, account.termDays, on));
    const termDays = terms?.days ?? account.termDays;
    const limitDiffers = account.limitFen !== row.limitFen || account.termDays !== termDays;
    answers.set(key, isNew ? 'added' : termsDiffer || limitDiffers ? 'changed' : 'same');
    if (limitDiffers) {
      changes.push({ accountId: account.id, limitFen: row.limitFen, termDays, version: account.version });
    }
    if (limitDiffers || isNew) {
      history.push({
        id: newId(),
        accountId: account.id,
        version: limitDiffers ? account.version + 1 : account.version,
        beforeFen: isNew ? null : account.limitFen,
        afterFen: row.limitFen,
        beforeTermDays: isNew ? null : account.termDays,
        afterTermDays: termDays,
        reason,
        actorId,
        at,
      });
    }
    if (terms && termsDiffer) {
      const version = (known.at(-1)?.version ?? 0) + 1;
      newTerms.push({ ...terms, accountId: account.id, version, startsOn: on, reason, actorId, at });
    }
  }
  await store.setLimits(changes);
  await store.addLimitChanges(history);
  await store.addTerms(newTerms);
  return rows.map((row) =>
    lastRows.get(keyOf(row)) === row ? (answers.get(keyOf(row)) as Upserted) : 'same',
  );
}

const opened = (id: string, { sellerId, buyerId, limitFen, terms }: LimitRow): CreditAccount => ({
  id,
  sellerId,
  buyerId,
  limitFen,
  termDays: terms?.days ?? 0,
  heldFen: 0,
  shippedFen: 0,
  receivableFen: 0,
  unappliedFen: 0,
  version: 0,
  ladderStep: 'clear',
});

const sameTerms = (left: Terms, right: Terms) =>
  left.kind === right.kind &&
  left.days === right.days &&
  left.basis === right.basis &&
  left.statementDay === right.statementDay;
