import type { Instant } from '../platform';

/** What somebody has done, or was refused: who, from where, on what, and with which words. */
export interface NewEntry {
  readonly at: Instant;
  /** Null: nobody who had logged in. */
  readonly userId: string | null;
  readonly userName: string;
  readonly partyId: string | null;
  readonly roles: readonly string[];
  /** The route's name, such as `credit.setTerms`. */
  readonly route: string;
  /** The id of what it was about; empty where there is only one of it. */
  readonly subjectId: string;
  /** As it was validated; null when it was refused before. Secrets are cut when it is recorded. */
  readonly input: unknown;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
}

/** A line of the log; it is never changed. Its id ascends with its time. */
export interface AuditEntry extends NewEntry {
  readonly id: string;
}

export const done = 'done';

/** The ways in, by whichever door. */
export const logInRoutes: readonly string[] = [
  'auth.logIn',
  'auth.codeLogIn',
  'auth.wechatLogIn',
  'auth.bindByPhone',
  'auth.bindByPassword',
];

/** 业务规则: what a company sets for itself, and which holds until it is set anew. */
export const ruleRoutes: readonly string[] = [
  'afterSales.putPolicy',
  'credit.setLadder',
  'delivery.put',
  'lists.setHolidays',
  'orders.putAuditPolicy',
  'orders.setAutoSign',
  'partners.setPolicy',
  'pool.removeShareTerms',
  'pool.removeShortagePolicy',
  'pool.setShareTerms',
  'pool.setShortagePolicy',
  'rebates.putTerms',
  'stock.addLifeRule',
  'stock.removeLifeRule',
  'stock.setBuffer',
  'stock.setMarkdowns',
  'stock.setQuota',
  'territory.putCapacity',
  'territory.putChainDelivery',
  'territory.putPolicy',
];

/** Kinds of entries people look for, each with its routes. */
export const routesOf = { logIns: logInRoutes, rules: ruleRoutes } as const;
export type EntryKind = keyof typeof routesOf;
