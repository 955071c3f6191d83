import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Fen, FenInput, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

export const CreditAccountView = z.object({
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  limitFen: Fen,
  /** Approved or promised, not yet shipped. */
  heldFen: Fen,
  /** Shipped, not yet signed for. */
  shippedFen: Fen,
  /** Signed for and billed, not yet paid. */
  receivableFen: Fen,
  /** Money received that no bill has taken yet. */
  unappliedFen: Fen,
  exposureFen: Fen,
  availableFen: Fen,
  termDays: z.int(),
  overdueFen: Fen,
  overdueDays: Count,
});

export const BillView = z.object({
  billId: Id,
  orderId: Id,
  orderNumber: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  amountFen: Fen,
  paidFen: Fen,
  issuedAt: At,
  dueOn: Day,
  overdueDays: Count,
});

export const CreditEntryView = z.object({
  entryId: Id,
  kind: z.string(),
  title: z.string(),
  heldFen: Fen,
  shippedFen: Fen,
  receivableFen: Fen,
  unappliedFen: Fen,
  documentId: z.string(),
  at: At,
});

export const creditRoutes = {
  mine: route(endpoints.credit.mine, {
    summary: 'My credit with each supplier.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(CreditAccountView) }),
    errors: [],
  }),
  accounts: route(endpoints.credit.accounts, {
    summary: 'The credit I give my customers.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(CreditAccountView),
    errors: [],
  }),
  bills: route(endpoints.credit.bills, {
    summary: 'Open bills, oldest due first; `side=seller`: what my customers owe me.',
    access: 'signedIn',
    input: PageQuery.extend({
      side: z.enum(['buyer', 'seller']).default('buyer'),
      partyId: Id.optional().describe('the other side'),
    }),
    output: pageOf(BillView),
    errors: [],
  }),
  entries: route(endpoints.credit.entries, {
    summary: 'The ledger of one account, newest first.',
    access: 'signedIn',
    input: PageQuery.extend({ sellerId: Id, buyerId: Id }),
    output: pageOf(CreditEntryView),
    errors: ['credit.accountUnknown'],
  }),
  /** Money goes to the named bill, else to the oldest due; what no bill takes stays unapplied. */
  receive: route(endpoints.credit.receive, {
    summary: 'Book money received from a customer.',
    access: 'finance',
    input: z.object({
      receiptId: Id.describe('made by the caller; repeating it gets the first answer'),
      buyerId: Id,
      amountFen: FenInput.min(1),
      billId: Id.optional(),
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'credit.billUnknown', 'command.idReused'],
  }),
  setLimit: route(endpoints.credit.setLimit, {
    summary: 'Set the credit limit and terms of a customer.',
    access: 'finance',
    input: z.object({
      commandId: Id,
      buyerId: Id,
      limitFen: FenInput,
      termDays: z.int().min(0).max(365),
    }),
    output: CreditAccountView,
    errors: ['credit.accountUnknown', 'command.idReused'],
  }),
};
