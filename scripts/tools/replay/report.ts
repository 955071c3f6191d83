import type { Answer, Client } from '@tongpan/bff/src/client';

export type OrderSummary = Answer<'orders', 'list'>['items'][number];

/** Every order of one seller, page by page. */
export async function listOrders(client: Client): Promise<readonly OrderSummary[]> {
  const orders: OrderSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.orders.list({ side: 'seller', limit: 100, cursor });
    orders.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return orders;
}

/** How many of the values there are of each. */
export function tally(values: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, left], [, right]) => right - left));
}

/** What the orders came to, counted from the orders themselves, so that nothing counts twice. */
export function summarise(orders: readonly OrderSummary[]) {
  const verdicts = tally(orders.map(({ verdict }) => verdict));
  const shareOf = (counts: (verdict: string) => boolean) =>
    orders.length === 0 ? 0 : orders.filter(({ verdict }) => counts(verdict)).length / orders.length;
  return {
    orders: orders.length,
    verdicts,
    states: tally(orders.map(({ state }) => state)),
    // An order counts once under each rule that spoke of it.
    findings: tally(orders.flatMap(({ findings }) => [...new Set(findings.map(({ rule }) => rule))])),
    /** Decided without a person, either way. */
    decidedShare: shareOf((verdict) => verdict !== 'held'),
    /** Approved without a person. */
    touchlessShare: shareOf((verdict) => verdict === 'approved'),
  };
}

/** The value below which `share` of the values lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
