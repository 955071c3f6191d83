import type { Answer } from '../../../api';
import type { StateWords } from '../../../ui/state-tag';

export type AuditPolicy = Answer<'orders', 'auditPolicy'>['policy'];
/** A rule as a policy has it, with what it may be made. */
export type PolicyRule = AuditPolicy['rules'][number];
export type Consequence = PolicyRule['consequence'];
export type Acceptor = PolicyRule['acceptedBy'][number];
export type Role = Acceptor['role'];
export type PolicyReplay = Answer<'orders', 'replayAuditPolicy'>;
export type ChangedOrder = PolicyReplay['changed'][number];
export type Outcome = ChangedOrder['before'];

/** What people call a role. */
export type RoleName = (role: Role) => string;

export const roles = [
  'owner',
  'manager',
  'reviewer',
  'purchaser',
  'warehouse',
  'finance',
] as const satisfies readonly Role[];

export const consequenceWords: Readonly<Record<Consequence, StateWords>> = {
  block: { text: '驳回', color: 'red' },
  review: { text: '挂起待审', color: 'orange' },
  notice: { text: '只提示', color: 'cyan' },
  off: { text: '不检查', color: 'default' },
};

export const verdictWords: Readonly<Record<Outcome['verdict'], StateWords>> = {
  approved: { text: '自动通过', color: 'green' },
  held: { text: '挂起', color: 'orange' },
  rejected: { text: '驳回', color: 'red' },
};
