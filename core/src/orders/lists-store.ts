import { Contended, type Day, type Instant, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Purchase } from './compose-guide';
import type { Holiday, OrderTemplate, RecurringOrder, RecurringRun, TemplateLine } from './lists';
import type { Candidate } from './match-row';
import { holidayTable, recurringRunTable, recurringTable, templateLineTable, templateTable } from './tables';

/** What parties keep to order faster, and what orders itself. */
export function listsStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    templates: (partyId: string) =>
      sql.select(templateTable, 'WHERE partyId = ? ORDER BY kind, name, id', [partyId]),
    template: async (templateId: string, partyId: string) =>
      (await sql.select(templateTable, 'WHERE id = ? AND partyId = ?', [templateId, partyId]))[0],
    /** Locked, whoever it belongs to: two who save at once wait for each other. */
    templateLocked: async (templateId: string) =>
      (await sql.selectForUpdate(templateTable, 'WHERE id = ?', [templateId]))[0],
    templateCount: async (partyId: string) =>
      (
        await sql.rows<{ count: number }>('SELECT COUNT(*) AS count FROM orderTemplate WHERE partyId = ?', [
          partyId,
        ])
      )[0]?.count ?? 0,
    templateLines: (templateId: string) =>
      sql.select(templateLineTable, 'WHERE templateId = ? ORDER BY lineNo', [templateId]),
    async putTemplate(template: OrderTemplate, lines: readonly TemplateLine[]) {
      await sql.insertMissing(templateTable, [template]);
      const changed = await sql.run(
        `UPDATE orderTemplate SET kind = ?, name = ?, lineCount = ?, version = ?, changedBy = ?, changedAt = ?
         WHERE id = ? AND partyId = ? AND version IN (?, ?)`,
        [
          template.kind,
          template.name,
          template.lineCount,
          template.version,
          template.changedBy,
          template.changedAt,
          template.id,
          template.partyId,
          // As it was seen, or just put there.
          template.version - 1,
          template.version,
        ],
      );
      if (changed !== 1) throw new Contended('a list was saved by somebody else');
      await sql.run('DELETE FROM templateLine WHERE templateId = ?', [template.id]);
      await sql.insert(templateLineTable, lines);
    },
    async removeTemplate(templateId: string, partyId: string) {
      const removed = await sql.run('DELETE FROM orderTemplate WHERE id = ? AND partyId = ?', [
        templateId,
        partyId,
      ]);
      if (removed > 0) await sql.run('DELETE FROM templateLine WHERE templateId = ?', [templateId]);
      return removed;
    },

    /** What a buyer ordered since then and did not take back, the latest first: of so many orders so many lines. */
    purchases: (
      buyerId: string,
      sellerId: string | null,
      since: Instant,
      { orders, lines }: { readonly orders: number; readonly lines: number },
    ) =>
      sql.rows<Purchase>(
        `SELECT line.orderId, line.skuId, line.skuName, line.spec, line.baseUnit, line.caseUnit, line.caseFactor,
                line.quantity, line.unitPriceE4, head.placedAt
         FROM (
           SELECT id, placedAt FROM salesOrder
           WHERE buyerId = ? AND placedAt >= ? AND state NOT IN ('rejected', 'cancelled')
             ${sellerId === null ? '' : 'AND sellerId = ?'}
           ORDER BY placedAt DESC, id DESC LIMIT ?
         ) head JOIN orderLine line ON line.orderId = head.id AND line.giftOf IS NULL
         ORDER BY head.placedAt DESC, line.orderId, line.lineNo LIMIT ?`,
        [buyerId, since, ...(sellerId === null ? [] : [sellerId]), orders, lines],
      ),
    /** The names all goods on sale go by. */
    candidates: (limit: number) =>
      sql.rows<Candidate>(
        `SELECT id, name, barcode, searchText FROM sku WHERE status = 'active' ORDER BY id LIMIT ?`,
        [limit],
      ),

    recurring: (partyId: string) =>
      sql.select(recurringTable, 'WHERE partyId = ? ORDER BY nextOn, id', [partyId]),
    recurringLocked: async (recurringId: string) =>
      (await sql.selectForUpdate(recurringTable, 'WHERE id = ?', [recurringId]))[0],
    recurringOf: async (recurringId: string, partyId: string) =>
      (await sql.select(recurringTable, 'WHERE id = ? AND partyId = ?', [recurringId, partyId]))[0],
    recurringCount: async (partyId: string) =>
      (
        await sql.rows<{ count: number }>('SELECT COUNT(*) AS count FROM recurringOrder WHERE partyId = ?', [
          partyId,
        ])
      )[0]?.count ?? 0,
    usesOfTemplate: async (templateId: string) =>
      (
        await sql.rows<{ count: number }>(
          'SELECT COUNT(*) AS count FROM recurringOrder WHERE templateId = ?',
          [templateId],
        )
      )[0]?.count ?? 0,
    async putRecurring(order: RecurringOrder) {
      await sql.insertMissing(recurringTable, [order]);
      const changed = await sql.run(
        `UPDATE recurringOrder SET userId = ?, userName = ?, templateId = ?, supplierId = ?, addressId = ?,
                rhythm = ?, startsOn = ?, nextOn = ?, skipsHolidays = ?, paused = ?, changedAt = ?
         WHERE id = ? AND partyId = ?`,
        [
          order.userId,
          order.userName,
          order.templateId,
          order.supplierId,
          order.addressId,
          JSON.stringify(order.rhythm),
          order.startsOn,
          order.nextOn,
          order.skipsHolidays,
          order.paused,
          order.changedAt,
          order.id,
          order.partyId,
        ],
      );
      if (changed !== 1) throw new Contended('a recurring order was saved by somebody else');
    },
    removeRecurring: (recurringId: string, partyId: string) =>
      sql.run('DELETE FROM recurringOrder WHERE id = ? AND partyId = ?', [recurringId, partyId]),
    due: (on: Day, afterId: string, limit: number) =>
      sql.select(recurringTable, 'WHERE paused = 0 AND nextOn <= ? AND id > ? ORDER BY id LIMIT ?', [
        on,
        afterId,
        limit,
      ]),
    /** Goes on to the next day; false when somebody else has, or it was changed meanwhile. */
    advance: async ({ id, nextOn, changedAt }: RecurringOrder, next: Day) =>
      (await sql.run('UPDATE recurringOrder SET nextOn = ? WHERE id = ? AND nextOn = ? AND changedAt = ?', [
        next,
        id,
        nextOn,
        changedAt,
      ])) === 1,
    addRuns: (runs: readonly RecurringRun[]) => sql.insertMissing(recurringRunTable, runs),
    runs: (recurringId: string, before: Day | null, limit: number) =>
      sql.select(recurringRunTable, ...newestFirst({ recurringId }, { before, limit, by: 'runOn' })),
    lastRuns: (recurringIds: readonly string[]) =>
      sql.rows<RecurringRun>(
        `SELECT run.* FROM recurringRun run JOIN (
           SELECT recurringId, MAX(runOn) AS runOn FROM recurringRun WHERE recurringId IN (?) GROUP BY recurringId
         ) last ON last.recurringId = run.recurringId AND last.runOn = run.runOn`,
        [recurringIds],
      ),

    holidays: (from: Day, limit: number) =>
      sql.select(holidayTable, 'WHERE holidayOn >= ? ORDER BY holidayOn LIMIT ?', [from, limit]),
    holidaysBetween: (from: Day, to: Day) =>
      sql.select(holidayTable, 'WHERE holidayOn >= ? AND holidayOn <= ?', [from, to]),
    async putHolidays(holidays: readonly Holiday[]) {
      const days = holidays.map(({ holidayOn }) => holidayOn);
      await sql.run('DELETE FROM holiday WHERE holidayOn IN (?)', [days]);
      await sql.insert(holidayTable, holidays);
    },
    removeHolidays: (days: readonly Day[]) => sql.run('DELETE FROM holiday WHERE holidayOn IN (?)', [days]),
  };
}
