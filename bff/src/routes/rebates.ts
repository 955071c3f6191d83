import {
  type ClaimOfDeal,
  type Core,
  describePromotion,
  type Instant,
  type RebateBalance,
  type RebateEntry,
  type RebateProgress,
  type RebateTerms,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { viewPhotos } from './photo-view';
import { at, atOrNull } from './wire';

export const rebateHandlers = ({ rebates, orders, partners, attachments }: Core): HandlersOf<'rebates'> => {
  const namesOf = async (sides: readonly { readonly sellerId: string; readonly buyerId: string }[]) => {
    const ids = new Set(sides.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]));
    const parties = await partners.parties([...ids]);
    return (id: string) => parties.get(id)?.name ?? '';
  };
  const viewBalances = async (found: readonly RebateBalance[]) => {
    const nameOf = await namesOf(found.map(({ account }) => account));
    return found.map((balance) => viewBalance(balance, nameOf));
  };
  const viewOne = async (balance: RebateBalance) => {
    const nameOf = await namesOf([balance.account]);
    return viewBalance(balance, nameOf);
  };
  const viewClaims = async (found: readonly ClaimOfDeal[], now: Instant) => {
    const nameOf = await namesOf(found.map(({ claim }) => claim));
    const photos = await attachments.photosOf(
      'display',
      found.map(({ claim }) => claim.id),
    );
    return found.map((one) =>
      viewClaim(one, nameOf, viewPhotos(one.claim.photos, photos.get(one.claim.id), now)),
    );
  };
  const viewOneClaim = async (found: ClaimOfDeal, now: Instant) => {
    const [viewed] = await viewClaims([found], now);
    return viewed as NonNullable<typeof viewed>;
  };

  return {
    balances: async (input, caller) => {
      const { items, nextCursor } = await rebates.balances(caller, input);
      return { items: await viewBalances(items), nextCursor };
    },
    totals: async (_, caller) => {
      const { accounts, balanceFen, heldFen, owedFen } = await rebates.totals(caller);
      return { accounts, balanceFen, heldFen, owedFen, openClaims: await rebates.openClaims(caller) };
    },
    entries: async (input, caller) => {
      const { items, nextCursor } = await rebates.entries(caller, input);
      return { items: items.map(viewEntry), nextCursor };
    },
    statement: (input, caller) => rebates.statement(caller, input),
    adjust: async (input, caller) => viewOne(await rebates.adjust(caller, input)),
    freeze: async (input, caller) => viewOne(await rebates.freeze(caller, input)),
    terms: async (_, caller) => {
      const { now, versions } = await rebates.terms(caller);
      return { now: viewTerms(now), versions: versions.map(viewTerms) };
    },
    putTerms: async (input, caller) => viewTerms(await rebates.putTerms(caller, input)),
    progress: async ({ supplierId }, caller) => ({
      items: (await orders.rebates.progress(caller, supplierId)).map(viewProgress),
    }),
    displays: async (input, caller) => {
      const { items, nextCursor } = await rebates.claims(caller, input);
      return { items: await viewClaims(items, caller.at), nextCursor };
    },
    handInDisplay: async (input, caller) => viewOneClaim(await rebates.handIn(caller, input), caller.at),
    decideDisplay: async (input, caller) =>
      viewOneClaim(await orders.rebates.decideDisplay(caller, input), caller.at),
  };
};

type NameOf = (partyId: string) => string;

const viewBalance = ({ account, freeFen, lots, terms }: RebateBalance, nameOf: NameOf) => ({
  accountId: account.id,
  sellerId: account.sellerId,
  sellerName: nameOf(account.sellerId),
  buyerId: account.buyerId,
  buyerName: nameOf(account.buyerId),
  balanceFen: account.balanceFen,
  heldFen: account.heldFen,
  freeFen,
  owedFen: account.owedFen,
  frozenAt: atOrNull(account.frozenAt),
  frozenReason: account.frozenReason,
  expiries: lots.map(({ expiresAt, leftFen, heldFen }) => ({ expiresAt: at(expiresAt), leftFen, heldFen })),
  maxShareBp: terms.maxShareBp,
  countsSpecialPrices: terms.countsSpecialPrices,
});

/** Settlements have ids of their own that tell nobody anything. */
const ofOrders: ReadonlySet<RebateEntry['action']> = new Set(['hold', 'release', 'capture', 'restore']);

const viewEntry = (entry: RebateEntry) => ({
  entryId: entry.id,
  action: entry.action,
  balanceFen: entry.balanceFen,
  heldFen: entry.heldFen,
  owedFen: entry.owedFen,
  orderId: ofOrders.has(entry.action) ? entry.documentId : '',
  reason: entry.reason,
  at: at(entry.at),
});

const viewTerms = ({
  maxShareBp,
  countsSpecialPrices,
  validMonths,
  version,
  changedBy,
  changedAt,
}: RebateTerms) => ({
  maxShareBp,
  countsSpecialPrices,
  validMonths,
  version,
  changedBy,
  changedAt: version === 0 ? null : at(changedAt),
});

const noGoods = { skuName: (skuId: string) => skuId };

const viewProgress = ({ promotion, ...rest }: RebateProgress) => ({
  promotionId: promotion.id,
  name: promotion.name,
  kind: promotion.kind === 'displayDeal' ? ('displayDeal' as const) : ('cumulative' as const),
  label: describePromotion(promotion, noGoods),
  endsAt: at(promotion.endsAt),
  quantity: rest.quantity,
  amountFen: rest.amountFen,
  proofCount: rest.proofCount,
  entitledFen: rest.entitledFen,
  settledFen: rest.settledFen,
  next: rest.next,
});

const viewClaim = (
  { claim, promotion }: ClaimOfDeal,
  nameOf: NameOf,
  photos: ReturnType<typeof viewPhotos>,
) => ({
  claimId: claim.id,
  promotionId: claim.promotionId,
  promotionName: promotion.name,
  label: describePromotion(promotion, noGoods),
  sellerId: claim.sellerId,
  sellerName: nameOf(claim.sellerId),
  buyerId: claim.buyerId,
  buyerName: nameOf(claim.buyerId),
  state: claim.state,
  photos,
  note: claim.note,
  submittedBy: claim.submittedBy,
  submittedAt: at(claim.submittedAt),
  decidedBy: claim.decidedBy,
  decidedAt: atOrNull(claim.decidedAt),
  reason: claim.reason,
});
