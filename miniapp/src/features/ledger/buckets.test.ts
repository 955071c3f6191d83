import { lateFen, lateFirst, owedFen } from './buckets';
import type { CustomerAgeing } from './queries';

const owing = (buyerId: string, notDueFen: number, over90Fen = 0): CustomerAgeing => ({
  buyerId,
  buyerName: buyerId,
  notDueFen,
  days1To30Fen: 0,
  days31To60Fen: 0,
  days61To90Fen: 0,
  over90Fen,
});

describe('what customers owe', () => {
  it('is all of its buckets, and late what is due', () => {
    expect(owedFen(owing('S1', 500, 300))).toBe(800);
    expect(lateFen(owing('S1', 500, 300))).toBe(300);
  });

  it('stands with the most late money first, and without who owes nothing', () => {
    const rows = [owing('S1', 900), owing('S2', 0), owing('S3', 0, 100), owing('S4', 950), owing('S0', 900)];

    expect(lateFirst(rows).map(({ buyerId }) => buyerId)).toEqual(['S3', 'S4', 'S0', 'S1']);
  });
});
