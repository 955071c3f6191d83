export { assessCredit, assessOverdue, availableFen, exposureFen } from './assess-credit';
export { creditBooks } from './check-books';
export { accountKey } from './model';
export type { Bill, Buckets, CreditAccount, CreditEntry, Overdue, Receipt } from './model';
export {
  type AccountStatement,
  addAccounts,
  creditService,
  issueBill,
  loadAccounts,
  loadOverdue,
  type Posting,
  postCredit,
} from './service';
export { creditTables } from './tables';
