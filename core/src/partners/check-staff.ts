import type { PartyKind, Role } from '../platform/caller';
import type { User } from './model';

/** People one party may have. */
export const staffLimit = 200;

const rolesByKind: Readonly<Record<PartyKind, readonly Role[]>> = {
  hq: ['owner', 'manager', 'reviewer', 'warehouse', 'finance'],
  distributor: ['owner', 'manager', 'purchaser', 'reviewer', 'warehouse', 'finance'],
  store: ['owner', 'purchaser', 'warehouse', 'finance'],
  chain: ['owner', 'manager', 'purchaser', 'warehouse', 'finance'],
};

/** The roles people of a party may have: HQ buys from nobody, a store reviews nobody's orders. */
export const rolesFor = (kind: PartyKind): readonly Role[] => rolesByKind[kind];

type Member = Pick<User, 'id' | 'roles' | 'status'>;

const isActiveOwner = ({ roles, status }: Member) => status === 'active' && roles.includes('owner');

/**
 * Why one of the staff may not become what `after` says, as a refusal's code; null when nothing speaks
 * against it. Somebody must stay who can let people in.
 */
export function staffRefusal(
  staff: readonly Member[],
  after: Member,
  kind: PartyKind,
  callerId: string,
): string | null {
  const before = staff.find(({ id }) => id === after.id);
  if (!after.roles.every((role) => rolesFor(kind).includes(role))) return 'partners.roleUnfit';
  const left = [...staff.filter(({ id }) => id !== after.id), after];
  if (!left.some(isActiveOwner)) return 'partners.lastOwner';
  const suspendsSelf = after.id === callerId && before?.status === 'active' && after.status !== 'active';
  return suspendsSelf ? 'partners.notYourself' : null;
}
