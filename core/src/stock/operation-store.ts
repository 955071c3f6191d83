import { caseById, Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { CountLine, CountSheet, StockOperation, Transfer, TransferLine } from './operation-model';
import {
  countLineTable,
  countSheetTable,
  operationTable,
  transferLineTable,
  transferTable,
} from './operation-tables';
import { lotTable } from './tables';

export type Before = readonly [at: Instant, id: string];

/** Later than any instant and any id: where a list that goes backwards begins. */
export const fromTheEnd: Before = [Number.MAX_SAFE_INTEGER, '~'];

export function operationStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    addOperations: (operations: readonly StockOperation[]) => sql.insert(operationTable, operations),
    operationPage: (ownerId: string, before: Before, limit: number) =>
      sql.select(
        operationTable,
        'WHERE ownerId = ? AND (at < ? OR (at = ? AND id < ?)) ORDER BY at DESC, id DESC LIMIT ?',
        [ownerId, before[0], ...before, limit],
      ),

    addTransfer: (transfer: Transfer) => sql.insert(transferTable, [transfer]),
    addTransferLines: (lines: readonly TransferLine[]) => sql.insert(transferLineTable, lines),
    transfer: async (ownerId: string, id: string) =>
      (await sql.select(transferTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    transferLocked: async (ownerId: string, id: string) =>
      (await sql.selectForUpdate(transferTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    transferLines: (transferIds: readonly string[]) =>
      sql.select(transferLineTable, 'WHERE transferId IN (?) ORDER BY transferId, lineNo', [transferIds]),
    transferPage: (ownerId: string, state: string | null, before: Before, limit: number) =>
      sql.select(
        transferTable,
        `WHERE ownerId = ? AND (? IS NULL OR state = ?) AND (dispatchedAt < ? OR (dispatchedAt = ? AND id < ?))
         ORDER BY dispatchedAt DESC, id DESC LIMIT ?`,
        [ownerId, state, state, before[0], ...before, limit],
      ),
    /** What is on its way to an owner's warehouses, by SKU. */
    inTransit: (ownerId: string, skuIds: readonly string[]) =>
      sql.rows<{ skuId: string; quantity: number }>(
        `SELECT line.skuId, SUM(line.quantity) AS quantity
         FROM stockTransferLine line JOIN stockTransfer ON stockTransfer.id = line.transferId
         WHERE stockTransfer.ownerId = ? AND stockTransfer.state = 'inTransit' AND line.skuId IN (?)
         GROUP BY line.skuId`,
        [ownerId, skuIds],
      ),
    async receiveTransfer(
      transferId: string,
      receivedBy: string,
      at: Instant,
      lines: readonly TransferLine[],
    ) {
      const changed = await sql.run(
        `UPDATE stockTransfer SET state = 'received', receivedBy = ?, receivedAt = ?
         WHERE id = ? AND state = 'inTransit'`,
        [receivedBy, at, transferId],
      );
      if (changed !== 1) throw new Contended('a transfer was received since it was read');
      const arrived = caseById(new Map(lines.map((line) => [line.lineNo, line.arrived ?? 0])), 'lineNo');
      const damaged = caseById(new Map(lines.map((line) => [line.lineNo, line.damaged])), 'lineNo');
      const missing = caseById(new Map(lines.map((line) => [line.lineNo, line.missing])), 'lineNo');
      await sql.run(
        `UPDATE stockTransferLine SET arrived = ${arrived.text}, damaged = ${damaged.text}, missing = ${missing.text}
         WHERE transferId = ?`,
        [...arrived.parameters, ...damaged.parameters, ...missing.parameters, transferId],
      );
    },

    /** What stands in a warehouse, to be counted. */
    lotsToCount: (warehouseId: string, skuIds: readonly string[], limit: number) =>
      sql.select(
        lotTable,
        `WHERE warehouseId = ? AND onHand > 0 ${skuIds.length > 0 ? 'AND skuId IN (?)' : ''}
         ORDER BY skuId, expiresOn, id LIMIT ?`,
        skuIds.length > 0 ? [warehouseId, skuIds, limit] : [warehouseId, limit],
      ),
    addSheet: (sheet: CountSheet) => sql.insert(countSheetTable, [sheet]),
    addCountLines: (lines: readonly CountLine[]) => sql.insert(countLineTable, lines),
    sheet: async (ownerId: string, id: string) =>
      (await sql.select(countSheetTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    sheetLocked: async (ownerId: string, id: string) =>
      (await sql.selectForUpdate(countSheetTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    countLines: (sheetId: string) =>
      sql.select(countLineTable, 'WHERE sheetId = ? ORDER BY lineNo', [sheetId]),
    sheetPage: (ownerId: string, before: Before, limit: number) =>
      sql.select(
        countSheetTable,
        'WHERE ownerId = ? AND (openedAt < ? OR (openedAt = ? AND id < ?)) ORDER BY openedAt DESC, id DESC LIMIT ?',
        [ownerId, before[0], ...before, limit],
      ),
    async closeSheet(id: string, state: CountSheet['state'], closedBy: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE countSheet SET state = ?, closedBy = ?, closedAt = ? WHERE id = ? AND state = 'open'`,
        [state, closedBy, at, id],
      );
      if (changed !== 1) throw new Contended('a count sheet was closed since it was read');
    },
    async writeCounts(sheetId: string, countedBy: string, at: Instant, lines: readonly CountLine[]) {
      const counted = caseById(new Map(lines.map((line) => [line.lineNo, line.counted ?? 0])), 'lineNo');
      const booked = caseById(new Map(lines.map((line) => [line.lineNo, line.booked])), 'lineNo');
      await sql.run(
        `UPDATE countLine SET counted = ${counted.text}, booked = ${booked.text}, countedBy = ?, bookedAt = ?
         WHERE sheetId = ? AND lineNo IN (?)`,
        [
          ...counted.parameters,
          ...booked.parameters,
          countedBy,
          at,
          sheetId,
          lines.map(({ lineNo }) => lineNo),
        ],
      );
    },
    writeDifferences: (sheetId: string) =>
      sql.run(
        'UPDATE countLine SET difference = counted - booked WHERE sheetId = ? AND counted IS NOT NULL',
        [sheetId],
      ),
    /** Which of these lots have moved since an instant. */
    movedSince: async (lotIds: readonly string[], since: Instant) =>
      (
        await sql.rows<{ lotId: string; at: Instant }>(
          'SELECT lotId, MAX(at) AS at FROM movement WHERE lotId IN (?) AND at >= ? GROUP BY lotId',
          [lotIds, since],
        )
      ).map(({ lotId, at }): [string, Instant] => [lotId, at]),
  };
}
