import type { Figure } from './queries';

/** The address of the orders behind a figure. */
export function wayBehind({ from, to, side, by, key }: Figure): string {
  const words = new URLSearchParams({ from, to, side, by });
  if (key !== '') words.set('key', key);
  return `/reports/orders?${words.toString()}`;
}
