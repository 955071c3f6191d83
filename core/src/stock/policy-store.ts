import {
  addAmounts,
  anyPair,
  caseById,
  Contended,
  type Day,
  groupBy,
  type Instant,
  type Tx,
} from '../platform';
import { sqlOf } from '../platform/database/sql';
import type {
  Buffer,
  ChannelQuota,
  Commitment,
  DeliveredLife,
  LifeRule,
  QuotaUse,
  SellerMarkdown,
  SoftReservation,
} from './policy-model';
import {
  bufferTable,
  channelQuotaTable,
  commitmentTable,
  deliveredLifeTable,
  lifeRuleTable,
  markdownTable,
  quotaUseTable,
  softReservationTable,
} from './policy-tables';

export type QuotaKey = Pick<ChannelQuota, 'sellerId' | 'skuId' | 'channel' | 'startsOn'>;

export function policyStore(tx: Tx) {
  const sql = sqlOf(tx);
  const changeUsed = async (use: QuotaKey & { readonly quantity: number }, set: string, guard: string) => {
    const { sellerId, skuId, channel, startsOn, quantity } = use;
    const changed = await sql.run(
      `UPDATE channelQuota SET used = used ${set} ?
       WHERE sellerId = ? AND skuId = ? AND channel = ? AND startsOn = ? AND ${guard}`,
      [quantity, sellerId, skuId, channel, startsOn, quantity],
    );
    if (changed !== 1) throw new Contended('a channel quota changed since it was read');
  };

  return {
    /** Rules of sellers: all of their channels', and those of these buyers. */
    lifeRules: (sellerIds: readonly string[], buyerIds: readonly string[]) =>
      sql.select(
        lifeRuleTable,
        `WHERE sellerId IN (?) AND (scope = 'channel' OR subject IN (?)) ORDER BY id`,
        [sellerIds, buyerIds],
      ),
    lifeRulePage: (sellerId: string, afterId: string, limit: number) =>
      sql.select(lifeRuleTable, 'WHERE sellerId = ? AND id > ? ORDER BY id LIMIT ?', [
        sellerId,
        afterId,
        limit,
      ]),
    addLifeRule: (rule: LifeRule) => sql.insert(lifeRuleTable, [rule]),
    removeLifeRule: (sellerId: string, id: string) =>
      sql.run('DELETE FROM lifeRule WHERE sellerId = ? AND id = ?', [sellerId, id]),

    buffers: (ownerIds: readonly string[], skuIds: readonly string[]) =>
      sql.select(bufferTable, 'WHERE ownerId IN (?) AND skuId IN (?) ORDER BY ownerId, skuId, warehouseId', [
        ownerIds,
        skuIds,
      ]),
    bufferPage: (ownerId: string, after: readonly [skuId: string, warehouseId: string], limit: number) =>
      sql.select(
        bufferTable,
        'WHERE ownerId = ? AND (skuId > ? OR (skuId = ? AND warehouseId > ?)) ORDER BY skuId, warehouseId LIMIT ?',
        [ownerId, after[0], ...after, limit],
      ),
    async setBuffer(buffer: Buffer) {
      const { ownerId, warehouseId, skuId, quantity } = buffer;
      await sql.run('DELETE FROM stockBuffer WHERE ownerId = ? AND skuId = ? AND warehouseId = ?', [
        ownerId,
        skuId,
        warehouseId,
      ]);
      if (quantity > 0) await sql.insert(bufferTable, [buffer]);
    },

    /** Quotas that hold on a day. */
    quotas: (sellerIds: readonly string[], skuIds: readonly string[], on: Day) =>
      sql.select(
        channelQuotaTable,
        `WHERE sellerId IN (?) AND skuId IN (?) AND startsOn <= ? AND (endsOn IS NULL OR endsOn > ?)
         ORDER BY sellerId, skuId, channel, startsOn`,
        [sellerIds, skuIds, on, on],
      ),
    quotaPage: (sellerId: string, after: readonly [sku: string, channel: string, on: Day], limit: number) =>
      sql.select(
        channelQuotaTable,
        `WHERE sellerId = ? AND (skuId > ? OR (skuId = ? AND (channel > ? OR (channel = ? AND startsOn > ?))))
         ORDER BY skuId, channel, startsOn LIMIT ?`,
        [sellerId, after[0], after[0], after[1], after[1], after[2], limit],
      ),
    quotaLocked: async ({ sellerId, skuId, channel, startsOn }: QuotaKey) =>
      (
        await sql.selectForUpdate(
          channelQuotaTable,
          'WHERE sellerId = ? AND skuId = ? AND channel = ? AND startsOn = ?',
          [sellerId, skuId, channel, startsOn],
        )
      )[0],
    addQuota: (quota: ChannelQuota) => sql.insertMissing(channelQuotaTable, [quota]),
    async resizeQuota({ sellerId, skuId, channel, startsOn, endsOn, quantity }: ChannelQuota) {
      const changed = await sql.run(
        `UPDATE channelQuota SET quantity = ?, endsOn = ?
         WHERE sellerId = ? AND skuId = ? AND channel = ? AND startsOn = ? AND used <= ?`,
        [quantity, endsOn, sellerId, skuId, channel, startsOn, quantity],
      );
      if (changed !== 1) throw new Contended('a channel quota changed since it was read');
    },
    /** Takes of quotas for order lines, again for some of them; a quota with too little left replays the work. */
    async useQuotas(uses: readonly QuotaUse[]) {
      for (const ofQuota of groupBy(uses, quotaKey).values()) {
        await changeUsed(
          { ...(ofQuota[0] as QuotaUse), quantity: quantityOf(ofQuota) },
          '+',
          'used + ? <= quantity',
        );
      }
      const known = await sql.select(quotaUseTable, 'WHERE orderId IN (?)', [
        [...new Set(uses.map(({ orderId }) => orderId))],
      ]);
      const knownKeys = new Set(known.map(useKey));
      const merged = [...groupBy(uses, useKey)].map(([key, alike]) => {
        return { key, use: { ...(alike[0] as QuotaUse), quantity: quantityOf(alike) } };
      });
      const isKnown = ({ key }: { readonly key: string }) => knownKeys.has(key);
      for (const { use } of merged.filter(isKnown)) {
        await sql.run(
          'UPDATE channelQuotaUse SET quantity = quantity + ? WHERE orderId = ? AND lineNo = ? AND startsOn = ?',
          [use.quantity, use.orderId, use.lineNo, use.startsOn],
        );
      }
      await sql.insert(
        quotaUseTable,
        merged.filter((one) => !isKnown(one)).map(({ use }) => use),
      );
    },
    quotaUses: (orderIds: readonly string[]) =>
      sql.select(quotaUseTable, 'WHERE orderId IN (?) ORDER BY orderId, lineNo', [orderIds]),
    /** Gives back what order lines have taken and no longer need. */
    async returnQuotas(returned: readonly QuotaUse[]) {
      for (const ofQuota of groupBy(returned, quotaKey).values()) {
        await changeUsed({ ...(ofQuota[0] as QuotaUse), quantity: quantityOf(ofQuota) }, '-', 'used >= ?');
      }
      for (const ofPeriod of groupBy(returned, (use) => `${use.orderId} ${use.startsOn}`).values()) {
        const { orderId, startsOn } = ofPeriod[0] as QuotaUse;
        const byLine = new Map(ofPeriod.map(({ lineNo, quantity }) => [lineNo, quantity]));
        const { text, parameters } = caseById(byLine, 'lineNo');
        await sql.run(
          `UPDATE channelQuotaUse SET quantity = quantity - ${text}
           WHERE orderId = ? AND startsOn = ? AND lineNo IN (?)`,
          [...parameters, orderId, startsOn, [...byLine.keys()]],
        );
        await sql.run('DELETE FROM channelQuotaUse WHERE orderId = ? AND quantity = 0', [orderId]);
      }
    },

    markdowns: (sellerIds: readonly string[]) =>
      sql.select(markdownTable, 'WHERE sellerId IN (?) ORDER BY sellerId, fromBp', [sellerIds]),
    async replaceMarkdowns(sellerId: string, bands: readonly SellerMarkdown[]) {
      await sql.run('DELETE FROM ageingMarkdown WHERE sellerId = ?', [sellerId]);
      await sql.insert(markdownTable, bands);
    },

    delivered: (pairs: readonly (readonly [buyerId: string, skuId: string])[]) => {
      const { text, parameters } = anyPair('buyerId', 'skuId', pairs);
      return sql.select(deliveredLifeTable, `WHERE ${text}`, parameters);
    },
    /** Remembers the freshest lot each buyer has got; what is older than what it has got changes nothing. */
    async rememberDelivered(deliveries: readonly DeliveredLife[]) {
      await sql.insertMissing(deliveredLifeTable, deliveries);
      for (const alike of groupBy(
        deliveries,
        ({ buyerId, expiresOn }) => `${buyerId} ${expiresOn}`,
      ).values()) {
        const { buyerId, expiresOn, at } = alike[0] as DeliveredLife;
        await sql.run(
          'UPDATE deliveredLife SET expiresOn = ?, at = ? WHERE buyerId = ? AND skuId IN (?) AND expiresOn < ?',
          [expiresOn, at, buyerId, alike.map(({ skuId }) => skuId), expiresOn],
        );
      }
    },

    commitments: (sellerIds: readonly string[], skuIds: readonly string[]) =>
      sql.select(commitmentTable, 'WHERE sellerId IN (?) AND skuId IN (?) ORDER BY dueOn, orderId, lineNo', [
        sellerIds,
        skuIds,
      ]),
    async replaceCommitments(orderIds: readonly string[], commitments: readonly Commitment[]) {
      await sql.run('DELETE FROM stockCommitment WHERE orderId IN (?)', [orderIds]);
      await sql.insert(commitmentTable, commitments);
    },

    softReservations: (ids: readonly string[]) =>
      sql.select(softReservationTable, 'WHERE id IN (?) ORDER BY lotId', [ids]),
    lapsedSoft: (at: Instant, limit: number) =>
      sql.rows<{ id: string }>(
        'SELECT DISTINCT id FROM softReservation WHERE endsAt <= ? ORDER BY id LIMIT ?',
        [at, limit],
      ),
    softByOwner: async (ownerIds: readonly string[], skuIds: readonly string[]) =>
      addAmounts(
        (
          await sql.rows<{ skuId: string; quantity: number }>(
            `SELECT lot.skuId, SUM(softReservation.quantity) AS quantity FROM softReservation
             JOIN lot ON lot.id = softReservation.lotId
             WHERE softReservation.ownerId IN (?) AND lot.skuId IN (?) GROUP BY lot.skuId`,
            [ownerIds, skuIds],
          )
        ).map(({ skuId, quantity }) => [skuId, quantity]),
      ),
    addSoft: (rows: readonly SoftReservation[]) => sql.insert(softReservationTable, rows),
    async removeSoft(ids: readonly string[], rowCount: number) {
      const removed = await sql.run('DELETE FROM softReservation WHERE id IN (?)', [ids]);
      if (removed !== rowCount) throw new Contended('soft reservations changed since they were read');
    },
  };
}

const useKey = ({ orderId, lineNo, startsOn }: QuotaUse) => `${orderId} ${lineNo} ${startsOn}`;
const quantityOf = (uses: readonly QuotaUse[]) => uses.reduce((total, { quantity }) => total + quantity, 0);
const quotaKey = ({ sellerId, skuId, channel, startsOn }: QuotaKey) =>
  `${sellerId} ${skuId} ${channel} ${startsOn}`;
