import type { DiversionsBy, Figure, Period } from './queries';

/** The address of the orders behind a figure. */
export function wayBehind({ from, to, side, by, key }: Figure): string {
  const words = new URLSearchParams({ from, to, side, by });
  if (key !== '') words.set('key', key);
  return `/reports/orders?${words.toString()}`;
}

/** The address of the order lines that were stopped; nothing where their list cannot be narrowed to that. */
export function blockedBehind({ from, to }: Period, by: DiversionsBy, key: string): string | undefined {
  if (by === 'day') return `/territory/blocked?${new URLSearchParams({ from: key, to: key }).toString()}`;
  return by === 'seller'
    ? `/territory/blocked?${new URLSearchParams({ from, to, seller: key }).toString()}`
    : undefined;
}

interface RequestsOf {
  readonly seller?: string;
  readonly buyer?: string;
  readonly day?: string;
  readonly kind?: string;
  readonly reason?: string;
  readonly suspects?: 'diversion';
}

/**
 * The address of the after-sales requests behind a figure; nothing where that would be a distributor's own among HQ's:
 * of the channel, a list can be narrowed to one seller alone.
 */
export function requestsBehind({ from, to, side }: Period, { day, ...of }: RequestsOf): string | undefined {
  if (side === 'channel' && of.seller === undefined) return undefined;
  const words = new URLSearchParams({
    side: side === 'channel' ? 'all' : 'seller',
    from: day ?? from,
    to: day ?? to,
    ...of,
  });
  return `/after-sales?${words.toString()}`;
}
