import { big, day, flag, id, integer, json, orNull, table, text } from '../platform';
import type {
  BorrowRequest,
  BorrowSettlement,
  ContractWarehouse,
  Loan,
  SharingAgreement,
  SharingUse,
} from './pool-model';
import type { SellerShareTerms } from './share-terms';
import type { ShortagePolicy } from './shortage-policy';

export const contractWarehouseTable = table<ContractWarehouse>(
  'contractWarehouse',
  { sellerId: id(), buyerId: id(), warehouseId: id(), isOnly: flag() },
  { primary: ['sellerId', 'buyerId'] },
);

export const sharingAgreementTable = table<SharingAgreement>(
  'sharingAgreement',
  {
    id: id(),
    lenderId: id(),
    borrowerId: id(),
    scope: text(16),
    scopeId: id(),
    quotaQuantity: big(),
    period: text(8),
    price: json(),
    startsOn: day(),
    endsOn: orNull(day()),
    state: text(16),
    proposedBy: id(),
    proposedAt: big(),
    decidedBy: orNull(id()),
    decidedAt: orNull(big()),
    endedBy: orNull(id()),
    endedAt: orNull(big()),
  },
  {
    primary: ['id'],
    index: [
      ['borrowerId', 'state', 'id'],
      ['lenderId', 'state', 'id'],
    ],
  },
);

export const sharingUseTable = table<SharingUse>(
  'sharingUse',
  { agreementId: id(), periodOn: day(), usedQuantity: big() },
  { primary: ['agreementId', 'periodOn'] },
);

export const borrowRequestTable = table<BorrowRequest>(
  'borrowRequest',
  {
    id: id(),
    borrowerId: id(),
    lenderId: id(),
    agreementId: id(),
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    quantity: big(),
    promised: big(),
    arrived: big(),
    unitPriceE4: big(),
    lastsUntil: day(),
    state: text(16),
    reason: text(80),
    requestedBy: id(),
    requestedAt: big(),
    answeredAt: orNull(big()),
    closedAt: orNull(big()),
  },
  { primary: ['id'], index: [['orderId'], ['borrowerId', 'id'], ['borrowerId', 'skuId', 'state']] },
);

export const loanTable = table<Loan>(
  'loan',
  {
    id: id(),
    lenderId: id(),
    borrowerId: id(),
    agreementId: id(),
    skuId: id(),
    quantity: big(),
    unitPriceE4: big(),
    periodOn: day(),
    state: text(16),
    reason: text(80),
    decidedAt: big(),
    closedAt: orNull(big()),
  },
  {
    primary: ['id'],
    index: [
      ['lenderId', 'id'],
      ['lenderId', 'skuId', 'state'],
      ['agreementId', 'periodOn'],
    ],
  },
);

export const borrowSettlementTable = table<BorrowSettlement>(
  'borrowSettlement',
  {
    id: id(),
    loanId: id(),
    lenderId: id(),
    borrowerId: id(),
    skuId: id(),
    lotId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quantity: big(),
    unitPriceE4: big(),
    amountFen: big(),
    billId: orNull(id()),
    at: big(),
  },
  { primary: ['id'], index: [['loanId'], ['lenderId', 'id'], ['borrowerId', 'id']] },
);

export const shortagePolicyTable = table<ShortagePolicy>(
  'shortagePolicy',
  {
    sellerId: id(),
    buyerId: id(),
    skuId: id(),
    kind: text(16),
    closeAfterDays: orNull(integer()),
    rest: text(16),
    changedBy: id(),
    changedAt: big(),
  },
  { primary: ['sellerId', 'buyerId', 'skuId'] },
);

export const shareTermsTable = table<SellerShareTerms>(
  'shareTerms',
  {
    sellerId: id(),
    buyerId: id(),
    channel: text(16),
    segment: integer(),
    weight: integer(),
    changedBy: id(),
    changedAt: big(),
  },
  { primary: ['sellerId', 'buyerId', 'channel'] },
);

/** The tables of the pool: attributes of sourcing, sharing between owners, and what becomes of shortages. */
export const poolTables = [
  contractWarehouseTable,
  sharingAgreementTable,
  sharingUseTable,
  borrowRequestTable,
  loanTable,
  borrowSettlementTable,
  shortagePolicyTable,
  shareTermsTable,
];
