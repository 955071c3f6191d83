import type { Caller } from '@tongpan/core';
import { type Access, accessRules } from '../contract/route';

/** True when the caller's party and roles satisfy the rule; an owner holds every role of its own party. */
export function mayCall(access: Access, caller: Pick<Caller, 'partyKind' | 'roles'>): boolean {
  const rule: { parties: 'anyone' | readonly string[]; roles: 'any' | readonly string[] } =
    accessRules[access];
  if (rule.parties !== 'anyone' && !rule.parties.includes(caller.partyKind)) return false;
  if (rule.roles === 'any' || caller.roles.includes('owner')) return true;
  return caller.roles.some((role) => rule.roles.includes(role));
}
