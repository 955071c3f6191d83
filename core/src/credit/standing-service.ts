import { type Day, groupBy, type Known, readStanding, standing, type Tx } from '../platform';
import type { LadderPolicy } from './ladder';
import { ladderStore } from './ladder-store';
import { limitStore } from './limit-store';
import type { TemporaryLimit } from './temporary-limit';
import type { TermsVersion } from './terms';

const terms = standing<readonly TermsVersion[]>({
  name: 'credit terms',
  tables: ['creditTerms'],
  limit: 200_000,
  load: async (tx, accountIds) =>
    groupBy(await limitStore(tx).terms(accountIds), ({ accountId }) => accountId),
});

/** By account and day: those that are over by then are not read again. */
const temporaryLimits = standing<readonly TemporaryLimit[]>({
  name: 'temporary limits',
  tables: ['temporaryLimit'],
  limit: 200_000,
  async load(tx, keys) {
    const found = new Map<string, readonly TemporaryLimit[]>();
    for (const [on, ofDay] of groupBy(keys, (key) => key.split(' ')[1] as string)) {
      const accountIds = ofDay.map((key) => key.split(' ')[0] as string);
      const limits = await limitStore(tx).temporaryLimits(accountIds, on);
      for (const [id, some] of groupBy(limits, ({ accountId }) => accountId)) found.set(`${id} ${on}`, some);
    }
    return found;
  },
});

const ladders = standing<readonly LadderPolicy[]>({
  name: 'overdue ladders',
  tables: ['ladderPolicy'],
  limit: 50_000,
  load: async (tx, sellerIds) =>
    groupBy(await ladderStore(tx).policies(sellerIds), ({ sellerId }) => sellerId),
});

/** What sellers have agreed about credit, by account and by seller. */
export interface CreditBook {
  readonly terms: Known<readonly TermsVersion[]>;
  readonly temporaryLimits: Known<readonly TemporaryLimit[]>;
  readonly ladders: Known<readonly LadderPolicy[]>;
}

/** Reads what stands about the credit of these accounts on a day. */
export async function readCreditBook(
  tx: Tx,
  accountIds: readonly string[],
  sellerIds: readonly string[],
  on: Day,
): Promise<CreditBook> {
  const extra = await readStanding(
    tx,
    temporaryLimits,
    accountIds.map((id) => `${id} ${on}`),
  );
  return {
    terms: await readStanding(tx, terms, accountIds),
    temporaryLimits: { get: (id) => extra.get(`${id} ${on}`) },
    ladders: await readStanding(tx, ladders, sellerIds),
  };
}
