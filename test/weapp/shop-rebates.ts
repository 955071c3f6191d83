import type { Answer } from '@tongpan/bff';
import { at, me } from './shop-facts';

/** What the supplier of this suite pays later, and has paid. */

const between = {
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  buyerId: me.party.partyId,
  buyerName: me.party.name,
};
const endsAt = '2026-12-31T16:00:00Z';

export const rebateBalance: Answer<'rebates', 'balances'>['items'][number] = {
  accountId: 'R-1',
  ...between,
  balanceFen: 30_000,
  heldFen: 10_000,
  freeFen: 20_000,
  owedFen: 0,
  frozenAt: null,
  frozenReason: '',
  expiries: [
    { expiresAt: endsAt, leftFen: 10_000, heldFen: 10_000 },
    { expiresAt: '2027-11-30T16:00:00Z', leftFen: 20_000, heldFen: 0 },
  ],
  maxShareBp: 3_000,
  countsSpecialPrices: false,
};

const moved = { orderId: '', reason: '', balanceFen: 0, heldFen: 0, owedFen: 0, at };
export const rebateEntries: Answer<'rebates', 'entries'>['items'] = [
  { ...moved, entryId: 'RE-2', action: 'hold', heldFen: 10_000, orderId: 'O-OLD' },
  { ...moved, entryId: 'RE-1', action: 'earn', balanceFen: 30_000, reason: '季度返利' },
];

const done = { quantity: 240, amountFen: 120_000, proofCount: 0, entitledFen: 0, settledFen: 0, endsAt };
export const rebateProgress: Answer<'rebates', 'progress'>['items'] = [
  {
    ...done,
    promotionId: 'P-REBATE',
    name: '季度返利',
    kind: 'cumulative',
    label: '累计满¥1,000.00返1%',
    entitledFen: 1_200,
    next: null,
  },
  {
    ...done,
    promotionId: 'P-DISPLAY',
    name: '端架陈列',
    kind: 'displayDeal',
    label: '陈列照片核验3张返¥200.00',
    next: '还差3张陈列照片，返¥200.00',
  },
];

export const refusedDisplay: Answer<'rebates', 'displays'>['items'][number] = {
  claimId: 'D-1',
  promotionId: 'P-DISPLAY',
  promotionName: '端架陈列',
  label: '陈列照片核验3张返¥200.00',
  ...between,
  state: 'refused',
  photos: [{ reference: '门口 1', url: null, thumbnailUrl: null }],
  note: '',
  submittedBy: me.name,
  submittedAt: at,
  decidedBy: '王经理',
  decidedAt: at,
  reason: '看不清排面',
};
