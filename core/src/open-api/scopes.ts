import type { PartyKind, Role } from '../platform/caller';

/** What a key may be given. Which routes a scope opens, the server's table of routes says. */
export const apiScopes = [
  'catalog.read',
  'orders.read',
  'orders.write',
  'orders.review',
  'orders.fulfil',
  'stock.read',
  'stock.write',
  'credit.read',
] as const;

export type ApiScope = (typeof apiScopes)[number];

interface ScopeRule {
  readonly parties: readonly PartyKind[];
  /** What somebody would have to be who does the same by hand. */
  readonly roles: readonly Role[];
}

const everyone: readonly PartyKind[] = ['hq', 'distributor', 'store', 'chain'];
const buyers: readonly PartyKind[] = ['distributor', 'store', 'chain'];
const sellers: readonly PartyKind[] = ['hq', 'distributor'];

const rules: Readonly<Record<ApiScope, ScopeRule>> = {
  'catalog.read': { parties: everyone, roles: [] },
  'orders.read': { parties: everyone, roles: [] },
  'orders.write': { parties: buyers, roles: ['purchaser'] },
  'orders.review': { parties: sellers, roles: ['reviewer'] },
  'orders.fulfil': { parties: sellers, roles: ['warehouse'] },
  'stock.read': { parties: sellers, roles: [] },
  'stock.write': { parties: sellers, roles: ['warehouse'] },
  'credit.read': { parties: everyone, roles: ['finance'] },
};

/** The scopes a key of such a party may have. */
export const scopesFor = (kind: PartyKind): readonly ApiScope[] =>
  apiScopes.filter((scope) => rules[scope].parties.includes(kind));

/** The roles a key acts in: no more than its scopes ask for, and never the owner’s. */
export const rolesOf = (scopes: readonly ApiScope[]): readonly Role[] => [
  ...new Set(scopes.flatMap((scope) => rules[scope].roles)),
];
