export type { Columns as FileColumns } from './column';
export { exchangeService } from './service';
export { exchangeLimits } from './limits';
export { mayExchange } from './may-exchange';
export type {
  CellChange,
  CellFault,
  Cells,
  ExchangeKind,
  ImportChange,
  ImportLine,
  ImportLineState,
  ImportRun,
  ImportState,
} from './model';
export { exchangeTables } from './tables';
