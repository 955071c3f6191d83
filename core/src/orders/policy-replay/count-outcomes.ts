import type { HoldKind, Hold } from '../model';
import type { Outcome, OutcomeCounts } from './model';

/** A count of outcomes that goes on: `add` one after the other, `total` says what they come to. */
export function outcomeCount() {
  const verdicts = { approved: 0, held: 0, rejected: 0 };
  const passedBy = { seller: 0, hq: 0, nobody: 0 };
  const holds = new Map<string, { kind: HoldKind; owner: Hold['owner']; orders: number }>();
  return {
    add({ verdict, holds: ofOrder, acceptedBy }: Outcome): void {
      verdicts[verdict] += 1;
      for (const { kind, owner } of ofOrder) {
        const known = holds.get(`${kind} ${owner}`) ?? { kind, owner, orders: 0 };
        holds.set(`${kind} ${owner}`, { ...known, orders: known.orders + 1 });
      }
      if (verdict !== 'held') return;
      const desks = acceptedBy.map(({ desk }) => desk);
      passedBy[desks.includes('seller') ? 'seller' : desks.includes('hq') ? 'hq' : 'nobody'] += 1;
    },
    total: (): OutcomeCounts => ({
      ...verdicts,
      holds: [...holds].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count),
      passedBy,
    }),
  };
}
