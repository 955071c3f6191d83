import { z } from 'zod';
import { AuditPolicyView, PolicyReplayView, RuleTermsInput } from './audit-policy-views';
import { endpoints } from './endpoints';
import { At, Fen, Id, Note, PageQuery, pageOf } from './fields';
import { CommandId, expectedRevision } from './order-fields';
import { HoldKind, DeskHoldView, ApprovePreviewView, OrderView } from './order-views';
import { route } from './route';

/** The desk where held orders are decided, and the policy that holds them. */
export const reviewRoutes = {
  /** Longest due first. HQ sees the channel's; a seller those of its own orders. */
  openHolds: route(endpoints.orders.openHolds, {
    summary: 'Open holds, with their owner and deadline.',
    access: 'reviewer',
    input: PageQuery.extend({
      desk: z.enum(['mine', 'all']).default('mine').describe('mine: what my desk must clear'),
      kind: HoldKind.optional(),
      overdue: z.enum(['yes', 'no']).default('no').describe('yes: only those whose time is over'),
    }),
    output: pageOf(DeskHoldView),
    errors: [],
  }),
  auditPolicy: route(endpoints.orders.auditPolicy, {
    summary: 'The audit policy in force: what each rule leads to.',
    access: 'hqManager',
    input: z.object({}),
    output: z.object({ policy: AuditPolicyView, newestVersion: z.int() }),
    errors: [],
  }),
  auditPolicies: route(endpoints.orders.auditPolicies, {
    summary: 'Versions of the audit policy, newest first.',
    access: 'hqManager',
    input: PageQuery,
    output: pageOf(AuditPolicyView),
    errors: [],
  }),
  /** Rules it does not name stand as usual. Orders keep the version they were decided by. */
  putAuditPolicy: route(endpoints.orders.putAuditPolicy, {
    summary: 'Write the next version of the audit policy.',
    access: 'hqManager',
    input: z.object({
      commandId: CommandId,
      expectedVersion: z.int().min(0).describe('the newest version seen; another one refuses the command'),
      startsAt: At.optional().describe('default: now'),
      rules: z.array(RuleTermsInput).max(100),
      note: Note.min(1),
    }),
    output: AuditPolicyView,
    errors: ['orders.policyStale', 'orders.policyInvalid', 'command.idReused'],
  }),
  /** It reads the newest 5,000 of them and changes nothing. A rule that was off wrote nothing down: `unseen` says so. */
  replayAuditPolicy: route(endpoints.orders.replayAuditPolicy, {
    summary: 'What the orders of the last days would have been under a proposed audit policy.',
    access: 'hqManager',
    input: z.object({
      rules: z.array(RuleTermsInput).max(100),
      days: z.int().min(1).max(30).default(7).describe('how far back it looks'),
    }),
    output: PolicyReplayView,
    errors: ['orders.policyInvalid'],
  }),
  /**
   * Reruns every check. Findings a reviewer may overrule (named in `accept`) no longer hold it;
   * what nobody may overrule, or was not named, leaves it held with fresh findings.
   * An accepted shortage cancels what cannot be promised.
   */
  approve: route(endpoints.orders.approve, {
    summary: 'Approve a held order; every check runs again.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      accept: z.array(z.string().max(40)).max(20).default([]).describe('rules overruled'),
      note: Note.default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'command.idReused',
      'orders.notYourHold',
    ],
  }),
  /** The same checks on the same lots and credit as `approve`, and nothing is written. */
  previewApprove: route(endpoints.orders.previewApprove, {
    summary: 'What approving a held order now, and no other before it, would make of it.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      expectedRevision,
      accept: z.array(z.string().max(40)).max(20).default([]).describe('rules overruled'),
    }),
    output: ApprovePreviewView,
    errors: ['orders.unknown', 'orders.stateForbids', 'orders.revisionStale', 'orders.notYourHold'],
  }),
  reject: route(endpoints.orders.reject, {
    summary: 'Reject a held order, with a reason the buyer reads.',
    access: 'reviewer',
    input: z.object({ orderId: Id, commandId: CommandId, expectedRevision, reason: Note.min(1) }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'command.idReused',
      'orders.notYourHold',
    ],
  }),
  /** A reviewer takes an approval or a rejection back, a buyer its own cancelling; every check runs again. */
  reopen: route(endpoints.orders.reopen, {
    summary: 'Bring an order back to decision.',
    access: 'signedIn',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      reason: Note.min(1),
      expectedPayableFen: Fen.optional(),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.recheckRejects',
      'orders.priceChanged',
      'orders.flashFixed',
      'command.idReused',
    ],
  }),
};
