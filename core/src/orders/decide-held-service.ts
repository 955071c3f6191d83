import { emit, type NewId, type Tx } from '../platform';
import { givePromotionsBack } from '../promotions';
import { decideStored } from './decide-stored-service';
import type { Decision } from './decision';
import { closeOrder } from './end-order-service';
import { orderEvent } from './events';
import { standsAsFlash } from './flash-line';
import { loadFlashLines, returnDecided } from './flash-stored-service';
import { addTrail, decidedPayload, type LockedOrder } from './locked-order-service';
import type { Rule } from './model';
import { type Deciding, giveBack, writeDecision } from './redecide-service';

export interface Again {
  /** What a reviewer overrules. */
  readonly accepted: readonly Rule[];
  readonly note: string;
}

/**
 * Runs every check of a held order again, as of now: it is then approved, still held with fresh findings, or
 * rejected by what nobody may overrule. One with flash lines that is neither approved nor waits for its payment ends,
 * and its units are sold to others.
 */
export async function decideHeld(
  tx: Tx,
  newId: NewId,
  actor: Deciding,
  { order, lines, holds }: Pick<LockedOrder, 'order' | 'lines' | 'holds'>,
  { accepted, note }: Again,
): Promise<Decision> {
  const { at } = actor;
  const flash = await loadFlashLines(tx, order.id);
  await giveBack(tx, newId, order, lines, actor.userId, at);
  const decision = await decideStored(tx, {
    order,
    lines,
    accepted,
    repriced: false,
    promoted: null,
    flash,
    at,
  });
  if (flash.length > 0 && !standsAsFlash(decision, flash)) {
    await returnDecided(tx, newId, { orderId: order.id, at }, flash);
    await closeOrder(tx, newId, actor, { order, holds }, { state: 'rejected', reason: refusedAsFlash });
    return decision;
  }
  if (decision.verdict === 'rejected') await givePromotionsBack(tx, order.id);
  await writeDecision(tx, newId, actor, { order, holds }, decision);
  const kind = decision.verdict === 'held' ? 'reviewed' : decision.verdict;
  await addTrail(tx, actor, order.id, kind, at, { accept: accepted, note });
  if (decision.verdict !== 'held') {
    const payload = decidedPayload(order, note);
    await emit(tx, [orderEvent(newId(), `order.${decision.verdict}`, at, payload)]);
  }
  return decision;
}

const refusedAsFlash = '秒杀订单未通过审核';
