import { loadParties } from '../../partners';
import {
  addDays,
  type Caller,
  type Day,
  type Instant,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  startOfDay,
} from '../../platform';
import { type CostSide, warnedShares } from './model';
import { costStore } from './store';
import { warnOfShare } from './warn-of-budget-service';

export interface CostQuery {
  readonly side: CostSide;
  readonly promotionId?: string | undefined;
  readonly from: Day;
  /** The last one. */
  readonly until: Day;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Warnings that are given in one transaction. */
const warnedTogether = 100;

/** What promotions cost whom, and warnings of budgets. */
export function costDeskService({ database, newId, outbox, clock }: Platform) {
  return {
    /**
     * 费用对账单, by what was shipped and came back in some days: what each payer bears of the caller's promotions, or what
     * the caller bears of those of others.
     */
    costs: (caller: Caller, { side, promotionId, from, until, cursor, limit }: CostQuery) =>
      database.read(async (tx) => {
        const found = await costStore(tx).statement({
          side,
          partyId: caller.partyId,
          promotionId: promotionId ?? null,
          from: startOfDay(from),
          until: startOfDay(addDays(until, 1)),
          after: cursor ? readCursor(cursor, 'string', 'string') : null,
          limit: limit + 1,
        });
        const page = pageOf(found, limit, (row) => [row.promotionId, row.payerId]);
        const named = new Set(page.items.flatMap(({ sellerId, payerId }) => [sellerId, payerId]));
        const parties = await loadParties(tx, [...named]);
        return { ...page, nameOf: (partyId: string) => parties.get(partyId)?.name ?? '' };
      }),

    /** Warns once of each budget at each of its shares. Answers how many warnings that was. */
    async warnOfBudgets(at: Instant): Promise<number> {
      let count = 0;
      for (const share of warnedShares) {
        for (;;) {
          const given = await database.transaction(async (tx) => {
            const due = await costStore(tx).nearBudget(share, warnedTogether);
            for (const promotion of due) await warnOfShare(tx, newId, promotion, share, at);
            return due.length;
          });
          count += given;
          if (given < warnedTogether) break;
        }
      }
      if (count > 0) outbox.poke();
      return count;
    },

    /** Every minute, beside the orders and not on their way. */
    warnOfBudgetsJob(): JobDefinition {
      return {
        name: 'promotions.warnOfBudgets',
        every: { ms: 60_000 },
        run: async () => {
          await this.warnOfBudgets(clock.now());
        },
      };
    },
  };
}
