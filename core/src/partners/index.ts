export type { Address, Channel, Party, Session, Supply, User } from './model';
export { hashPassword } from './password-service';
export {
  addPartners,
  loadAddresses,
  loadParties,
  loadSupplies,
  type LogIn,
  type Me,
  type NewPartners,
  partnerService,
  type TokenVisit,
  type Visit,
} from './service';
export { partnerTables } from './tables';
