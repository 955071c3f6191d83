import { type Caller, type Fen, type Platform, Refused, type Tx } from '../../platform';
import { payOrder } from '../../credit';
import {
  captureRebate,
  holdRebate,
  loadApplied,
  loadFlashSales,
  readRebateTerms,
  rebateFree,
} from '../../promotions';
import { rebateRoomFen, speciallyPricedLines } from '../../promotions/rules';
import { composeLines } from '../compose-order';
import type { Decision } from '../decision';
import { decideHeld } from '../decide-held-service';
import { accountFor } from '../fulfil-service';
import { payableFenOf } from '../line-worth';
import { addTrail, lockForSystem, type LockedOrder } from '../locked-order-service';
import type { OrderLine } from '../model';
import { isAgeingLine } from '../take-ageing';
import { mayBePaid, moneyNow } from './money-now-service';
import { giveBackSurplus } from './surplus-service';

export interface RebateRoom {
  /** What the buyer has free with this seller. */
  readonly freeFen: Fen;
  /** What of this order may be paid by it now. */
  readonly roomFen: Fen;
}

type Parts = Pick<Platform, 'newId' | 'jobs'>;

/** What the terms of a seller let rebate pay of lines; those at special prices are known by their numbers. */
async function roomOfLines(
  tx: Tx,
  sellerId: string,
  lines: readonly OrderLine[],
  special: ReadonlySet<number>,
): Promise<Fen> {
  const termsOf = await readRebateTerms(tx, [sellerId]);
  const counted = lines.map((line) => ({
    amountFen: payableFenOf(line),
    isSpecialPrice: special.has(line.lineNo) || isAgeingLine(line),
  }));
  return rebateRoomFen(counted, termsOf(sellerId));
}

/** What of a stored order may be paid by rebate, and what its buyer has. */
export async function rebateRoomOf(
  tx: Tx,
  locked: LockedOrder,
  { at }: Pick<Caller, 'at'>,
): Promise<RebateRoom> {
  const { order, lines } = locked;
  const flash = (await loadFlashSales(tx, order.id)).map(({ lineNo }) => lineNo);
  const special = new Set([...speciallyPricedLines(await loadApplied(tx, [order.id])), ...flash]);
  const usedFen = (await moneyNow(tx, locked, at)).rebateFen;
  return {
    freeFen: await rebateFree(tx, order.sellerId, order.buyerId, at),
    roomFen: Math.max(0, (await roomOfLines(tx, order.sellerId, lines, special)) - usedFen),
  };
}

/** The same of an order that is being placed, or would be. What is rejected is paid by nobody. */
export async function rebateOffer(tx: Tx, decision: Decision): Promise<RebateRoom> {
  const { request, promotionTakes, verdict } = decision;
  const { seller, buyer, at } = request;
  const freeFen = await rebateFree(tx, seller.id, buyer.id, at);
  if (verdict === 'rejected') return { freeFen, roomFen: 0 };
  const flash = request.lines.filter(({ isFlash }) => isFlash).map(({ lineNo }) => lineNo);
  const special = speciallyPricedLines(promotionTakes.map(({ applied }) => applied));
  const roomFen = await roomOfLines(tx, seller.id, composeLines(decision), new Set([...special, ...flash]));
  return { freeFen, roomFen };
}

/** Why an order that is being placed may not be paid by so much rebate; null when it may, or is rejected anyway. */
export async function refuseRebate(tx: Tx, decision: Decision, amountFen: Fen): Promise<string | null> {
  if (decision.verdict === 'rejected') return null;
  const { freeFen, roomFen } = await rebateOffer(tx, decision);
  if (amountFen > roomFen) return 'rebates.overRoom';
  return amountFen > freeFen ? 'rebates.short' : null;
}

/**
 * Pays a part of a locked order from the rebate balance; one that waits for money is decided again without it, and what
 * it has nothing to pay for goes back.
 * @throws rebates.short, rebates.frozen, credit.accountUnknown
 */
export async function spendRebate(
  tx: Tx,
  parts: Parts,
  payer: Pick<Caller, 'userId' | 'userName' | 'at'>,
  locked: LockedOrder,
  amountFen: Fen,
): Promise<void> {
  const { order } = locked;
  const { userId: actorId, at } = payer;
  const { sellerId, buyerId, id: orderId } = order;
  const part = { sellerId, buyerId, orderId, amountFen, actorId, at };
  await holdRebate(tx, parts.newId, [part]);
  await captureRebate(tx, parts.newId, [part]);
  const account = await accountFor(tx, order);
  const money = { id: parts.newId(), account, orderId, kind: 'rebate' as const, amountFen, actorId, at };
  await payOrder(tx, parts.newId, money);
  await addTrail(tx, payer, orderId, 'paid', at, { amountFen, channel: 'rebate' });
  if (order.state === 'held' && mayBePaid(locked)) {
    await decideHeld(tx, parts.newId, payer, locked, { accepted: [], note: '返利抵付' });
  }
  await giveBackSurplus(tx, parts, await lockForSystem(tx, orderId), '订单已付清', at);
}

/**
 * Pays a part of an order that was placed in this very transaction. Whoever spent the rebate meanwhile makes the whole
 * order fail: it was placed to be paid so. @throws rebates.overRoom, rebates.short, rebates.frozen
 */
export async function spendAtPlacing(
  tx: Tx,
  parts: Parts,
  payer: Pick<Caller, 'userId' | 'userName' | 'at'>,
  orderId: string,
  amountFen: Fen,
): Promise<void> {
  const locked = await lockForSystem(tx, orderId);
  const { roomFen } = await rebateRoomOf(tx, locked, payer);
  if (amountFen > roomFen) throw new Refused('rebates.overRoom');
  await spendRebate(tx, parts, payer, locked, amountFen);
}
