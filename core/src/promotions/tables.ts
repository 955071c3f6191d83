import { flashTables } from './flash/tables';

export const promotionTables = [...flashTables];
