import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Lot, Movement, Reservation } from './model';
import type { DeliveredLife } from './policy-model';
import { deliveredLifeTable } from './policy-tables';
import { lotTable, movementTable, reservationTable } from './tables';

/** What came, went and was promised elsewhere or earlier, as the rows it leaves; lots hold what their movements sum to. */
export interface StockHistory {
  readonly lots: readonly Lot[];
  readonly movements: readonly Movement[];
  readonly reservations: readonly Reservation[];
  /** The freshest that each buyer got of each SKU. */
  readonly delivered: readonly DeliveredLife[];
}

/** Writes a history that was composed whole: no lot is asked whether it has enough, and none may be there yet. */
export async function addStockHistory(tx: Tx, history: StockHistory): Promise<void> {
  const sql = sqlOf(tx);
  await sql.insert(lotTable, history.lots);
  await sql.insert(movementTable, history.movements);
  await sql.insert(reservationTable, history.reservations);
  await sql.insert(deliveredLifeTable, history.delivered);
}
