import { type Gates, Refused, type Tx } from '../platform';
import { type FlashActivity, loadFlashActivities, readFlashToken } from '../promotions';
import { loadSetAside } from '../stock';
import type { Balances } from './balances';
import type { OrderRequest } from './facts';
import { flashBalances, flashDocument, type FlashLine, flashRequest } from './flash-line';
import type { Basket } from './model';

/** What the tokens of a basket are for. */
export type BasketTokens = readonly FlashLine['claim'][];

/** The tokens a basket names, each its buyer's and running. @throws flash.tokenGone, flash.tokenMismatch */
export async function readBasketTokens(
  gates: Pick<Gates, 'heldBy'>,
  buyerId: string,
  basket: Basket,
): Promise<BasketTokens> {
  const claims: FlashLine['claim'][] = [];
  for (const { flashToken, skuId, quantity } of basket.lines) {
    if (flashToken === undefined) continue;
    const read = readFlashToken(flashToken);
    const held = read ? await gates.heldBy(read.activityId, buyerId) : [];
    const own = held.find(({ token }) => token === read?.token);
    if (!read || !own) throw new Refused('flash.tokenGone');
    if (own.quantity !== quantity) throw new Refused('flash.tokenMismatch');
    claims.push({ ...read, skuId, quantity, grabbedAt: 0, attempts: 0 });
  }
  return claims;
}

/** A request and its balances as the order would be decided that buys with these tokens. @throws flash.tokenMismatch */
export async function asFlash(
  tx: Tx,
  claims: BasketTokens,
  request: OrderRequest,
  own: Balances,
): Promise<{ readonly request: OrderRequest; readonly balances: Balances }> {
  if (claims.length === 0) return { request, balances: own };
  const ids = [...new Set(claims.map(({ activityId }) => activityId))];
  const activities = await loadFlashActivities(tx, ids);
  const goods = await loadSetAside(tx, ids.sort().map(flashDocument));
  const lines = claims.map((claim): FlashLine => {
    const activity = activities.get(claim.activityId);
    const line = request.lines.find(({ skuId }) => skuId === claim.skuId);
    if (!activity || !line || !isOf(activity, request.seller.id, claim.skuId)) {
      throw new Refused('flash.tokenMismatch');
    }
    return { lineNo: line.lineNo, claim, activity, goods: goods.get(flashDocument(activity.id)) ?? [] };
  });
  return { request: flashRequest(request, lines), balances: flashBalances(own, request.seller.id, lines) };
}

const isOf = (activity: FlashActivity, sellerId: string, skuId: string) =>
  activity.sellerId === sellerId && activity.skuId === skuId;
