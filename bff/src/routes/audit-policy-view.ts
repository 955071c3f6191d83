import { type AuditPolicy, consequencesOf, everyRule, termsOf } from '@tongpan/core';
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
    };
  }),
});
