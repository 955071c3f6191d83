import type { Caller } from '@tongpan/core';
import { endpoints } from '../contract/endpoints';
import { type Access, accessRules } from '../contract/route';

/** What is open to somebody whose password another one made: to change it, and the way in and out. */
const openBeforePasswordChange: ReadonlySet<string> = new Set([
  endpoints.auth.me,
  endpoints.auth.changePassword,
  // Who came in by phone never knew the password that somebody else made.
  endpoints.auth.phone,
  endpoints.auth.sendOwnCode,
  endpoints.auth.setPasswordByCode,
  endpoints.auth.logOut,
]);

/** True when a caller who has a password to change may call an endpoint all the same. */
export const isOpenBeforePasswordChange = (endpoint: string) => openBeforePasswordChange.has(endpoint);

/** True when the caller's party and roles satisfy the rule; an owner holds every role of its own party. */
export function mayCall(access: Access, caller: Pick<Caller, 'partyKind' | 'roles'>): boolean {
  const rule: { parties: 'anyone' | readonly string[]; roles: 'any' | readonly string[] } =
    accessRules[access];
  if (rule.parties !== 'anyone' && !rule.parties.includes(caller.partyKind)) return false;
  if (rule.roles === 'any' || caller.roles.includes('owner')) return true;
  return caller.roles.some((role) => rule.roles.includes(role));
}
