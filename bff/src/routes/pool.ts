import {
  type AgreementSeen,
  type BorrowRequest,
  type BorrowSettlement,
  caseOf,
  type Core,
  dayOf,
  type Loan,
  type PoolStock,
  type ShareTerms,
  type ShortagePolicy,
  type TransferPrice,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { type StockNames, stockNames } from './stock-names';
import { at } from './wire';

const done = { done: true } as const;

export const poolHandlers = ({ pool, stock, catalog }: Core): HandlersOf<'pool'> => ({
  stock: async (query, caller) => {
    const { items, nextCursor } = await pool.stock(caller, query);
    return { items: items.map(viewStock), nextCursor };
  },
  agreements: async (query, caller) => {
    const { items, nextCursor } = await pool.agreements(caller, { ...query, on: dayOf(caller.at) });
    const goods = await stockNames(
      { stock, catalog },
      items.flatMap(({ agreement: { scope, scopeId } }) => (scope === 'sku' ? [{ skuId: scopeId }] : [])),
    );
    return { items: items.map((agreement) => viewAgreement(agreement, goods)), nextCursor };
  },
  propose: async ({ price, ...terms }, caller) => pool.propose(caller, { ...terms, price: priceOf(price) }),
  accept: async (input, caller) => {
    await pool.accept(caller, input);
    return done;
  },
  decline: async (input, caller) => {
    await pool.decline(caller, input);
    return done;
  },
  end: async (input, caller) => {
    await pool.end(caller, input);
    return done;
  },
  borrows: async (query, caller) => {
    const { items, nextCursor, names } = await pool.borrows(caller, query);
    const goods = await stockNames({ stock, catalog }, items);
    return { items: items.map((request) => viewBorrow(request, names, goods)), nextCursor };
  },
  borrow: async (input, caller) => {
    await pool.borrow(caller, input);
    return done;
  },
  takeBack: async (input, caller) => {
    await pool.takeBack(caller, input);
    return done;
  },
  loans: async (query, caller) => {
    const { items, nextCursor, names } = await pool.loans(caller, query);
    const goods = await stockNames({ stock, catalog }, items);
    return { items: items.map((loan) => viewLoan(loan, names, goods)), nextCursor };
  },
  lend: async (input, caller) => {
    await pool.lend(caller, input);
    return done;
  },
  settlements: async (query, caller) => {
    const { items, nextCursor, names } = await pool.settlements(caller, query);
    const goods = await stockNames({ stock, catalog }, items);
    return { items: items.map((settlement) => viewSettlement(settlement, names, goods)), nextCursor };
  },
  fairShare: async (input, caller) => {
    const { sku, supply, left, lines } = await pool.previewFairShare(caller, input);
    const { unit, factor } = caseOf(sku);
    return {
      skuId: sku.id,
      supply,
      left,
      packUnit: unit,
      packFactor: factor,
      lines: lines.map((line) => ({
        orderId: line.orderId,
        orderNumber: line.orderNumber,
        lineNo: line.lineNo,
        buyerId: line.buyerId,
        buyerName: line.buyerName,
        wanted: line.wanted,
        shipped: line.shipped,
        promised: line.promised,
        isProtected: line.isProtected,
        segment: line.segment,
        weight: line.weight,
        quantity: line.quantity,
        toGive: line.toGive,
      })),
    };
  },
  shortagePolicies: async (query, caller) => {
    const { items, nextCursor } = await pool.shortagePolicies(caller, query);
    return { items: items.map(viewPolicy), nextCursor };
  },
  setShortagePolicy: async (input, caller) => viewPolicy(await pool.setShortagePolicy(caller, input)),
  removeShortagePolicy: async (input, caller) => {
    await pool.removeShortagePolicy(caller, input);
    return done;
  },
  shareTerms: async (query, caller) => {
    const { items, nextCursor } = await pool.shareTerms(caller, query);
    return { items: items.map(viewShareTerms), nextCursor };
  },
  setShareTerms: async (input, caller) => viewShareTerms(await pool.setShareTerms(caller, input)),
  removeShareTerms: async (input, caller) => {
    await pool.removeShareTerms(caller, input);
    return done;
  },
  setWarehouse: async (input, caller) => {
    await pool.setWarehouse(caller, input);
    return done;
  },
  setContractWarehouse: async (input, caller) => {
    await pool.setContractWarehouse(caller, input);
    return done;
  },
});

type PriceView =
  | { readonly kind: 'fixed'; readonly prices: { skuId: string; unitPriceE4: number }[] }
  | { readonly kind: 'purchaseShare'; readonly shareBp: number };

const priceOf = (price: PriceView): TransferPrice =>
  price.kind === 'fixed'
    ? {
        kind: 'fixed',
        prices: Object.fromEntries(price.prices.map(({ skuId, unitPriceE4 }) => [skuId, unitPriceE4])),
      }
    : price;

const viewPrice = (price: TransferPrice): PriceView =>
  price.kind === 'fixed'
    ? {
        kind: 'fixed',
        prices: Object.entries(price.prices).map(([skuId, unitPriceE4]) => ({ skuId, unitPriceE4 })),
      }
    : { kind: 'purchaseShare', shareBp: price.shareBp };

const viewStock = (stock: PoolStock & { readonly skuName: string; readonly ownerName: string }) => ({
  skuId: stock.skuId,
  skuName: stock.skuName,
  ownerId: stock.ownerId,
  ownerName: stock.ownerName,
  onHand: stock.onHand,
  reserved: stock.reserved,
  sellable: stock.sellable,
  ageing: stock.ageing,
  lendQuotaLeft: stock.lendQuotaLeft,
  borrowQuotaLeft: stock.borrowQuotaLeft,
});

const scopeNameOf = ({ scope, scopeId }: AgreementSeen['agreement'], goods: StockNames) => {
  if (scope === 'all') return '';
  return scope === 'sku' ? goods.sku(scopeId) : scopeId;
};

const viewAgreement = ({ agreement, quotaLeft, names }: AgreementSeen, goods: StockNames) => ({
  agreementId: agreement.id,
  lenderId: agreement.lenderId,
  lenderName: names.get(agreement.lenderId) ?? '',
  borrowerId: agreement.borrowerId,
  borrowerName: names.get(agreement.borrowerId) ?? '',
  scope: agreement.scope,
  scopeId: agreement.scopeId,
  scopeName: scopeNameOf(agreement, goods),
  quotaQuantity: agreement.quotaQuantity,
  period: agreement.period,
  price: viewPrice(agreement.price),
  startsOn: agreement.startsOn,
  endsOn: agreement.endsOn,
  state: agreement.state,
  proposedBy: agreement.proposedBy,
  proposedAt: at(agreement.proposedAt),
  quotaLeft,
});

type Names = ReadonlyMap<string, string>;
type Between = Pick<Loan, 'lenderId' | 'borrowerId' | 'skuId' | 'unitPriceE4'>;

const viewBetween = (
  { lenderId, borrowerId, skuId, unitPriceE4 }: Between,
  names: Names,
  goods: StockNames,
) => ({
  lenderId,
  lenderName: names.get(lenderId) ?? '',
  borrowerId,
  borrowerName: names.get(borrowerId) ?? '',
  skuId,
  skuName: goods.sku(skuId),
  unitPriceE4,
});

/** Why a request got less than it asked for, or nothing. */
const reasonTitles: Readonly<Record<string, string>> = {
  agreementOver: '共享协议未生效或已结束',
  quotaUsed: '本期共享额度已用完',
  noStock: '出借方没有合适的库存',
  partly: '出借方只能借出一部分',
  withdrawn: '借入方已撤回',
  orderEnded: '订单已取消',
  notNeeded: '订单已不再缺货',
};

const viewBorrow = (request: BorrowRequest, names: Names, goods: StockNames) => ({
  borrowId: request.id,
  ...viewBetween(request, names, goods),
  orderId: request.orderId,
  lineNo: request.lineNo,
  quantity: request.quantity,
  promised: request.promised,
  arrived: request.arrived,
  state: request.state,
  reason: request.reason,
  reasonTitle: reasonTitles[request.reason] ?? '',
  requestedAt: at(request.requestedAt),
});

const viewLoan = (loan: Loan, names: Names, goods: StockNames) => ({
  borrowId: loan.id,
  ...viewBetween(loan, names, goods),
  quantity: loan.quantity,
  state: loan.state,
  reason: loan.reason,
  reasonTitle: reasonTitles[loan.reason] ?? '',
  decidedAt: at(loan.decidedAt),
});

const viewSettlement = (settlement: BorrowSettlement, names: Names, goods: StockNames) => ({
  settlementId: settlement.id,
  borrowId: settlement.loanId,
  ...viewBetween(settlement, names, goods),
  lotNo: settlement.lotNo,
  producedOn: settlement.producedOn,
  expiresOn: settlement.expiresOn,
  quantity: settlement.quantity,
  amountFen: settlement.amountFen,
  billId: settlement.billId,
  at: at(settlement.at),
});

const viewPolicy = ({ buyerId, skuId, kind, closeAfterDays, rest }: ShortagePolicy) => ({
  buyerId,
  skuId,
  kind,
  closeAfterDays,
  rest,
});

const viewShareTerms = ({ buyerId, channel, segment, weight }: ShareTerms) => ({
  buyerId,
  channel,
  segment,
  weight,
});
