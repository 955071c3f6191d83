import {
  answerOnce,
  type Caller,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { type AuditPolicy, checkPolicy, mayAccept, policyAt, type RuleTerms } from './audit-policy';
import { decisionStore } from './decision-store';
import type { Order, Rule } from './model';

export interface PutAuditPolicy {
  readonly commandId: string;
  /** The newest version the editor has seen; 0 when there was none. */
  readonly expectedVersion: number;
  /** From when it holds; left out, from now. */
  readonly startsAt?: Instant | undefined;
  readonly rules: readonly RuleTerms[];
  readonly note: string;
}

/** What of the rules a reviewer names he may overrule in this order, by the policy of the day. */
export async function acceptable(
  tx: Tx,
  caller: Caller,
  order: Pick<Order, 'payableFen'>,
  accept: readonly string[],
): Promise<readonly Rule[]> {
  if (accept.length === 0) return [];
  const policy = policyAt(await decisionStore(tx).policies(), caller.at);
  return accept.filter((rule): rule is Rule => mayAccept(policy, rule, caller, order.payableFen));
}

/** 审单策略: HQ's desk for what the audit's rules lead to. */
export function auditPolicyService({ database }: Platform) {
  return {
    /** The policy in force, and the newest version written, which may begin later. */
    auditPolicy: (caller: Caller) =>
      database.read(async (tx) => {
        const versions = await decisionStore(tx).policies();
        return { policy: policyAt(versions, caller.at), newestVersion: versions[0]?.version ?? 0 };
      }),

    /** Newest first. */
    auditPolicies: (query: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'number')[0] : null;
        const found = await decisionStore(tx).policyPage(before, query.limit + 1);
        return pageOf(found, query.limit, ({ version }) => [version]);
      }),

    /**
     * Writes the next version. Orders decided before keep the version they were decided by.
     * @throws orders.policyStale, orders.policyInvalid, command.idReused
     */
    putAuditPolicy: (caller: Caller, input: PutAuditPolicy): Promise<AuditPolicy> =>
      database.transaction(async (tx) => {
        const store = decisionStore(tx);
        const command = {
          commandId: input.commandId,
          partyId: caller.partyId,
          kind: 'orders.putAuditPolicy',
          input,
          at: caller.at,
        };
        const { version } = await answerOnce(tx, command, async () => {
          const newest = (await store.policies())[0]?.version ?? 0;
          if (newest !== input.expectedVersion) throw new Refused('orders.policyStale', String(newest));
          const startsAt = input.startsAt ?? caller.at;
          const fault = checkPolicy(input.rules, startsAt, caller.at);
          if (fault)
            throw new Refused('orders.policyInvalid', [fault.fault, fault.rule ?? ''].join(' ').trim());
          await store.addPolicy({
            version: newest + 1,
            startsAt,
            rules: input.rules,
            note: input.note,
            actorId: caller.userId,
            actorName: caller.userName,
            at: caller.at,
          });
          return { version: newest + 1 };
        });
        const written = (await store.policies()).find((policy) => policy.version === version);
        if (!written) throw new Error('a policy that was just written is not there');
        return written;
      }),
  };
}
