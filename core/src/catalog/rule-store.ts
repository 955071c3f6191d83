import { type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Substitute } from './model';
import type { OrderingRule } from './rule-model';
import { orderingRuleTable, substituteTable } from './tables';

const columns = [
  'scope',
  'buyerId',
  'priceListId',
  'level',
  'regionPrefix',
  'channel',
  'category',
  'skuId',
  'minimumQuantity',
  'multipleQuantity',
  'maximumQuantity',
  'orderAmountFen',
  'orderCases',
  'orderWeightGrams',
  'startsOn',
  'endsOn',
] as const satisfies readonly (keyof OrderingRule)[];

export function ruleStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Every rule of these sellers that may ask anything of these buyers and goods. */
    rulesOf: (sellerIds: readonly string[]) =>
      sql.select(orderingRuleTable, 'WHERE sellerId IN (?) ORDER BY id', [sellerIds]),
    page: (sellerId: string, after: string, limit: number) =>
      sql.select(orderingRuleTable, 'WHERE sellerId = ? AND id > ? ORDER BY id LIMIT ?', [
        sellerId,
        after,
        limit,
      ]),
    rule: async (id: string) => (await sql.select(orderingRuleTable, 'WHERE id = ?', [id]))[0],
    addRule: (rule: OrderingRule) => sql.insertMissing(orderingRuleTable, [rule]),
    changeRule: (rule: OrderingRule) =>
      sql.run(
        `UPDATE orderingRule SET ${columns.map((column) => `${column} = ?`).join(', ')}, version = version + 1
         WHERE id = ? AND sellerId = ? AND version = ?`,
        [...columns.map((column) => rule[column]), rule.id, rule.sellerId, rule.version - 1],
      ),

    substitutes: (sellerIds: readonly string[], skuIds: readonly string[]) =>
      sql.select(
        substituteTable,
        'WHERE sellerId IN (?) AND skuId IN (?) ORDER BY sellerId, skuId, position',
        [sellerIds, skuIds],
      ),
    async replaceSubstitutes(sellerId: string, skuId: string, substitutes: readonly Substitute[]) {
      await sql.run('DELETE FROM substitute WHERE sellerId = ? AND skuId = ?', [sellerId, skuId]);
      await sql.insert(substituteTable, substitutes);
    },
  };
}
