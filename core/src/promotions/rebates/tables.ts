import { big, flag, id, integer, json, orNull, table, text } from '../../platform';
import type {
  DisplayClaim,
  DisplayPhoto,
  RebateAccount,
  RebateAccrual,
  RebateEntry,
  RebateHold,
  RebateLot,
  RebateSettlement,
  RebateTerms,
} from './model';

export const rebateAccountTable = table<RebateAccount>(
  'rebateAccount',
  {
    id: id(),
    sellerId: id(),
    buyerId: id(),
    balanceFen: big(),
    heldFen: big(),
    owedFen: big(),
    frozenAt: orNull(big()),
    frozenReason: text(200),
    openedAt: big(),
  },
  {
    primary: ['id'],
    unique: [['sellerId', 'buyerId']],
    index: [
      ['buyerId', 'id'],
      ['sellerId', 'id'],
    ],
  },
);

export const rebateLotTable = table<RebateLot>(
  'rebateLot',
  { id: id(), accountId: id(), expiresAt: big(), leftFen: big(), heldFen: big() },
  {
    primary: ['id'],
    index: [
      ['accountId', 'expiresAt', 'id'],
      ['expiresAt', 'accountId'],
    ],
  },
);

export const rebateHoldTable = table<RebateHold>(
  'rebateHold',
  {
    id: text(81),
    accountId: id(),
    lotId: id(),
    orderId: id(),
    heldFen: big(),
    capturedFen: big(),
    restoredFen: big(),
  },
  { primary: ['id'], index: [['orderId', 'accountId']] },
);

export const rebateEntryTable = table<RebateEntry>(
  'rebateEntry',
  {
    id: id(),
    accountId: id(),
    lotId: orNull(id()),
    restoresLotId: orNull(id()),
    action: text(16),
    balanceFen: big(),
    heldFen: big(),
    owedFen: big(),
    documentId: text(60),
    reason: text(200),
    actorId: id(),
    at: big(),
  },
  { primary: ['id'], index: [['accountId', 'id'], ['accountId', 'at'], ['documentId']] },
);

export const rebateTermsTable = table<RebateTerms>(
  'rebateTerms',
  {
    sellerId: id(),
    version: integer(),
    maxShareBp: integer(),
    countsSpecialPrices: flag(),
    validMonths: integer(),
    changedBy: text(60),
    changedAt: big(),
  },
  { primary: ['sellerId', 'version'] },
);

export const rebateAccrualTable = table<RebateAccrual>(
  'rebateAccrual',
  { promotionId: id(), buyerId: id(), sellerId: id(), settledFen: big() },
  { primary: ['promotionId', 'buyerId'], index: [['sellerId', 'buyerId']] },
);

export const rebateSettlementTable = table<RebateSettlement>(
  'rebateSettlement',
  {
    id: id(),
    promotionId: id(),
    buyerId: id(),
    period: text(48),
    sellerId: id(),
    promotionVersion: integer(),
    quantity: big(),
    amountFen: big(),
    proofCount: integer(),
    entitledFen: big(),
    deltaFen: big(),
    at: big(),
  },
  { primary: ['id'], unique: [['promotionId', 'buyerId', 'period']] },
);

export const displayClaimTable = table<DisplayClaim>(
  'displayClaim',
  {
    id: id(),
    promotionId: id(),
    sellerId: id(),
    buyerId: id(),
    state: text(16),
    photos: json(),
    note: text(200),
    submittedBy: text(60),
    submittedAt: big(),
    decidedBy: orNull(text(60)),
    decidedAt: orNull(big()),
    reason: text(200),
  },
  {
    primary: ['id'],
    index: [
      ['sellerId', 'state', 'id'],
      ['buyerId', 'id'],
      ['promotionId', 'buyerId', 'state'],
    ],
  },
);

export const displayPhotoTable = table<DisplayPhoto>(
  'displayPhoto',
  { buyerId: id(), reference: text(200), claimId: id() },
  { primary: ['buyerId', 'reference'], index: [['claimId']] },
);

export const rebateTables = [
  rebateAccountTable,
  rebateLotTable,
  rebateHoldTable,
  rebateEntryTable,
  rebateTermsTable,
  rebateAccrualTable,
  rebateSettlementTable,
  displayClaimTable,
  displayPhotoTable,
];
