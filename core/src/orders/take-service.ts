import { dayOf, type NewId, together, type Tx } from '../platform';
import { holdPrepaid, type NewReleaseUse, postCredit, useReleases } from '../credit';
import { commitBackOrders, reserveLots, useQuotas } from '../stock';
import { recordBlocked, takePermits } from '../territory';
import { permitUses } from './balances';
import { askLenders } from './borrow-service';
import { commitmentsOf } from './commitments';
import { composeHoldPosting, composeLines } from './compose-order';
import type { Decision } from './decision';
import { prepaidPart } from './prepaid-part';

/** An order that was decided, and who asked for it. */
export interface Taking {
  readonly decision: Decision;
  readonly actorId: string;
}

/**
 * Takes what decided orders take: credit and releases, lots and quotas side by side, then permits, each in one
 * statement a kind; and writes down what they are owed, and whom they borrow from.
 */
export async function takeForOrders(tx: Tx, newId: NewId, takings: readonly Taking[]): Promise<void> {
  const postings = (withinLimit: boolean) =>
    takings.flatMap(({ decision, actorId }) =>
      asksLimit(decision) === withinLimit ? composeHoldPosting(decision, actorId) : [],
    );
  const decisions = takings.map(({ decision }) => decision);
  await together([
    postCredit(tx, newId, postings(true), { withinLimit: true }),
    postCredit(tx, newId, postings(false), { withinLimit: false }),
    holdPrepaid(
      tx,
      newId,
      takings.flatMap(({ decision, actorId }) => prepaidPart(decision, actorId)),
    ),
    useReleases(tx, newId, takings.flatMap(releaseUse)),
    reserveLots(
      tx,
      decisions.flatMap(({ reservations }) => reservations),
    ),
    useQuotas(
      tx,
      decisions.flatMap(({ quotaUses }) => quotaUses),
    ),
  ]);
  const approved = decisions.filter(({ verdict }) => verdict === 'approved');
  const permits = approved.flatMap(permitUses);
  const [first] = decisions;
  if (first && permits.length > 0) await takePermits(tx, permits, first.request.at);
  const owing = approved.filter(({ lines }) => lines.some(({ backOrdered }) => backOrdered > 0));
  if (owing.length > 0) {
    await commitBackOrders(
      tx,
      owing.map(({ request }) => request.orderId),
      owing.flatMap(commitmentsOfDecision),
    );
  }
  for (const { decision, actorId } of takings) await borrowFor(tx, newId, decision, actorId);
}

/** What an approved order takes of a release that let it pass. */
function releaseUse({ decision, actorId }: Taking): NewReleaseUse[] {
  const { credit, heldFen, verdict, request } = decision;
  const { release } = credit.ladder;
  return release && verdict === 'approved' && heldFen > 0
    ? [{ releaseId: release.id, orderId: request.orderId, amountFen: heldFen, actorId, at: request.at }]
    : [];
}

const commitmentsOfDecision = (decision: Decision) => {
  const { orderId, seller, deliverOn, at } = decision.request;
  return commitmentsOf({ id: orderId, sellerId: seller.id, deliverOn }, composeLines(decision), dayOf(at));
};

/** Lenders are asked once an order is approved; each answers in a transaction of its own. */
async function borrowFor(tx: Tx, newId: NewId, { verdict, request, lines }: Decision, actorId: string) {
  if (verdict !== 'approved') return;
  const decided = lines.flatMap(({ lineNo, sku, lastsUntil, borrows }) =>
    borrows.length > 0
      ? [{ orderId: request.orderId, lineNo, sellerId: request.seller.id, sku, lastsUntil, borrows }]
      : [],
  );
  if (decided.length > 0) await askLenders(tx, newId, decided, actorId, request.at);
}

/** Whether the limit bounds what an order holds: not where it is paid otherwise, nor where a reviewer let it go over. */
function asksLimit({ credit: { terms }, findings, heldFen, request }: Decision): boolean {
  const isPaid = (request.paidFen ?? 0) >= heldFen;
  const paidOtherwise = isPaid || terms.kind === 'cash' || terms.kind === 'prepaid';
  return !paidOtherwise && !findings.some(({ rule }) => rule === 'credit.over');
}

/** Keeps what of these orders was stopped on its way: an attempt to divert is evidence. */
export async function recordStopped(tx: Tx, newId: NewId, decisions: readonly Decision[]): Promise<void> {
  const attempts = decisions.flatMap(({ request: { orderId, at }, lines }) =>
    lines.flatMap(({ lineNo, passage, answer }) =>
      answer.answer === 'block' ? [{ orderId, lineNo, passage, answer, at }] : [],
    ),
  );
  if (attempts.length > 0) await recordBlocked(tx, newId, attempts);
}
