import { costTables } from './costs/tables';
import { flashTables } from './flash/tables';
import { campaignTables } from './promotion-tables';
import { rebateTables } from './rebates/tables';

export const promotionTables = [...campaignTables, ...costTables, ...flashTables, ...rebateTables];
