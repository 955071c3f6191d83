import type { z } from 'zod';

/**
 * Who may call a route. Each name is a sentence about the caller's party and roles; `owner` holds
 * every role of its own party, and HQ may do for its channel what a seller may do for its customers.
 */
export const accessRules = {
  public: { parties: 'anyone', roles: 'any' },
  signedIn: { parties: ['hq', 'distributor', 'store', 'chain'], roles: 'any' },
  /** The one who answers for a party and its staff. */
  owner: { parties: ['hq', 'distributor', 'store', 'chain'], roles: ['owner'] },
  headquarters: { parties: ['hq'], roles: 'any' },
  /** Who answers for the system itself. */
  hqOwner: { parties: ['hq'], roles: ['owner'] },
  /** HQ's own desk for goods, prices, partners and regions. */
  hqManager: { parties: ['hq'], roles: ['manager'] },
  manager: { parties: ['hq', 'distributor'], roles: ['manager'] },
  buyer: { parties: ['distributor', 'store', 'chain'], roles: ['purchaser'] },
  seller: { parties: ['hq', 'distributor'], roles: 'any' },
  reviewer: { parties: ['hq', 'distributor'], roles: ['reviewer'] },
  warehouse: { parties: ['hq', 'distributor'], roles: ['warehouse'] },
  finance: { parties: ['hq', 'distributor'], roles: ['finance'] },
  /** HQ's own bookkeeping: what the whole channel owes. */
  hqFinance: { parties: ['hq'], roles: ['finance'] },
  /** Who keeps the books of a party that buys. */
  /** Who may pay for a party that buys: those who order, and those who keep its books. */
  pays: { parties: ['distributor', 'store', 'chain'], roles: ['purchaser', 'finance'] },
  payer: { parties: ['distributor', 'store', 'chain'], roles: ['finance'] },
} as const;

export type Access = keyof typeof accessRules;

export interface Route<
  Endpoint extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Rule extends Access = Access,
> {
  readonly endpoint: Endpoint;
  /** What the route does, in one sentence of the API document. */
  readonly summary: string;
  readonly access: Rule;
  /** Path parameters, query and body in one object; a query's values arrive as strings. */
  readonly input: Input;
  readonly output: Output;
  /** The refusals this route may give beyond the ones every route may give. */
  readonly errors: readonly string[];
}

/** Declares a route. `access` has no default: a route nobody thought about does not compile. */
export function route<
  const Endpoint extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Rule extends Access,
>(
  endpoint: Endpoint,
  rest: Omit<Route<Endpoint, Input, Output, Rule>, 'endpoint'>,
): Route<Endpoint, Input, Output, Rule> {
  return { endpoint, ...rest };
}
