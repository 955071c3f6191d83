import {
  type AuditPolicy,
  type ChangedOrder,
  consequencesOf,
  everyRule,
  explainFinding,
  mayBeOverruled,
  type OutcomeCounts,
  type PolicyOutcome,
  type PolicyReplay,
  termsOf,
} from '@tongpan/core';
import { at } from './wire';

/** A version of the audit policy with every rule there is, named by it or not. */
export const viewAuditPolicy = (policy: AuditPolicy) => ({
  version: policy.version,
  startsAt: at(policy.startsAt),
  note: policy.note,
  actorName: policy.actorName,
  at: at(policy.at),
  rules: everyRule.map((rule) => {
    const { consequence, hold, owner, withinHours, acceptedBy } = termsOf(policy, rule);
    return {
      rule,
      consequence,
      hold,
      owner,
      withinHours,
      acceptedBy: acceptedBy.map(({ desk, role, upToFen }) => ({ desk, role, upToFen })),
      mayBe: [...consequencesOf(rule)],
      mayBeOverruled: mayBeOverruled(rule),
    };
  }),
});

/** What the last days would have been under a proposed policy, order by order where it differs. */
export const viewPolicyReplay = (replay: PolicyReplay) => ({
  from: at(replay.from),
  until: at(replay.until),
  orders: replay.orders,
  isCut: replay.isCut,
  unjudged: replay.unjudged,
  versions: [...replay.versions],
  before: viewCounts(replay.before),
  after: viewCounts(replay.after),
  changedOrders: replay.changedOrders,
  changed: replay.changed.map(viewChanged),
  unseen: replay.unseen.map(({ rule, orders }) => ({ rule, orders })),
});

const viewCounts = ({ approved, held, rejected, holds, passedBy }: OutcomeCounts) => ({
  approved,
  held,
  rejected,
  holds: holds.map(({ kind, owner, orders }) => ({ kind, owner, orders })),
  passedBy: { seller: passedBy.seller, hq: passedBy.hq, nobody: passedBy.nobody },
});

const viewOutcome = ({ verdict, holds, acceptedBy }: PolicyOutcome) => ({
  verdict,
  holds: holds.map(({ kind, owner, withinHours }) => ({ kind, owner, withinHours })),
  acceptedBy: acceptedBy.map(({ desk, role }) => ({ desk, role })),
});

const viewChanged = ({ order, before, after, changes, reasons, moreReasons }: ChangedOrder) => ({
  orderId: order.orderId,
  number: order.number,
  sellerId: order.sellerId,
  sellerName: order.sellerName,
  buyerId: order.buyerId,
  buyerName: order.buyerName,
  placedAt: at(order.placedAt),
  amountFen: order.amountFen,
  before: viewOutcome(before),
  after: viewOutcome(after),
  changes: [...changes],
  reasons: reasons.map(({ rule, lineNo, numbers, isRecomputed, from, to }) => ({
    rule,
    lineNo,
    message: numbers && explainFinding({ rule, numbers }).message,
    isRecomputed,
    from,
    to,
  })),
  moreReasons,
});
