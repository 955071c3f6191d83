import { anyPair, caseById, Contended, groupBy, type Instant, together, type Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import {
  type FlashActivity,
  type FlashBuyer,
  flashBuyerId,
  type FlashSale,
  type FlashState,
  type FlashTerms,
} from './model';
import { flashActivityTable, flashBuyerTable, flashSaleTable } from './tables';

export type TokenPair = readonly [activityId: string, token: string];

export function flashStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    add: (activity: FlashActivity) => sql.insert(flashActivityTable, [activity]),
    activities: (ids: readonly string[]) =>
      sql.select(flashActivityTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    activitiesLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(flashActivityTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    /** Activities that have goods set aside and begin before an instant, the first to begin first. */
    live: (startsBefore: Instant, limit: number) =>
      sql.select(
        flashActivityTable,
        "WHERE state IN ('planned', 'warmed') AND startsAt <= ? ORDER BY startsAt, id LIMIT ?",
        [startsBefore, limit],
      ),
    /** Activities that were stopped before their end. */
    stopped: (endsAfter: Instant, limit: number) =>
      sql.select(flashActivityTable, "WHERE state = 'stopped' AND endsAt > ? ORDER BY endsAt, id LIMIT ?", [
        endsAfter,
        limit,
      ]),
    /** What sellers have published and is not long over, the first to begin first. */
    hall: (sellerIds: readonly string[], endsAfter: Instant, limit: number) =>
      sql.select(
        flashActivityTable,
        "WHERE sellerId IN (?) AND endsAt > ? AND state <> 'draft' ORDER BY startsAt, id LIMIT ?",
        [sellerIds, endsAfter, limit],
      ),
    /** A seller's own, the last to begin first. */
    ofSeller: (sellerId: string, before: readonly [startsAt: Instant, id: string] | null, limit: number) =>
      before === null
        ? sql.select(flashActivityTable, 'WHERE sellerId = ? ORDER BY startsAt DESC, id DESC LIMIT ?', [
            sellerId,
            limit,
          ])
        : sql.select(
            flashActivityTable,
            `WHERE sellerId = ? AND (startsAt < ? OR (startsAt = ? AND id < ?))
             ORDER BY startsAt DESC, id DESC LIMIT ?`,
            [sellerId, before[0], ...before, limit],
          ),
    /** Changes the terms of a draft. */
    async changeTerms(before: FlashActivity, terms: FlashTerms) {
      const { skuId, title, unitPriceE4, quota, perBuyer, startsAt, endsAt, tokenMs, audience } = terms;
      const changed = await sql.run(
        `UPDATE flashActivity SET skuId = ?, title = ?, unitPriceE4 = ?, quota = ?, perBuyer = ?, startsAt = ?,
           endsAt = ?, tokenMs = ?, audience = ?, version = version + 1
         WHERE id = ? AND version = ? AND state = 'draft'`,
        [
          skuId,
          title,
          unitPriceE4,
          quota,
          perBuyer,
          startsAt,
          endsAt,
          tokenMs,
          JSON.stringify(audience),
          before.id,
          before.version,
        ],
      );
      if (changed !== 1) throw new Contended('an activity changed since it was read');
    },
    /** Moves an activity on from the state it was read in. */
    async changeState(
      before: FlashActivity,
      state: FlashState,
      { released = before.released, attempts = before.attempts } = {},
    ) {
      const changed = await sql.run(
        `UPDATE flashActivity SET state = ?, released = ?, attempts = ?, version = version + 1
         WHERE id = ? AND state = ? AND version = ?`,
        [state, released, attempts, before.id, before.state, before.version],
      );
      if (changed !== 1) throw new Contended('an activity changed since it was read');
    },
    /** Notes that the gate was built; one who held the lock before writes nothing. Answers whether it was noted. */
    noteWarm: async (id: string, fencing: number) =>
      (await sql.run(
        `UPDATE flashActivity SET state = 'warmed', fencing = ?, version = version + 1
         WHERE id = ? AND state IN ('planned', 'warmed') AND fencing < ?`,
        [fencing, id, fencing],
      )) === 1,
    /** Counts units as sold, or as not sold any more, within the quota. */
    async sell(amounts: ReadonlyMap<string, number>) {
      const { text, parameters } = caseById(amounts);
      const changed = await sql.run(
        `UPDATE flashActivity SET sold = sold + ${text}
         WHERE id IN (?) AND state IN ('planned', 'warmed') AND sold + ${text} <= quota`,
        [...parameters, [...amounts.keys()], ...parameters],
      );
      if (changed !== amounts.size)
        throw new Contended('a flash activity has less left than when it was read');
    },
    async unsell(id: string, quantity: number, released: number) {
      const changed = await sql.run(
        'UPDATE flashActivity SET sold = sold - ?, released = released + ? WHERE id = ? AND sold >= ?',
        [quantity, released, id, quantity],
      );
      if (changed !== 1) throw new Contended('a flash activity has sold less than when it was read');
    },

    sales: (pairs: readonly TokenPair[]) => {
      const { text, parameters } = anyPair('activityId', 'token', pairs);
      return sql.select(flashSaleTable, `WHERE ${text} ORDER BY activityId, token`, parameters);
    },
    salesLocked: (pairs: readonly TokenPair[]) => {
      const { text, parameters } = anyPair('activityId', 'token', pairs);
      return sql.selectForUpdate(flashSaleTable, `WHERE ${text} ORDER BY activityId, token`, parameters);
    },
    salesOfOrder: (orderId: string) =>
      sql.select(flashSaleTable, "WHERE orderId = ? AND state = 'sold' ORDER BY activityId, token", [
        orderId,
      ]),
    /** What stands sold in an activity. */
    standing: (activityId: string) =>
      sql.rows<Pick<FlashSale, 'token' | 'buyerId' | 'quantity'>>(
        `SELECT token, buyerId, quantity - returned AS quantity FROM flashSale
         WHERE activityId = ? AND state = 'sold' AND quantity > returned ORDER BY token`,
        [activityId],
      ),
    addSales: (sales: readonly FlashSale[]) => sql.insert(flashSaleTable, sales),
    addVoid: (sales: readonly FlashSale[]) => sql.insertMissing(flashSaleTable, sales),
    async returnSale({ activityId, token }: FlashSale, quantity: number) {
      const changed = await sql.run(
        `UPDATE flashSale SET returned = returned + ?
         WHERE activityId = ? AND token = ? AND state = 'sold' AND returned + ? <= quantity`,
        [quantity, activityId, token, quantity],
      );
      if (changed !== 1) throw new Contended('a flash sale came back in the meantime');
    },

    buyers: (ids: readonly string[]) =>
      sql.selectForUpdate(flashBuyerTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    /** Adds to what buyers have bought, each within its activity's cap. */
    buy: (bought: readonly FlashBuyer[], caps: ReadonlyMap<string, number>) =>
      together([
        sql.insertMissing(
          flashBuyerTable,
          bought.map((buyer) => ({ ...buyer, bought: 0 })),
        ),
        ...[...groupBy(bought, ({ activityId }) => activityId)].map(async ([activityId, ofActivity]) => {
          const amounts = new Map(ofActivity.map((buyer) => [buyer.id, buyer.bought]));
          const { text, parameters } = caseById(amounts);
          const changed = await sql.run(
            `UPDATE flashBuyer SET bought = bought + ${text} WHERE id IN (?) AND bought + ${text} <= ?`,
            [...parameters, [...amounts.keys()], ...parameters, caps.get(activityId) ?? 0],
          );
          if (changed !== amounts.size) throw new Contended('a buyer has bought more than when it was read');
        }),
      ]),
    async unbuy(activityId: string, buyerId: string, quantity: number) {
      const changed = await sql.run(
        'UPDATE flashBuyer SET bought = bought - ? WHERE id = ? AND bought >= ?',
        [quantity, flashBuyerId(activityId, buyerId), quantity],
      );
      if (changed !== 1) throw new Contended('a buyer has bought less than when it was read');
    },
  };
}
