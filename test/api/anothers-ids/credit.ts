import { type AnothersRowsOf, asks, hqAlone, own, taken } from './row';

const accountUnknown = 'credit.accountUnknown';
const buyer = { buyerId: asks('store', accountUnknown) };
/** Either end of an account: with the stranger itself at the other, and with the one who is really there. */
const pair = {
  sellerId: asks('seller', accountUnknown, { buyerId: 'S1' }),
  buyerId: asks('store', accountUnknown, { sellerId: 'D1' }),
};
const receipt = { receiptId: asks('receipt', 'credit.receiptUnknown') };
const toOurs = { buyerId: 'STRANGER' };
const temporary = { temporaryLimitId: asks('temporaryLimit', 'credit.temporaryLimitUnknown') };
const reused = 'command.idReused';

export const creditAnothers: AnothersRowsOf<'credit'> = {
  mine: own,
  accounts: { partyId: asks('store', 'ok') },
  assess: pair,
  bills: { partyId: asks('store', 'ok') },
  entries: pair,
  receive: {
    receiptId: taken('receipt', reused, toOurs),
    ...buyer,
    billId: asks('bill', 'credit.billUnknown', toOurs),
  },
  creditNote: {
    receiptId: taken('receipt', reused, toOurs),
    ...buyer,
    billId: asks('bill', 'credit.billUnknown', toOurs),
  },
  receipts: pair,
  applyReceipt: { ...receipt, billId: 'the receipt is asked for first, and is unknown' },
  unapplyReceipt: receipt,
  reverseReceipt: receipt,
  writeOffs: own,
  requestWriteOff: { writeOffId: 'the bill is asked for first', billId: asks('bill', 'credit.billUnknown') },
  decideWriteOff: { writeOffId: asks('writeOff', 'credit.writeOffUnknown') },
  setLimit: buyer,
  limitHistory: buyer,
  terms: pair,
  setTerms: buyer,
  temporaryLimits: pair,
  requestTemporaryLimit: {
    temporaryLimitId: taken('temporaryLimit', reused, toOurs),
    ...buyer,
  },
  decideTemporaryLimit: temporary,
  voidTemporaryLimit: temporary,
  ladder: own,
  setLadder: own,
  releases: pair,
  grantRelease: { releaseId: taken('release', reused, toOurs), ...buyer },
  revokeRelease: { releaseId: asks('release', 'credit.releaseUnknown') },
  stepChanges: own,
  reminders: own,
  statement: pair,
  statements: own,
  issueStatement: { statementId: taken('statement', reused, toOurs), ...buyer },
  answerStatement: { statementId: asks('statement', 'credit.statementUnknown') },
  ageing: { partyId: asks('store', 'ok') },
  channel: hqAlone,
  deposits: own,
  depositEntries: { depositId: asks('deposit', 'credit.depositUnknown') },
  moveDeposit: { ...buyer, orderId: 'it is a word of the ledger: the balance is the customer’s own' },
  reverseDepositEntry: { entryId: asks('depositEntry', 'credit.entryUnknown') },
};
