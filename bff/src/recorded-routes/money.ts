import { readByPost, type RecordingsOf, theOnlyOne } from './recording';

export const creditRecordings: RecordingsOf<'credit'> = {
  receive: ({ receiptId }) => receiptId,
  creditNote: ({ receiptId }) => receiptId,
  applyReceipt: ({ receiptId }) => receiptId,
  unapplyReceipt: ({ receiptId }) => receiptId,
  reverseReceipt: ({ receiptId }) => receiptId,
  requestWriteOff: ({ writeOffId }) => writeOffId,
  decideWriteOff: ({ writeOffId }) => writeOffId,
  setLimit: ({ buyerId }) => buyerId,
  setTerms: ({ buyerId }) => buyerId,
  requestTemporaryLimit: ({ temporaryLimitId }) => temporaryLimitId,
  decideTemporaryLimit: ({ temporaryLimitId }) => temporaryLimitId,
  voidTemporaryLimit: ({ temporaryLimitId }) => temporaryLimitId,
  setLadder: theOnlyOne,
  grantRelease: ({ releaseId }) => releaseId,
  revokeRelease: ({ releaseId }) => releaseId,
  issueStatement: ({ statementId }) => statementId,
  answerStatement: ({ statementId }) => statementId,
  moveDeposit: ({ buyerId }) => buyerId,
  reverseDepositEntry: ({ entryId }) => entryId,
};

export const paymentsRecordings: RecordingsOf<'payments'> = {
  start: ({ paymentId }) => paymentId,
  useRebate: ({ orderId }) => orderId,
  retryRefund: ({ refundId }) => refundId,
  closeRefund: ({ refundId }) => refundId,
  reconcileNow: ({ day }) => day,
  resolveDifference: ({ differenceId }) => differenceId,
  refundMismatched: ({ paymentId }) => paymentId,
  requestReturn: ({ paymentId }) => paymentId,
  decideReturn: ({ returnId }) => returnId,
};

export const promotionsRecordings: RecordingsOf<'promotions'> = {
  put: ({ promotion }) => promotion.promotionId,
  publish: ({ promotionId }) => promotionId,
  stop: ({ promotionId }) => promotionId,
  conflicts: readByPost,
  preview: readByPost,
  simulate: readByPost,
  claimCoupon: ({ promotionId }) => promotionId,
};

export const rebatesRecordings: RecordingsOf<'rebates'> = {
  adjust: ({ buyerId }) => buyerId,
  freeze: ({ accountId }) => accountId,
  putTerms: theOnlyOne,
  handInDisplay: ({ promotionId }) => promotionId,
  decideDisplay: ({ claimId }) => claimId,
};
