import { type Answers, type RowsOf, buyer, finance, no, out, seller, signedIn } from './row';

/** Managers of a seller: neither the purchaser of a distributor nor the bookkeeper of HQ. */
const manager = (code: string): Answers => [out, no, no, code, no, code, no];
const unknown = signedIn('rebates.accountUnknown', 'rebates.accountUnknown', 'rebates.accountUnknown');
const nobodys = { accountId: 'NOTHING' };

/** Inputs change nothing: they ask, or name what there is not. */
export const rebatesRows: RowsOf<'rebates'> = {
  balances: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  totals: { input: {}, answers: seller('ok', 'ok') },
  entries: { input: nobodys, answers: unknown },
  statement: { input: { ...nobodys, startsOn: '2026-01-01', untilOn: '2026-01-31' }, answers: unknown },
  adjust: {
    input: { commandId: 'ACCESS-R1', buyerId: 'NOBODY', amountFen: 1, reason: '补差' },
    answers: finance('rebates.buyerUnknown', 'rebates.buyerUnknown'),
  },
  freeze: {
    input: { commandId: 'ACCESS-R2', ...nobodys, isFrozen: true, reason: '对账争议' },
    answers: finance('rebates.accountUnknown', 'rebates.accountUnknown'),
  },
  terms: { input: {}, answers: seller('ok', 'ok') },
  putTerms: {
    input: {
      commandId: 'ACCESS-R3',
      expectedVersion: 99,
      maxShareBp: 3_000,
      countsSpecialPrices: false,
      validMonths: 12,
    },
    answers: manager('rebates.termsChanged'),
  },
  progress: { input: {}, answers: buyer('ok', 'ok') },
  displays: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  handInDisplay: {
    input: { commandId: 'ACCESS-R4', promotionId: 'NO-SUCH-DEAL', photos: ['NO-SUCH-PHOTO'] },
    answers: buyer('rebates.dealUnknown', 'rebates.dealUnknown'),
  },
  decideDisplay: {
    input: { commandId: 'ACCESS-R5', claimId: 'NOTHING', approve: true },
    answers: manager('rebates.claimUnknown'),
  },
};
