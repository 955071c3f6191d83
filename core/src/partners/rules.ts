export { sellersOf, type SupplierAnswer, supplierOf } from './choose-supplier';
export {
  licenceNoticeDays,
  licenceState,
  mayOrder,
  type OrderingAnswer,
  type OrderingReason,
} from './licence-state';
export { plainAddress, plainParty } from './plain';
export { mayShipTo, usualShipTo } from './ship-to';
export { standingOn, supplyStandingOn } from './standing';
export {
  consentsMissing,
  mayConsent,
  mayWithdraw,
  sidesOf as transferSidesOf,
  transferState,
} from './transfer-state';
export { rolesFor } from './check-staff';
export { isPhone } from './check-phone';
export { entityIdOf } from './entity-id-of';
