import { type Party, loadParties } from '../../partners';
import {
  type Caller,
  dayMs,
  dayOf,
  type Instant,
  keyBy,
  type Platform,
  Refused,
  type Tx,
} from '../../platform';
import { type AuditPolicy, checkPolicy, policyAt, type RuleTerms, usualPolicy } from '../audit-policy';
import { decisionStore } from '../decision-store';
import type { Order, Rule } from '../model';
import { outcomeCount } from './count-outcomes';
import type { ChangedOrder, OutcomeCounts, PastOrder, UnseenRule } from './model';
import { recallAudit } from './recall-audit';
import { changedOrder, replayOrder } from './replay-order';
import { replayStore } from './replay-store';
import { recomputable, recomputeLicence, unheardRules } from './unseen-rules';

export interface ReplayPolicyInput {
  readonly rules: readonly RuleTerms[];
  /** How many days back it looks. */
  readonly days: number;
}

/** What last week would have been under a proposed policy. */
export interface PolicyReplay {
  readonly from: Instant;
  readonly until: Instant;
  readonly orders: number;
  /** True where more orders were placed than are looked at: then `from` is when the oldest of those was. */
  readonly isCut: boolean;
  /** Orders of which too little is kept to judge them; they are in no other count. */
  readonly unjudged: number;
  /** The versions they were audited by. */
  readonly versions: readonly number[];
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  readonly changedOrders: number;
  /** Newest first, and no more than `mostListed`. */
  readonly changed: readonly ChangedOrder[];
  /** Rules the proposal would hear, which nothing was written of: orders they may have spoken of and are not counted. */
  readonly unseen: readonly UnseenRule[];
}

/** So many orders are looked at, the newest ones. */
const mostOrders = 5_000;
/** So many are read at once: between two pages others get their turn. */
const pageOrders = 200;
/** So many changed orders are told one by one. */
const mostListed = 1_000;

/** 试算: HQ's desk for trying a policy before it takes effect. */
export function policyReplayService({ database }: Pick<Platform, 'database'>) {
  return {
    /**
     * Holds a proposed policy against the orders placed in the last days, the whole channel's, as their first audit found
     * them: the policy that held then on one side, the proposed one on the other. It reads, page by page, and changes
     * nothing. What it cannot know it says: a rule that was off wrote nothing down (but for the buyer's licence, which is
     * asked again as it is registered today), and what one order more or less held would have left for the next is not
     * followed.
     * @throws orders.policyInvalid
     */
    replayAuditPolicy: async (caller: Caller, { rules, days }: ReplayPolicyInput): Promise<PolicyReplay> => {
      const fault = checkPolicy(rules, caller.at, caller.at);
      if (fault) throw new Refused('orders.policyInvalid', [fault.fault, fault.rule ?? ''].join(' ').trim());
      const proposed: AuditPolicy = { ...usualPolicy, rules };
      const versions = await database.read((tx) => decisionStore(tx).policies());
      const since = caller.at - days * dayMs;
      const tally = replayTally(proposed);
      let behind: readonly [Instant, string] = [caller.at + 1, ''];
      for (;;) {
        const limit = Math.min(pageOrders, mostOrders - tally.looked());
        if (limit === 0) break;
        const page = await database.read((tx) => readPage(tx, { since, behind, limit }));
        for (const one of page) tally.add(one, versions);
        const last = page.at(-1);
        if (last) behind = [last.order.placedAt, last.order.id];
        if (page.length < limit) break;
      }
      const older = await database.read((tx) => replayStore(tx).placedSince(since, behind, 1));
      const isCut = older.length > 0;
      return { ...tally.total(), from: isCut ? behind[0] : since, until: caller.at, isCut };
    },
  };
}

/** An order as it is kept, with the parties and the beginning of its trail. */
interface KeptOrder {
  readonly order: Order;
  readonly rulesAtFirst: readonly string[] | null;
  readonly seller: Party | undefined;
  readonly buyer: Party | undefined;
}

async function readPage(
  tx: Tx,
  { since, behind, limit }: { since: Instant; behind: readonly [Instant, string]; limit: number },
): Promise<readonly KeptOrder[]> {
  const store = replayStore(tx);
  const orders = await store.placedSince(since, behind, limit);
  const events = keyBy(await store.firstEvents(orders.map(({ id }) => id)), ({ orderId }) => orderId);
  const parties = await loadParties(tx, [
    ...new Set(orders.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId])),
  ]);
  return orders.map((order) => ({
    order,
    rulesAtFirst: rulesIn(events.get(order.id)?.detail.rules),
    seller: parties.get(order.sellerId),
    buyer: parties.get(order.buyerId),
  }));
}

const rulesIn = (kept: unknown): readonly string[] | null =>
  Array.isArray(kept) ? kept.filter((rule) => typeof rule === 'string') : null;

/** Adds up what a proposed policy makes of orders, one after the other. */
function replayTally(proposed: AuditPolicy) {
  const [before, after] = [outcomeCount(), outcomeCount()];
  const changed: ChangedOrder[] = [];
  const unseen = new Map<Rule, number>();
  const unheardUnder = new Map<number, readonly Rule[]>();
  const counts = { looked: 0, unjudged: 0, changedOrders: 0 };
  return {
    looked: () => counts.looked,
    add({ order, rulesAtFirst, seller, buyer }: KeptOrder, versions: readonly AuditPolicy[]): void {
      counts.looked += 1;
      const versionOf = (version: number) =>
        version === 0 ? usualPolicy : (versions.find((policy) => policy.version === version) ?? null);
      const recalled = recallAudit({ order, rulesAtFirst }, versionOf, policyAt(versions, order.placedAt));
      if (!recalled) {
        counts.unjudged += 1;
        return;
      }
      const { version } = recalled.policy;
      const unheard = unheardUnder.get(version) ?? unheardRules(recalled.policy, proposed);
      unheardUnder.set(version, unheard);
      for (const rule of unheard) {
        if (!recomputable.has(rule)) unseen.set(rule, (unseen.get(rule) ?? 0) + 1);
      }
      const licence = buyer ? recomputeLicence(unheard, buyer, dayOf(order.placedAt)) : [];
      const past = pastOrder(order, seller, buyer, [...recalled.findings, ...licence]);
      const replayed = replayOrder(past, recalled.policy, proposed);
      before.add(replayed.before);
      after.add(replayed.after);
      if (replayed.changes.length === 0) return;
      counts.changedOrders += 1;
      if (changed.length < mostListed) changed.push(changedOrder(past, recalled.policy, proposed, replayed));
    },
    total: () => ({
      orders: counts.looked,
      unjudged: counts.unjudged,
      changedOrders: counts.changedOrders,
      versions: [...unheardUnder.keys()].sort((one, other) => one - other),
      before: before.total(),
      after: after.total(),
      changed,
      unseen: [...unseen].map(([rule, orders]) => ({ rule, orders })),
    }),
  };
}

const pastOrder = (
  order: Order,
  seller: Party | undefined,
  buyer: Party | undefined,
  findings: PastOrder['findings'],
): PastOrder => ({
  orderId: order.id,
  number: order.number,
  sellerId: order.sellerId,
  sellerName: seller?.name ?? '',
  sellerKind: seller?.kind ?? 'distributor',
  buyerId: order.buyerId,
  buyerName: buyer?.name ?? '',
  placedAt: order.placedAt,
  amountFen: order.goodsFen + order.freightFen,
  verdict: order.verdict,
  findings,
});
