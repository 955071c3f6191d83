import type { Caller, Role } from '../../platform/caller';
import { type AfterSales, bringsGoods } from './model';
import { mayTurn } from './states';

export type AfterSalesAction = 'approve' | 'refuse' | 'withdraw' | 'receive' | 'payInstead';

type Person = Pick<Caller, 'partyId' | 'roles'>;

const has = ({ roles }: Person, role: Role) => roles.includes('owner') || roles.includes(role);

/** What this person may do to this request now. Screens show exactly these buttons, and services ask it too. */
export function afterSalesActions(
  person: Person,
  request: Pick<AfterSales, 'state' | 'sellerId' | 'buyerId' | 'kind' | 'replacementId' | 'money'>,
): readonly AfterSalesAction[] {
  const { state, sellerId, buyerId, kind, replacementId, money } = request;
  const reviews = person.partyId === sellerId && has(person, 'reviewer');
  const actions: AfterSalesAction[] = [];
  if (reviews && state === 'requested') actions.push('approve', 'refuse');
  if (reviews && state === 'closed' && replacementId !== null && money === null) actions.push('payInstead');
  const receives = person.partyId === sellerId && has(person, 'warehouse');
  if (receives && state === 'approved' && bringsGoods(kind)) actions.push('receive');
  if (person.partyId === buyerId && has(person, 'purchaser') && mayTurn(state, 'withdrawn'))
    actions.push('withdraw');
  return actions;
}
