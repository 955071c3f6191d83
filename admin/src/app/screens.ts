import type { ReactNode } from 'react';
import { hasRole, type Me, type Role, roleNames } from '../features/auth/me';

/** Roles that open a screen at HQ alone. */
export const hqRoles = { hqOwner: 'owner', hqManager: 'manager' } as const;
export type HqRole = keyof typeof hqRoles;

interface Screen {
  readonly path: string;
  /** Who may open it: anybody who is logged in, those with a role, or HQ's alone. The server decides all the same. */
  readonly access: 'signedIn' | HqRole | Role;
  readonly load: () => Promise<{ default: () => ReactNode }>;
}

/** Every screen behind the log-in by address; each is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  { path: 'desk', access: 'signedIn', load: () => import('./pages/desk') },
  { path: 'reports', access: 'signedIn', load: () => import('./pages/reports') },
  { path: 'reports/orders', access: 'signedIn', load: () => import('./pages/report-orders') },
  { path: 'report-plans', access: 'signedIn', load: () => import('./pages/report-plans') },
  { path: 'queue', access: 'signedIn', load: () => import('./pages/queue') },
  { path: 'orders', access: 'signedIn', load: () => import('./pages/orders') },
  { path: 'orders/:orderId', access: 'signedIn', load: () => import('./pages/order') },
  { path: 'back-orders', access: 'signedIn', load: () => import('./pages/back-orders') },
  { path: 'audit-policy', access: 'hqManager', load: () => import('./pages/audit-policy') },
  { path: 'after-sales', access: 'signedIn', load: () => import('./pages/after-sales') },
  { path: 'after-sales/:afterSalesId', access: 'signedIn', load: () => import('./pages/after-sales-one') },
  { path: 'goods', access: 'signedIn', load: () => import('./pages/goods') },
  { path: 'goods/new', access: 'hqManager', load: () => import('./pages/sku-new') },
  { path: 'goods/:skuId', access: 'manager', load: () => import('./pages/sku') },
  { path: 'shelves', access: 'hqManager', load: () => import('./pages/shelves') },
  { path: 'prices', access: 'manager', load: () => import('./pages/prices') },
  { path: 'prices/why', access: 'manager', load: () => import('./pages/why-price') },
  { path: 'prices/:priceListId', access: 'manager', load: () => import('./pages/price-list') },
  { path: 'ordering-rules', access: 'manager', load: () => import('./pages/ordering-rules') },
  { path: 'customer-groups', access: 'manager', load: () => import('./pages/customer-groups') },
  { path: 'price-ladders', access: 'hqManager', load: () => import('./pages/price-ladders') },
  { path: 'lots', access: 'signedIn', load: () => import('./pages/lots') },
  { path: 'movements', access: 'signedIn', load: () => import('./pages/movements') },
  { path: 'expiry', access: 'signedIn', load: () => import('./pages/expiry') },
  { path: 'inbounds', access: 'signedIn', load: () => import('./pages/inbounds') },
  { path: 'transfers', access: 'signedIn', load: () => import('./pages/transfers') },
  { path: 'counts', access: 'signedIn', load: () => import('./pages/counts') },
  { path: 'counts/:sheetId', access: 'signedIn', load: () => import('./pages/count') },
  { path: 'pool', access: 'signedIn', load: () => import('./pages/pool') },
  { path: 'stock-policies', access: 'signedIn', load: () => import('./pages/stock-policies') },
  { path: 'recalls', access: 'hqManager', load: () => import('./pages/recalls') },
  { path: 'recalls/:recallId', access: 'hqManager', load: () => import('./pages/recall') },
  { path: 'promotions', access: 'manager', load: () => import('./pages/promotions') },
  { path: 'promotions/calendar', access: 'manager', load: () => import('./pages/promotion-calendar') },
  { path: 'promotions/costs', access: 'manager', load: () => import('./pages/promotion-costs') },
  { path: 'promotions/new', access: 'manager', load: () => import('./pages/promotion-new') },
  { path: 'promotions/:promotionId', access: 'manager', load: () => import('./pages/promotion') },
  { path: 'flash', access: 'manager', load: () => import('./pages/flash') },
  { path: 'announcements', access: 'manager', load: () => import('./pages/announcements') },
  { path: 'delivery', access: 'manager', load: () => import('./pages/delivery') },
  { path: 'rebates', access: 'signedIn', load: () => import('./pages/rebates') },
  { path: 'credit', access: 'signedIn', load: () => import('./pages/credit') },
  { path: 'credit/:buyerId', access: 'signedIn', load: () => import('./pages/credit-account') },
  { path: 'ageing', access: 'finance', load: () => import('./pages/ageing') },
  { path: 'statements', access: 'signedIn', load: () => import('./pages/statements') },
  { path: 'statements/paper', access: 'signedIn', load: () => import('./pages/statement-paper') },
  { path: 'deposits', access: 'signedIn', load: () => import('./pages/deposits') },
  { path: 'bills', access: 'signedIn', load: () => import('./pages/bills') },
  { path: 'payments', access: 'finance', load: () => import('./pages/payments') },
  { path: 'wechat-delivery', access: 'finance', load: () => import('./pages/wechat-delivery') },
  { path: 'parties', access: 'signedIn', load: () => import('./pages/parties') },
  { path: 'territory', access: 'signedIn', load: () => import('./pages/territory') },
  { path: 'territory/rules', access: 'signedIn', load: () => import('./pages/territory-rules') },
  { path: 'territory/blocked', access: 'signedIn', load: () => import('./pages/blocked') },
  { path: 'customer-transfers', access: 'manager', load: () => import('./pages/customer-transfers') },
  { path: 'staff', access: 'owner', load: () => import('./pages/staff') },
  { path: 'onboarding', access: 'manager', load: () => import('./pages/onboarding') },
  { path: 'wechat', access: 'owner', load: () => import('./pages/wechat') },
  { path: 'audit-log', access: 'owner', load: () => import('./pages/audit-log') },
  { path: 'log-ins', access: 'owner', load: () => import('./pages/log-ins') },
  { path: 'api-keys', access: 'owner', load: () => import('./pages/api-keys') },
  { path: 'webhooks', access: 'owner', load: () => import('./pages/webhooks') },
  { path: 'settings', access: 'hqOwner', load: () => import('./pages/settings') },
  { path: 'work', access: 'hqOwner', load: () => import('./pages/work') },
  { path: 'rules', access: 'signedIn', load: () => import('./pages/rules') },
  { path: 'exchange', access: 'signedIn', load: () => import('./pages/exchange') },
];

const isHqRole = (access: Screen['access']): access is HqRole => Object.hasOwn(hqRoles, access);

/** Whether somebody may open a screen with this access. */
export function mayOpen(me: Pick<Me, 'roles' | 'party'>, access: Screen['access']): boolean {
  if (access === 'signedIn') return true;
  return isHqRole(access) ? me.party.kind === 'hq' && hasRole(me, hqRoles[access]) : hasRole(me, access);
}

/** Whom a screen is for, in words. */
export function whomFor(access: Screen['access']): string {
  if (access === 'signedIn') return '登录';
  return isHqRole(access) ? `总部的“${roleNames[hqRoles[access]]}”角色` : `“${roleNames[access]}”角色`;
}

/** The access of the screen at an address of the navigation. */
export const accessOf = (address: string) =>
  screens.find(({ path }) => `/${path}` === address)?.access ?? 'signedIn';
