export { checkAbsorption, type AbsorptionAnswer, type AbsorptionQuestion } from './check-absorption';
export { checkPassage } from './check-passage';
export { coversArea } from './covers-area';
export { territoryBooks } from './check-books';
export { type BlockedFigures, loadBlockedFigures } from './figures-store';
export { explainOverlap } from './explain-overlap';
export { explainPassage, type PassageExplanation } from './explain-passage';
export type {
  Blocked,
  Capacity,
  ChainDelivery,
  Grant,
  KnownPoint,
  NewGrant,
  PermitUse,
  Place,
  Point,
  Policy,
} from './model';
export type {
  BlockReason,
  Passage,
  PassageAnswer,
  PassageFinding,
  PassageNumbers,
  PassageReason,
  Territory,
} from './passage';
export {
  addGrants,
  addKnownPoints,
  type BlockedAttempt,
  loadTerritory,
  recordBlocked,
  returnPermits,
  takePermits,
} from './passage-service';
export { servePlaces } from './serve-places-service';
export {
  type Division,
  divisionName,
  divisionsIn,
  isDivision,
  isRegionCode,
  regionName,
} from './region-names';
export { readTerritories, type Way, wayKey } from './standing-service';
export { territoryTables } from './tables';
export {
  type GrantEnd,
  type GrantPut,
  type GrantQuery,
  type HeldDivision,
  type KnownSeller,
  type MapQuery,
  type SavedGrant,
  type Surroundings,
  type ToldOverlap,
} from './grant-service';
export { findConflicts, findOverlaps, type KnownGoods, type Overlap } from './find-conflicts';
export { type BlockedQuery, type JudgedPassage, type PassageQuestion } from './judge-service';
export { territoryService } from './service';
export { type CapacityPut, type ChainDeliveryPut } from './terms-service';
