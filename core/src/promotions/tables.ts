import { flashTables } from './flash/tables';
import { campaignTables } from './promotion-tables';

export const promotionTables = [...campaignTables, ...flashTables];
