import { type Instant, type JobDefinition, type Platform, type Tx } from '../../platform';
import { decideExpiry } from './decide-posting';
import { booksOf, OpenBooks } from './ledger-service';
import { rebateStore } from './store';

const accountsTogether = 500;
const system = 'system';

/** Every night: what has run out expires. */
export function expireRebatesJob(platform: Pick<Platform, 'database' | 'clock' | 'newId'>): JobDefinition {
  return {
    name: 'rebates.expire',
    every: { dailyAt: '00:04' },
    run: async ({ assertMine }) => {
      await expireRebates(platform, platform.clock.now(), assertMine);
    },
  };
}

/** Ends what ran out before an instant, some hundred accounts in a transaction. Said twice it changes nothing more. */
export async function expireRebates(
  { database, newId }: Pick<Platform, 'database' | 'newId'>,
  at: Instant,
  assertMine: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let after = ''; ;) {
    const found = await database.transaction(async (tx) => {
      await assertMine(tx);
      const store = rebateStore(tx);
      const accountIds = await store.expired(at, after, accountsTogether);
      if (accountIds.length === 0) return accountIds;
      const accounts = await store.accountsLocked(accountIds);
      const read = await booksOf(tx, accounts, []);
      const books = new OpenBooks(tx, read);
      for (const book of read) {
        const occasion = { newId, documentId: '', reason: '', actorId: system, at };
        books.add(book, decideExpiry(book, occasion));
      }
      await books.write();
      return accountIds;
    });
    after = found.at(-1) ?? '';
    if (found.length < accountsTogether) return;
  }
}
