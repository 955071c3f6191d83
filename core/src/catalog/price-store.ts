import { Contended, type Day, type Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import type {
  CustomerGroup,
  CustomerGroupMember,
  PriceLadder,
  PriceList,
  PriceListLine,
} from './price-model';
import {
  customerGroupMemberTable,
  customerGroupTable,
  priceLadderTable,
  priceListLineTable,
  priceListTable,
} from './tables';

export interface ListPage {
  readonly sellerId: string;
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

const skusPerRemoval = 5_000;

export function priceStore(tx: Tx) {
  const sql = sqlOf(tx);
  const removeLines = async (priceListId: string, skuIds: readonly string[]) => {
    let removed = 0;
    for (let from = 0; from < skuIds.length; from += skusPerRemoval) {
      removed += await sql.run('DELETE FROM priceListLine WHERE priceListId = ? AND skuId IN (?)', [
        priceListId,
        skuIds.slice(from, from + skusPerRemoval),
      ]);
    }
    return removed;
  };
  return {
    /** Every list of these sellers that may price anything for these buyers. */
    listsFor: (sellerIds: readonly string[], buyerIds: readonly string[]) =>
      sql.select(
        priceListTable,
        'WHERE sellerId IN (?) AND (buyerId IS NULL OR buyerId IN (?)) ORDER BY id',
        [sellerIds, buyerIds],
      ),
    /** Every list that is for one of these buyers alone. */
    contractsOf: (buyerIds: readonly string[]) =>
      sql.select(priceListTable, 'WHERE buyerId IN (?) ORDER BY id', [buyerIds]),
    lists: (ids: readonly string[]) => sql.select(priceListTable, 'WHERE id IN (?)', [ids]),
    lines: (listIds: readonly string[], skuIds: readonly string[]) =>
      sql.select(priceListLineTable, 'WHERE priceListId IN (?) AND skuId IN (?)', [listIds, skuIds]),
    memberships: (sellerIds: readonly string[], buyerIds: readonly string[]) =>
      sql.select(customerGroupMemberTable, 'WHERE sellerId IN (?) AND buyerId IN (?)', [sellerIds, buyerIds]),

    listPage({ sellerId, after, limit }: ListPage) {
      const [condition, values] = after
        ? ['AND (name > ? OR (name = ? AND id > ?))', [after[0], ...after]]
        : ['', []];
      return sql.select(priceListTable, `WHERE sellerId = ? ${condition} ORDER BY name, id LIMIT ?`, [
        sellerId,
        ...values,
        limit,
      ]);
    },
    /** Lines of a list whose goods bear all of these words in what they are found by; all lines without words. */
    linePage(priceListId: string, words: readonly string[], after: string, limit: number) {
      const containing = words.map(() => `searchText LIKE ? ESCAPE '!'`).join(' AND ');
      const found = words.length === 0 ? '' : `AND skuId IN (SELECT id FROM sku WHERE ${containing})`;
      return sql.select(
        priceListLineTable,
        `WHERE priceListId = ? AND skuId > ? ${found} ORDER BY skuId LIMIT ?`,
        [priceListId, after, ...words.map(holding), limit],
      );
    },
    /** Lines of every list of anybody that is in force on a day, for some SKUs. */
    linesInForce: (skuIds: readonly string[], on: Day) =>
      sql.select(
        priceListLineTable,
        `WHERE skuId IN (?) AND priceListId IN
           (SELECT id FROM priceList WHERE startsOn <= ? AND (endsOn IS NULL OR endsOn > ?))
         ORDER BY skuId, priceListId`,
        [skuIds, on, on],
      ),

    addList: (list: PriceList) => sql.insertMissing(priceListTable, [list]),
    addLines: (lines: readonly PriceListLine[]) => sql.insertMissing(priceListLineTable, lines),

    /** Writes a list over the version an editor has seen. @throws Contended when it is another by now */
    async changeList(list: PriceList) {
      const changed = await sql.run(
        `UPDATE priceList SET name = ?, kind = ?, buyerId = ?, groupId = ?, level = ?, regionPrefix = ?, channel = ?,
           priority = ?, startsOn = ?, endsOn = ?, version = version + 1
         WHERE id = ? AND sellerId = ? AND version = ?`,
        [
          list.name,
          list.kind,
          list.buyerId,
          list.groupId,
          list.level,
          list.regionPrefix,
          list.channel,
          list.priority,
          list.startsOn,
          list.endsOn,
          list.id,
          list.sellerId,
          list.version - 1,
        ],
      );
      if (changed === 0) throw new Contended('a price list somebody else changed');
    },
    /** Takes a list's next version, and with it the list for this transaction. @throws Contended */
    async turnList({ id, sellerId, version }: Pick<PriceList, 'id' | 'sellerId' | 'version'>) {
      const turned = await sql.run(
        'UPDATE priceList SET version = version + 1 WHERE id = ? AND sellerId = ? AND version = ?',
        [id, sellerId, version],
      );
      if (turned === 0) throw new Contended('a price list somebody else changed');
    },
    /** Puts lines in place of those there are, a statement for thousands and not for each. */
    async replaceLines(priceListId: string, lines: readonly PriceListLine[]) {
      await removeLines(
        priceListId,
        lines.map(({ skuId }) => skuId),
      );
      await sql.insert(priceListLineTable, lines);
    },
    removeLines,

    groups: (sellerId: string) =>
      sql.select(customerGroupTable, 'WHERE sellerId = ? ORDER BY id LIMIT 500', [sellerId]),
    group: async (id: string) => (await sql.select(customerGroupTable, 'WHERE id = ?', [id]))[0],
    membersOf: (groupIds: readonly string[]) =>
      sql.select(customerGroupMemberTable, 'WHERE groupId IN (?) ORDER BY groupId, buyerId', [groupIds]),
    addGroup: (group: CustomerGroup) => sql.insertMissing(customerGroupTable, [group]),
    changeGroup: (group: CustomerGroup) =>
      sql.run(
        'UPDATE customerGroup SET name = ?, version = version + 1 WHERE id = ? AND sellerId = ? AND version = ?',
        [group.name, group.id, group.sellerId, group.version - 1],
      ),
    async replaceMembers(groupId: string, members: readonly CustomerGroupMember[]) {
      await sql.run('DELETE FROM customerGroupMember WHERE groupId = ?', [groupId]);
      await sql.insert(customerGroupMemberTable, members);
    },

    ladders: (skuIds: readonly string[]) => sql.select(priceLadderTable, 'WHERE skuId IN (?)', [skuIds]),
    ladderPage: (after: string, limit: number) =>
      sql.select(priceLadderTable, 'WHERE skuId > ? ORDER BY skuId LIMIT ?', [after, limit]),
    addLadder: (ladder: PriceLadder) => sql.insertMissing(priceLadderTable, [ladder]),
    changeLadder: (ladder: PriceLadder) =>
      sql.run(
        `UPDATE priceLadder SET factoryE4 = ?, firstWholesaleE4 = ?, secondWholesaleE4 = ?, storeE4 = ?, retailE4 = ?,
           version = version + 1 WHERE skuId = ? AND version = ?`,
        [
          ladder.factoryE4,
          ladder.firstWholesaleE4,
          ladder.secondWholesaleE4,
          ladder.storeE4,
          ladder.retailE4,
          ladder.skuId,
          ladder.version - 1,
        ],
      ),
  };
}
