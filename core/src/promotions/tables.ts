import { flashTables } from './flash/tables';
import { campaignTables } from './promotion-tables';
import { rebateTables } from './rebates/tables';

export const promotionTables = [...campaignTables, ...flashTables, ...rebateTables];
