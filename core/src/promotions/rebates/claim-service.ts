import { usePhotos } from '../../attachments';
import { loadGroupsOf } from '../../catalog';
import { loadParties, loadSupplies } from '../../partners';
import {
  type Caller,
  commandsOver,
  dayMs,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../../platform';
import { isFor } from '../is-for-buyer';
import type { Promotion } from '../model';
import { promotionStore } from '../promotion-store';
import { accrualStore } from './accrual-store';
import type { RebatePage } from './desk-service';
import { settledAfterDays } from './entitle';
import type { DisplayClaim, DisplayClaimState } from './model';

export interface HandInDisplay {
  readonly commandId: string;
  readonly promotionId: string;
  /** Ids of photos the buyer has uploaded for this. */
  readonly photos: readonly string[];
  readonly note: string;
}

export interface DecideDisplay {
  readonly commandId: string;
  readonly claimId: string;
  readonly approve: boolean;
  /** Why it is refused. */
  readonly reason: string;
}

export interface ClaimQuery extends RebatePage {
  readonly side: 'buyer' | 'seller';
  readonly state?: DisplayClaimState | undefined;
}

/** A claim with the deal it is about. */
export interface ClaimOfDeal {
  readonly claim: DisplayClaim;
  readonly promotion: Promotion;
}

/** How many displays with their photos wait for a seller to look at them. */
export const countDisplayClaims = (tx: Tx, sellerId: string) => accrualStore(tx).waitingClaims(sellerId);

/** 陈列核销: buyers hand photos in, sellers look at them. */
export function displayClaimService({ database, newId }: Pick<Platform, 'database' | 'newId'>) {
  const once = commandsOver(database);

  return {
    /** Claims the caller has handed in, or is to decide, the newest first. */
    claims: (caller: Caller, { side, state, cursor, limit }: ClaimQuery) =>
      database.read(async (tx) => {
        const found = await accrualStore(tx).claims({
          side: side === 'seller' ? 'sellerId' : 'buyerId',
          partyId: caller.partyId,
          state: state ?? null,
          before: cursor ? readCursor(cursor, 'string')[0] : null,
          limit: limit + 1,
        });
        const page = pageOf(found, limit, ({ id }) => [id]);
        return { items: await withDeals(tx, page.items), nextCursor: page.nextCursor };
      }),

    /** How many claims wait for the caller. */
    openClaims: (caller: Caller) => database.read((tx) => accrualStore(tx).openClaims(caller.partyId)),

    /**
     * Hands photos in for a display deal of a supplier. A photo counts once, and one claim of a deal is looked at
     * before the next.
     * @throws rebates.dealUnknown, rebates.dealOver, rebates.claimOpen, rebates.photoUsed,
     * attachments.photoUnknown, attachments.photoUsed, command.idReused
     */
    handIn: (caller: Caller, input: HandInDisplay) =>
      once(caller, 'rebates.handIn', input.commandId, input, async (tx): Promise<ClaimOfDeal> => {
        const store = accrualStore(tx);
        // The promotion's row is the lock: two claims at once take turns.
        const promotion = await promotionStore(tx).promotionLocked(input.promotionId);
        if (!promotion || !(await isDealFor(tx, promotion, caller))) throw new Refused('rebates.dealUnknown');
        const lastAt = promotion.endsAt + settledAfterDays * dayMs;
        if (promotion.state === 'stopped' || caller.at < promotion.startsAt || caller.at >= lastAt) {
          throw new Refused('rebates.dealOver');
        }
        if ((await store.openClaimsFor(promotion.id, caller.partyId)).length > 0) {
          throw new Refused('rebates.claimOpen');
        }
        const claim: DisplayClaim = {
          id: newId(),
          promotionId: promotion.id,
          sellerId: promotion.sellerId,
          buyerId: caller.partyId,
          state: 'open',
          photos: input.photos,
          note: input.note,
          submittedBy: caller.userName,
          submittedAt: caller.at,
          decidedBy: null,
          decidedAt: null,
          reason: '',
        };
        const uploaded = await usePhotos(tx, caller, {
          photoIds: input.photos,
          purpose: 'display',
          usedBy: claim.id,
          viewerId: claim.sellerId,
        });
        // By what it shows, not by its id: the same picture uploaded again counts no second time.
        const photos = uploaded.map(({ sha256 }) => ({
          buyerId: claim.buyerId,
          reference: `sha256:${sha256}`,
          claimId: claim.id,
        }));
        if ((await store.addPhotos(photos)) !== photos.length) throw new Refused('rebates.photoUsed');
        await store.addClaim(claim);
        return { claim, promotion };
      }),
  };
}

/**
 * Approves a claim or refuses it, in the transaction of its settlement. The promotion is locked.
 * @throws rebates.claimUnknown, rebates.claimDecided
 */
export async function decideDisplayClaim(
  tx: Tx,
  caller: Caller,
  { claimId, approve, reason }: Omit<DecideDisplay, 'commandId'>,
): Promise<DisplayClaim> {
  const store = accrualStore(tx);
  const claim = await store.claim(claimId);
  if (claim?.sellerId !== caller.partyId) throw new Refused('rebates.claimUnknown');
  if (claim.state !== 'open') throw new Refused('rebates.claimDecided');
  const decided = {
    state: approve ? ('approved' as const) : ('refused' as const),
    decidedBy: caller.userName,
    decidedAt: caller.at,
    reason: approve ? '' : reason,
  };
  await store.decideClaim(claim, decided);
  return { ...claim, ...decided };
}

/** The deal a claim is about. @throws rebates.claimUnknown when it is none of the caller's */
export async function dealOfClaim(tx: Tx, caller: Caller, claimId: string): Promise<string> {
  const claim = await accrualStore(tx).claim(claimId);
  if (claim?.sellerId !== caller.partyId) throw new Refused('rebates.claimUnknown');
  return claim.promotionId;
}

/** Whether a promotion is a display deal a supplier offers the caller. */
async function isDealFor(tx: Tx, promotion: Promotion, { partyId }: Caller): Promise<boolean> {
  if (promotion.kind !== 'displayDeal' || promotion.state === 'draft') return false;
  const supplies = await loadSupplies(tx, [partyId]);
  const buyer = (await loadParties(tx, [partyId])).get(partyId);
  if (!buyer || !supplies.some(({ sellerId }) => sellerId === promotion.sellerId)) return false;
  const groupIds = await loadGroupsOf(tx, promotion.sellerId, partyId);
  return isFor(promotion.audience, { ...buyer, groupIds });
}

async function withDeals(tx: Tx, claims: readonly DisplayClaim[]): Promise<readonly ClaimOfDeal[]> {
  const ids = [...new Set(claims.map(({ promotionId }) => promotionId))];
  const promotions = keyBy(await promotionStore(tx).promotions(ids), ({ id }) => id);
  return claims.map((claim) => ({ claim, promotion: promotions.get(claim.promotionId) as Promotion }));
}
