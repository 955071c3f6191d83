export { checkTerritory, coversArea, type Passage, type PassageAnswer } from './check-territory';
export type { Grant } from './model';
export { isRegionCode, regionName } from './region-names';
export { addGrants, loadGrants } from './service';
export { territoryTables } from './tables';
