import type { PartyKind } from '@tongpan/core';
import { contract } from '@tongpan/bff/src/contract';
import { type Access } from '@tongpan/bff/src/contract/route';
import { mayCall } from '@tongpan/bff/src/http/access';
import type { z } from 'zod';
import { buyerIdOf, sellerIdOf, skuIdOf } from '../company-shape';
import { headquartersId } from '../systems/found-company';

/** The first page of one list, as one of the three sees it. */
export interface ListRequest {
  readonly name: string;
  readonly caller: ListCaller;
  readonly path: string;
}

export const listCallers = [
  { partyKind: 'hq', partyId: headquartersId },
  { partyKind: 'distributor', partyId: sellerIdOf(0) },
  { partyKind: 'store', partyId: buyerIdOf(0) },
] as const satisfies readonly { readonly partyKind: PartyKind; readonly partyId: string }[];
export type ListCaller = (typeof listCallers)[number];

/** What a list cannot be asked without. */
const wanted: Readonly<Record<string, string>> = {
  partyId: buyerIdOf(0),
  buyerId: buyerIdOf(0),
  sellerId: sellerIdOf(0),
  skuId: skuIdOf(0),
  priceListId: `P-${sellerIdOf(0)}`,
  from: '2020-01-01',
  to: '2100-01-01',
};

/** Ways of asking for the same list that take another way through the database. */
const variants: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'orders.list': [
    { side: 'buyer' },
    { side: 'seller' },
    { side: 'all' },
    { side: 'seller', state: 'completed' },
    { side: 'all', state: 'held' },
    { side: 'seller', q: buyerIdOf(0) },
    { side: 'all', q: buyerIdOf(0) },
  ],
  'orders.counts': [{ side: 'buyer' }, { side: 'seller' }, { side: 'all' }],
  'orders.openHolds': [{ desk: 'mine' }, { desk: 'all' }, { desk: 'all', overdue: 'yes' }],
  'orders.backOrders': [{ side: 'buyer' }, { side: 'seller' }],
  'catalog.search': [{}, { q: '清谷' }],
  'partners.parties': [{}, { q: buyerIdOf(0) }],
  'stock.lots': [{}, { skuId: skuIdOf(0) }],
  'stock.movements': [{}, { skuId: skuIdOf(0) }],
};

/** Every route that answers with a list, for everybody who may ask; and those that need what the bench has not got. */
export function listRequests(): {
  readonly requests: readonly ListRequest[];
  readonly left: readonly string[];
} {
  const requests: ListRequest[] = [];
  const left: string[] = [];
  for (const [domain, routes] of Object.entries(contract)) {
    for (const [name, route] of Object.entries(routes as Readonly<Record<string, AnyRoute>>)) {
      if (!route.endpoint.startsWith('GET ') || !('items' in shapeOf(route.output))) continue;
      const full = `${domain}.${name}`;
      const asked = (variants[full] ?? sidesOf(route)).map((query) => withNeeds(route, query));
      if (asked.some((query) => query === null)) left.push(full);
      for (const caller of listCallers) {
        if (!mayCall(route.access, { partyKind: caller.partyKind, roles: ['owner'] })) continue;
        for (const query of asked) if (query) requests.push(requestOf(full, route, caller, query));
      }
    }
  }
  return { requests, left };
}

interface AnyRoute {
  readonly endpoint: string;
  readonly access: Access;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const shapeOf = (schema: z.ZodType) => ('shape' in schema ? (schema.shape as Record<string, z.ZodType>) : {});

function sidesOf({ input }: AnyRoute): readonly Readonly<Record<string, string>>[] {
  if (!('side' in shapeOf(input))) return [{}];
  const sides = ['buyer', 'seller', 'all'].filter(
    (side) => shapeOf(input).side?.safeParse(side).success === true,
  );
  return sides.map((side) => ({ side }));
}

/** The query with what the route cannot do without; null when the bench has not got it. */
function withNeeds(
  { input }: AnyRoute,
  query: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  const filled = { ...query };
  for (const [name, schema] of Object.entries(shapeOf(input))) {
    if (name in filled || schema.safeParse(undefined).success) continue;
    const value = wanted[name];
    if (value === undefined) return null;
    filled[name] = value;
  }
  return filled;
}

function requestOf(
  name: string,
  { endpoint }: AnyRoute,
  caller: ListCaller,
  query: Readonly<Record<string, string>>,
): ListRequest {
  const inQuery = new Map(Object.entries(query));
  const path = endpoint.slice('GET '.length).replace(/:(\w+)/g, (_, part: string) => {
    const value = inQuery.get(part) ?? '';
    inQuery.delete(part);
    return encodeURIComponent(value);
  });
  const text = new URLSearchParams([...inQuery]).toString();
  const shownQuery = text === '' ? '' : ` ${decodeURIComponent(text)}`;
  return {
    name: `${name}${shownQuery} (${caller.partyKind})`,
    caller,
    path: text === '' ? path : `${path}?${text}`,
  };
}
