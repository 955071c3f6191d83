import { type RowsOf, finance, seller, signedIn } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const creditRows: RowsOf<'credit'> = {
  mine: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  accounts: { input: {}, answers: seller('ok', 'ok') },
  bills: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  entries: {
    input: { sellerId: 'NOBODY', buyerId: 'NOBODY' },
    answers: signedIn('credit.accountUnknown', 'credit.accountUnknown', 'credit.accountUnknown'),
  },
  receive: {
    input: { receiptId: 'ACCESS-3', buyerId: 'NOBODY', amountFen: 1 },
    answers: finance('credit.accountUnknown', 'credit.accountUnknown'),
  },
  setLimit: {
    input: { commandId: 'ACCESS-4', buyerId: 'NOBODY', limitFen: 1, termDays: 1 },
    answers: finance('credit.accountUnknown', 'credit.accountUnknown'),
  },
};
