import { type Caller, type Database, type Day, dayOf, pageOf, readCursor, Refused } from '../platform';
import { checkPassage } from './check-passage';
import { explainPassage, type PassageExplanation } from './explain-passage';
import { territoryFactStore } from './fact-store';
import type { Surroundings } from './grant-service';
import type { Grant, Point } from './model';
import type { PassageAnswer, PassageFinding } from './passage';
import { loadTerritory } from './passage-service';
import { isDivision } from './region-names';

/** May this seller send this SKU there on this day? */
export interface PassageQuestion {
  /** Left out: the caller itself. */
  readonly sellerId?: string | undefined;
  readonly skuId: string;
  readonly regionCode: string;
  readonly townCode?: string | undefined;
  readonly point?: Point | undefined;
  readonly channel: string;
  readonly quantity: number;
  readonly on?: Day | undefined;
}

export interface JudgedPassage {
  readonly answer: PassageAnswer['answer'];
  readonly finding: PassageFinding;
  readonly explanation: PassageExplanation;
  readonly also: readonly { readonly finding: PassageFinding; readonly explanation: PassageExplanation }[];
  /** The grant that decided; null also where it is another's and the caller is not HQ. */
  readonly grant: Grant | null;
}

export interface BlockedQuery {
  readonly sellerId?: string | undefined;
  readonly from: Day;
  /** Exclusive. */
  readonly to: Day;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The most rows a count by seller, day and reason answers with. */
const countLimit = 2_000;

/** The desk that answers what may go where, and what was stopped. */
export function judgeService({ database }: { readonly database: Database }, around: Surroundings) {
  /** The sellers a caller may ask about: HQ all of them, anyone else itself; undefined is nobody. */
  const askedSeller = (caller: Caller, sellerId: string | undefined): string | null | undefined => {
    if (caller.partyKind === 'hq') return sellerId ?? null;
    return sellerId === undefined || sellerId === caller.partyId ? caller.partyId : undefined;
  };

  return {
    /** @throws territory.sellerUnknown, territory.skuUnknown, territory.areaUnknown */
    check: (caller: Caller, question: PassageQuestion): Promise<JudgedPassage> =>
      database.read(async (tx) => {
        const sellerId = askedSeller(caller, question.sellerId ?? caller.partyId) ?? null;
        const seller = sellerId && (await around.sellersOf(tx, [sellerId])).get(sellerId);
        if (!seller || (seller.kind !== 'distributor' && seller.kind !== 'hq'))
          throw new Refused('territory.sellerUnknown');
        const sku = (await around.goodsOf(tx, [question.skuId])).get(question.skuId);
        if (!sku) throw new Refused('territory.skuUnknown', question.skuId);
        const { regionCode, townCode = null, point = null } = question;
        const unknown = [regionCode, ...(townCode === null ? [] : [townCode])].find(
          (code) => !isDivision(code),
        );
        if (unknown !== undefined) throw new Refused('territory.areaUnknown', unknown);

        const territory = await loadTerritory(tx, [seller.id], [{ regionCode, townCode, point }]);
        const judged = checkPassage(territory, {
          sellerId: seller.id,
          buyerId: '',
          skuId: sku.id,
          productLine: sku.productLine,
          category: sku.category,
          regionCode,
          townCode,
          point,
          geocode: point ? 'exact' : 'none',
          channel: question.channel,
          quantity: question.quantity,
          on: question.on ?? dayOf(caller.at),
        });
        const { answer, also, ...finding } = judged;
        const decided = territory.grants.find(({ id }) => id === finding.grantId) ?? null;
        const isTold = caller.partyKind === 'hq' || decided?.sellerId === caller.partyId;
        return {
          answer,
          finding,
          explanation: explainPassage(finding),
          also: also.map((other) => ({ finding: other, explanation: explainPassage(other) })),
          grant: isTold ? decided : null,
        };
      }),

    /** What was stopped, newest day first: of every seller for HQ, of itself for a distributor. */
    blocked: (caller: Caller, query: BlockedQuery) =>
      database.read(async (tx) => {
        const sellerId = askedSeller(caller, query.sellerId);
        if (sellerId === undefined) return { items: [], nextCursor: null };
        const found = await territoryFactStore(tx).blocked({
          sellerId,
          from: query.from,
          to: query.to,
          after: query.cursor ? readCursor(query.cursor, 'string', 'string') : null,
          limit: query.limit + 1,
        });
        return pageOf(found, query.limit, ({ on, id }) => [on, id]);
      }),

    /** How often, and how many base units, were stopped per seller, day and reason. */
    countBlocked: (caller: Caller, query: Pick<BlockedQuery, 'sellerId' | 'from' | 'to'>) =>
      database.read(async (tx) => {
        const sellerId = askedSeller(caller, query.sellerId);
        if (sellerId === undefined) return [];
        const { from, to } = query;
        return territoryFactStore(tx).countBlocked({ sellerId, from, to, limit: countLimit });
      }),
  };
}
