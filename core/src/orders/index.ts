export { orderBooks } from './check-books';
export { orderConsumers } from './consumers-service';
export type { DecidedLine, Decision } from './decision';
export { explainFinding } from './explain-finding';
export type {
  Basket,
  Finding,
  Hold,
  Order,
  OrderAction,
  OrderDetail,
  OrderEvent,
  OrderLine,
  OrderState,
  OrderSummary,
  PlaceInput,
  Rule,
  Shipment,
  ShipmentLine,
} from './model';
export { orderService } from './service';
export { orderTables } from './tables';
