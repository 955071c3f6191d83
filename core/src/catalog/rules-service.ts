import { answerOnce, type Caller, pageOf, type Platform, readCursor, Refused } from '../platform';
import { checkRule } from './check-rule';
import { assertSeen, ownList } from './edit-prices-service';
import { putVersion } from './edit-goods-service';
import { goodsStore } from './goods-store';
import { ruleScopeOf } from './limits-for';
import type { OrderingRule } from './rule-model';
import { ruleStore } from './rule-store';

export interface PutOrderingRule extends Omit<OrderingRule, 'id' | 'sellerId' | 'scope' | 'version'> {
  readonly commandId: string;
  /** Left out for a new rule. */
  readonly ruleId?: string | undefined;
  readonly expectedVersion: number;
}

export interface PutSubstitutes {
  readonly commandId: string;
  readonly skuId: string;
  /** First choice first. */
  readonly substituteSkuIds: readonly string[];
  /** What the editor has seen: of two at once, one begins again. */
  readonly expectedSkuIds: readonly string[];
}

/** The desk that says how a seller's goods may be ordered. What is another seller's is not there. */
export function rulesService({ database, newId }: Pick<Platform, 'database' | 'newId'>) {
  return {
    /** The caller's own rules. */
    orderingRules: (caller: Caller, page: { readonly cursor?: string | undefined; readonly limit: number }) =>
      database.read(async (tx) => {
        const [after] = page.cursor ? readCursor(page.cursor, 'string') : [''];
        const rules = await ruleStore(tx).page(caller.partyId, after, page.limit + 1);
        return pageOf(rules, page.limit, ({ id }) => [id]);
      }),

    /**
     * Adds one of the caller's rules or changes it. `customerIds` are the buyers it supplies, among those named.
     * @throws catalog.ruleUnknown, catalog.versionChanged, catalog.ruleEmpty, catalog.ruleMixed, catalog.ruleTooWide,
     * catalog.datesWrong, catalog.quantityRange, catalog.buyerUnknown, catalog.priceListUnknown, catalog.skuUnknown,
     * catalog.categoryUnknown, command.idReused
     */
    putOrderingRule: (caller: Caller, input: PutOrderingRule, customerIds: ReadonlySet<string>) =>
      database.transaction((tx) => {
        const { partyId, at } = caller;
        const { commandId, ruleId, expectedVersion, ...given } = input;
        return answerOnce(
          tx,
          { commandId, partyId, kind: 'catalog.putOrderingRule', input, at },
          async () => {
            const store = ruleStore(tx);
            const before = ruleId === undefined ? null : await store.rule(ruleId);
            if (before === undefined || (before && before.sellerId !== partyId)) {
              throw new Refused('catalog.ruleUnknown');
            }
            assertSeen(before, expectedVersion);
            const fault = checkRule(given);
            if (fault) throw new Refused(`catalog.${fault}`);
            const { buyerId, priceListId, skuId, category } = given;
            if (buyerId !== null && !customerIds.has(buyerId)) throw new Refused('catalog.buyerUnknown');
            if (priceListId !== null) await ownList(tx, caller, priceListId);
            if (skuId !== null && (await goodsStore(tx).skus([skuId])).length === 0) {
              throw new Refused('catalog.skuUnknown');
            }
            if (category !== null && !(await goodsStore(tx).categories()).some(({ id }) => id === category)) {
              throw new Refused('catalog.categoryUnknown');
            }
            const rule: OrderingRule = {
              ...given,
              id: before?.id ?? newId(),
              sellerId: partyId,
              scope: ruleScopeOf(given),
              version: expectedVersion + 1,
            };
            await putVersion(expectedVersion, {
              add: () => store.addRule(rule),
              change: () => store.changeRule(rule),
            });
            return rule;
          },
        );
      }),

    /** What the caller may send instead of a SKU, first choice first. */
    substitutes: (caller: Caller, skuId: string) =>
      database.read(async (tx) => {
        const found = await ruleStore(tx).substitutes([caller.partyId], [skuId]);
        return found.map(({ substituteSkuId }) => substituteSkuId);
      }),

    /**
     * Approves what the caller may send instead of a SKU.
     * @throws catalog.skuUnknown, catalog.substituteItself, catalog.versionChanged, command.idReused
     */
    putSubstitutes: (caller: Caller, input: PutSubstitutes) =>
      database.transaction((tx) => {
        const { partyId, at } = caller;
        const { commandId, skuId, expectedSkuIds } = input;
        return answerOnce(tx, { commandId, partyId, kind: 'catalog.putSubstitutes', input, at }, async () => {
          const substituteSkuIds = [...new Set(input.substituteSkuIds)];
          if (substituteSkuIds.includes(skuId)) throw new Refused('catalog.substituteItself');
          const skuIds = [skuId, ...substituteSkuIds];
          // The SKU's row is the lock: two editors of one SKU's substitutes take turns.
          if ((await goodsStore(tx).skusLocked(skuIds)).length < skuIds.length) {
            throw new Refused('catalog.skuUnknown');
          }
          const store = ruleStore(tx);
          const seen = (await store.substitutes([partyId], [skuId])).map((known) => known.substituteSkuId);
          if (seen.join(' ') !== expectedSkuIds.join(' ')) throw new Refused('catalog.versionChanged');
          await store.replaceSubstitutes(
            partyId,
            skuId,
            substituteSkuIds.map((substituteSkuId, position) => ({
              sellerId: partyId,
              skuId,
              substituteSkuId,
              position,
            })),
          );
          return substituteSkuIds;
        });
      }),
  };
}
