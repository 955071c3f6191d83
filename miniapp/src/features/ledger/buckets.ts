import type { Ageing, CustomerAgeing } from './queries';

export type Bucket = keyof Ageing;

/** 账龄, youngest first. */
export const buckets: readonly { readonly key: Bucket; readonly name: string }[] = [
  { key: 'notDueFen', name: '未到期' },
  { key: 'days1To30Fen', name: '逾期 1–30 天' },
  { key: 'days31To60Fen', name: '逾期 31–60 天' },
  { key: 'days61To90Fen', name: '逾期 61–90 天' },
  { key: 'over90Fen', name: '逾期 90 天以上' },
];

/** Everything that is owed. */
export const owedFen = (ageing: Ageing) => buckets.reduce((sum, { key }) => sum + ageing[key], 0);

/** What of it is late. */
export const lateFen = (ageing: Ageing) => owedFen(ageing) - ageing.notDueFen;

/** Who owes anything, most late money first, then most money. */
export const lateFirst = (rows: readonly CustomerAgeing[]) =>
  rows
    .filter((row) => owedFen(row) > 0)
    .sort(
      (one, other) =>
        lateFen(other) - lateFen(one) ||
        owedFen(other) - owedFen(one) ||
        (one.buyerId < other.buyerId ? -1 : 1),
    );
