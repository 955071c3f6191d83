export * from './rules';
export { everyLine } from './model';
export type { Address, Channel, LicenceState, Party, PartyStatus, Session, Supply, User } from './model';
export { hashPassword } from './password-service';
export type {
  Application,
  ApplicationForm,
  ApplicationState,
  Review,
  ReviewDesk,
  StoreReview,
} from './application';
export { partnerBooks } from './check-books';
export type { AddressForm } from './check-address';
export type { ApplicationFinding, ApplicationRule } from './check-application';
export type { NewSupply } from './around';
export { partnerDayJob } from './day-service';
export type { PartnerChange, ToldChange } from './describe-change';
export { type ImportAnswer, type ImportRow, upsertParties } from './import-service';
export { readAddresses, readParties, readSupplies, readUsualAddresses } from './standing-service';
export {
  addPartners,
  findParties,
  loadAddresses,
  loadEntityMembers,
  loadParties,
  loadSupplies,
  loadUsersByLoginName,
  loadUsersOf,
  type NewPartners,
} from './load-service';
export type { AssessedApplication } from './assess-applications-service';
export type { ReviewedApplication } from './onboarding-service';
export { partnerService } from './service';
export type { Me, Visit } from './begin-session-service';
export type { LogIn, SignedInCaller, TokenVisit } from './sign-in-service';
export type { SignInDoors, WechatApp, WechatDoor } from './sign-in-doors';
export type { WechatAnswer } from './wechat-binding-service';
export { maskPhone } from './verified-phone';
export type { VerifiedPhone } from './verified-phone';
export { wechatMark } from './wechat-binding';
export type { OwnPhone } from './own-phone-service';
export { countApplications, countRebindings } from './waiting-service';
export type { OwnerPhone } from './vouch-service';
export type { AskedRebinding, BoundWechat } from './wechat-rebinding-service';
export type { Suspension, SuspensionState } from './standing';
export type { Consent, SupplyTransfer, TransferSide, TransferState } from './transfer-state';
export { partnerTables } from './tables';
export { buyersOf, describeParties, type DescribedParty, partiesOfCodes, partyPage } from './export-store';
