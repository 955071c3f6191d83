import { useCallback, useSyncExternalStore } from 'react';
import { watchKept } from '@/platform/kept-elsewhere';
import { keep, readKept } from '@/platform/storage';
import { basketAfter, type BasketAction, type BasketLine } from './basket';

const baskets = new Map<string, readonly BasketLine[]>();
const listeners = new Set<() => void>();
const nothing: readonly BasketLine[] = [];

function linesOf(key: string) {
  const known = baskets.get(key);
  if (known) return known;
  const lines = readKept<readonly BasketLine[]>(key) ?? nothing;
  baskets.set(key, lines);
  return lines;
}

/** Changes a basket and keeps it on the device. */
export function changeBasket(key: string, action: BasketAction) {
  const lines = basketAfter(linesOf(key), action);
  baskets.set(key, lines);
  keep(key, lines);
  listeners.forEach((listener) => listener());
}

// Another window of the same browser has changed a basket: what it kept is what there is.
watchKept((key) => {
  if (!baskets.delete(key)) return;
  listeners.forEach((listener) => listener());
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Where the cart of a user at a supplier is kept. */
export const cartKey = (userId: string, supplierId: string) => `cart:${userId}:${supplierId}`;

/** Where the rows of a quick order are kept: apart from the cart, so that neither swallows the other. */
export const quickKey = (userId: string, supplierId: string) => `quick:${userId}:${supplierId}`;

/** The lines of a basket and the way to change them; every page with the same key sees the same lines. */
export function useBasket(key: string) {
  const read = useCallback(() => linesOf(key), [key]);
  const lines = useSyncExternalStore(subscribe, read, read);
  const change = useCallback((action: BasketAction) => changeBasket(key, action), [key]);
  return { lines, change };
}
