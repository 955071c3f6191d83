export { type ChallengedGrab, type FlashChallenge, noChallenge } from './challenge';
export { type FlashClaim, refuseSale, type SaleRefusal } from './decide-sale';
export {
  type DraftInput,
  draftService,
  type EditDraftInput,
  type FlashCommand,
  lockActivity,
  onceOnActivity,
} from './draft-service';
export { isLive, mayBecome, orderingMs, phaseOf, settlesAt } from './flash-phase';
export { gateService, type GateService, liveActivities } from './gate-service';
export { activitiesFor, type Grabbed, type GrabInput, grabService } from './grab-service';
export { type FlashSeen, type HallSeen, hallService, type MyToken, type OwnQuery } from './hall-service';
export {
  type FlashActivity,
  type FlashAudience,
  flashBuyerId,
  type FlashPhase,
  type FlashSale,
  type FlashState,
  type FlashTerms,
  flashToken,
  readFlashToken,
} from './model';
export { fitsAudience } from './fits-audience';
export {
  type FlashBook,
  loadFlashActivities,
  loadFlashBook,
  loadFlashSales,
  loadGrabTimings,
  lockActivities,
  moveActivity,
  readFlashSales,
  recordFlashSales,
  returnFlashSale,
  saleKey,
} from './sale-service';
