import { fenOfYuan } from '../../../ui/format';
import type { Acceptor, PolicyRule } from './model';

/** An acceptor as it is typed, in yuan; an empty amount sets no bound. */
export interface AcceptorForm {
  readonly desk: Acceptor['desk'];
  readonly role: Acceptor['role'];
  readonly upToYuan?: number | null | undefined;
}

/** A rule as it is typed. Fields that are not shown say nothing. */
export interface RuleForm {
  readonly consequence: PolicyRule['consequence'];
  readonly owner?: PolicyRule['owner'] | undefined;
  readonly withinHours?: number | undefined;
  readonly acceptedBy?: readonly AcceptorForm[] | undefined;
}

const FEN_PER_YUAN = 100;

/** A rule as it may be typed again. */
export const formOf = ({ consequence, owner, withinHours, acceptedBy }: PolicyRule): RuleForm => ({
  consequence,
  owner,
  withinHours,
  acceptedBy: acceptedBy.map(({ desk, role, upToFen }) => ({
    desk,
    role,
    upToYuan: upToFen === null ? null : upToFen / FEN_PER_YUAN,
  })),
});

/** A rule with what was typed of it. */
export const ruleOf = (rule: PolicyRule, form: RuleForm): PolicyRule => ({
  ...rule,
  consequence: form.consequence,
  owner: form.owner ?? rule.owner,
  withinHours: form.withinHours ?? rule.withinHours,
  acceptedBy:
    form.acceptedBy?.map(({ desk, role, upToYuan }) => ({
      desk,
      role,
      upToFen: typeof upToYuan === 'number' ? fenOfYuan(upToYuan) : null,
    })) ?? rule.acceptedBy,
});

/** What is wrong with who may accept, in words; null when nothing is. */
export function acceptorsFault(acceptedBy: readonly AcceptorForm[]): string | null {
  if (acceptedBy.length === 0) return '挂起的订单要有人能放行';
  const people = new Set(acceptedBy.map(({ desk, role }) => `${desk} ${role}`));
  return people.size < acceptedBy.length ? '同一方的同一角色只能有一行' : null;
}
