import type { ReactNode } from 'react';
import { hasRole, type Me, type Role } from '../features/auth/me';

interface Screen {
  readonly path: string;
  /** Who may open it: anybody who is logged in, or those with a role. The server decides all the same. */
  readonly access: 'signedIn' | Role;
  readonly load: () => Promise<{ default: () => ReactNode }>;
}

/** Every screen behind the log-in by address; each is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  { path: 'desk', access: 'signedIn', load: () => import('./pages/desk') },
  { path: 'reports', access: 'signedIn', load: () => import('./pages/reports') },
  { path: 'queue', access: 'signedIn', load: () => import('./pages/queue') },
  { path: 'orders', access: 'signedIn', load: () => import('./pages/orders') },
  { path: 'orders/:orderId', access: 'signedIn', load: () => import('./pages/order') },
  { path: 'after-sales', access: 'signedIn', load: () => import('./pages/after-sales') },
  { path: 'after-sales/:afterSalesId', access: 'signedIn', load: () => import('./pages/after-sales-one') },
  { path: 'goods', access: 'signedIn', load: () => import('./pages/goods') },
  { path: 'lots', access: 'signedIn', load: () => import('./pages/lots') },
  { path: 'promotions', access: 'manager', load: () => import('./pages/promotions') },
  { path: 'promotions/calendar', access: 'manager', load: () => import('./pages/promotion-calendar') },
  { path: 'promotions/costs', access: 'manager', load: () => import('./pages/promotion-costs') },
  { path: 'promotions/new', access: 'manager', load: () => import('./pages/promotion-new') },
  { path: 'promotions/:promotionId', access: 'manager', load: () => import('./pages/promotion') },
  { path: 'flash', access: 'manager', load: () => import('./pages/flash') },
  { path: 'delivery', access: 'manager', load: () => import('./pages/delivery') },
  { path: 'rebates', access: 'signedIn', load: () => import('./pages/rebates') },
  { path: 'credit', access: 'signedIn', load: () => import('./pages/credit') },
  { path: 'bills', access: 'signedIn', load: () => import('./pages/bills') },
  { path: 'payments', access: 'finance', load: () => import('./pages/payments') },
  { path: 'wechat-delivery', access: 'finance', load: () => import('./pages/wechat-delivery') },
  { path: 'parties', access: 'signedIn', load: () => import('./pages/parties') },
  { path: 'onboarding', access: 'manager', load: () => import('./pages/onboarding') },
  { path: 'wechat', access: 'owner', load: () => import('./pages/wechat') },
  { path: 'audit-log', access: 'owner', load: () => import('./pages/audit-log') },
  { path: 'exchange', access: 'signedIn', load: () => import('./pages/exchange') },
];

/** Whether somebody may open a screen with this access. */
export const mayOpen = (me: Pick<Me, 'roles'>, access: Screen['access']) =>
  access === 'signedIn' || hasRole(me, access);

/** The access of the screen at an address of the navigation. */
export const accessOf = (address: string) =>
  screens.find(({ path }) => `/${path}` === address)?.access ?? 'signedIn';
