import type { ApiScope } from '@tongpan/core';
import { endpoints } from '../contract/endpoints';

const { afterSales, catalog, credit, orders, partners, pool, stock, territory } = endpoints;

/**
 * What each scope opens to a key, route by route: a route nobody has named here stays closed to every key. None of them
 * makes keys, webhooks, staff or passwords, nor changes what a party sells or at which price.
 */
const routes: Readonly<Record<ApiScope, readonly string[]>> = {
  'catalog.read': [
    catalog.search,
    catalog.get,
    catalog.categories,
    catalog.brands,
    catalog.scan,
    catalog.packVersions,
    catalog.pictures,
    catalog.myPrice,
    catalog.shelf,
    catalog.ageing,
    territory.divisions,
    territory.division,
  ],
  'orders.read': [
    orders.list,
    orders.counts,
    orders.get,
    orders.backOrders,
    afterSales.list,
    afterSales.get,
    partners.suppliers,
    partners.addresses,
  ],
  'orders.write': [
    orders.quote,
    orders.place,
    orders.cancel,
    orders.sign,
    partners.suppliers,
    partners.addresses,
  ],
  'orders.review': [orders.openHolds, orders.approve, orders.reject],
  'orders.fulfil': [orders.ship],
  'stock.read': [
    stock.warehouses,
    stock.lots,
    stock.summary,
    stock.levels,
    stock.movements,
    stock.inbounds,
    pool.stock,
  ],
  'stock.write': [
    stock.receive,
    stock.putInbound,
    stock.confirmInbound,
    stock.cancelInbound,
    stock.receiveInbound,
  ],
  'credit.read': [credit.mine, credit.accounts, credit.bills, credit.statement, credit.statements],
};

const byScope = new Map(Object.entries(routes).map(([scope, opened]) => [scope, new Set(opened)]));

/** True when one of these scopes opens an endpoint. */
export const opens = (scopes: readonly ApiScope[], endpoint: string): boolean =>
  scopes.some((scope) => byScope.get(scope)?.has(endpoint) === true);

/** The scopes that open an endpoint; none: no key does. */
export const scopesThatOpen = (endpoint: string): readonly string[] =>
  [...byScope].filter(([, opened]) => opened.has(endpoint)).map(([scope]) => scope);
