export { allocate, byExpiry } from './allocate';
export { stockBooks } from './check-books';
export type {
  Allocation,
  Lot,
  Movement,
  Pick,
  Quality,
  Reservation,
  StockDay,
  Want,
  Warehouse,
} from './model';
export { deliveryDays, lastsUntil } from './required-life';
export {
  addWarehouses,
  type Arrival,
  issueLots,
  loadFreeLots,
  loadLots,
  loadReservations,
  loadWarehouses,
  type Movers,
  recordDay,
  recordDayJob,
  releaseOrders,
  reserveLots,
  stockService,
  takeIn,
} from './service';
export type { Release } from './store';
export { stockTables } from './tables';
