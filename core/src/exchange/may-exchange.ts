import type { Caller, Role } from '../platform/caller';
import type { ExchangeKind } from './model';

/** Whose files are taken: a party's own, by the desk that would type it in. */
const desks: Readonly<Record<ExchangeKind, { readonly parties: readonly string[]; readonly role: Role }>> = {
  products: { parties: ['hq'], role: 'manager' },
  partners: { parties: ['hq'], role: 'manager' },
  prices: { parties: ['hq', 'distributor'], role: 'manager' },
  stock: { parties: ['hq', 'distributor'], role: 'warehouse' },
  limits: { parties: ['hq', 'distributor'], role: 'finance' },
};

/** Whether a caller may hand in, or take out, this kind of file. */
export function mayExchange(
  { partyKind, roles }: Pick<Caller, 'partyKind' | 'roles'>,
  kind: ExchangeKind,
): boolean {
  const { parties, role } = desks[kind];
  return parties.includes(partyKind) && (roles.includes('owner') || roles.includes(role));
}
