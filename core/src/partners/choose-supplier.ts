import { everyLine, type Supply } from './model';

export type SupplierAnswer =
  | { readonly sellerId: string; readonly reason: null }
  | { readonly sellerId: null; readonly reason: 'notSupplied' }
  /** The line is this seller's, who has stopped it: no other seller steps in. */
  | { readonly sellerId: string; readonly reason: 'suspended' };

/** Who supplies a buyer with a product line: the supply of that very line, else the one of all lines. */
export function supplierOf(
  supplies: readonly Supply[],
  buyerId: string,
  productLine: string,
): SupplierAnswer {
  const own = supplies.filter((supply) => supply.buyerId === buyerId);
  const supply =
    own.find((one) => one.productLine === productLine) ?? own.find((one) => one.productLine === everyLine);
  if (!supply) return { sellerId: null, reason: 'notSupplied' };
  return { sellerId: supply.sellerId, reason: supply.status === 'active' ? null : 'suspended' };
}

/** The sellers a buyer may name in an order, longest-standing first, each once; stopped supplies left out. */
export function sellersOf(supplies: readonly Supply[], buyerId: string): readonly string[] {
  const open = supplies.filter((supply) => supply.buyerId === buyerId && supply.status === 'active');
  return [...new Set(open.sort(bySeniority).map(({ sellerId }) => sellerId))];
}

const bySeniority = (one: Supply, other: Supply) =>
  one.since - other.since || (one.sellerId < other.sellerId ? -1 : one.sellerId > other.sellerId ? 1 : 0);
