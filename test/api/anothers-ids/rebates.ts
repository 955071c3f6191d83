import { type AnothersRowsOf, asks, own } from './row';

const accountId = asks('rebateAccount', 'rebates.accountUnknown');

export const rebatesAnothers: AnothersRowsOf<'rebates'> = {
  balances: { partyId: asks('store', 'ok') },
  totals: own,
  entries: { accountId },
  statement: { accountId },
  adjust: { buyerId: asks('store', 'rebates.buyerUnknown') },
  freeze: { accountId },
  terms: own,
  putTerms: own,
  progress: { supplierId: asks('seller', 'partners.notSupplied') },
  displays: own,
  handInDisplay: { promotionId: asks('deal', 'rebates.dealUnknown') },
  decideDisplay: { claimId: asks('displayClaim', 'rebates.claimUnknown') },
};
