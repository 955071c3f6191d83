import { showShelf } from './show-shelf';
import { noStockFacts } from './stock-facts';
import { aLot, aStockQuestion } from './testing';
import { wantOf } from './want-of';

const on = '2026-03-01';
const want = wantOf(noStockFacts(on), aStockQuestion({ caseFactor: 12 }));

it('shows the oldest of what one case would come from', () => {
  const soon = aLot({ producedOn: '2026-01-10', expiresOn: '2026-12-10', onHand: 5 });
  const late = aLot({ producedOn: '2026-02-10', expiresOn: '2027-02-05', onHand: 50 });

  const { fresh, free, ageing } = showShelf([late, soon], want);

  expect(fresh).toEqual({ producedOn: '2026-02-10', expiresOn: '2027-02-05' });
  expect({ free, ageing }).toEqual({ free: 55, ageing: [] });
});

it('shows what is too old at what it costs less, once a day', () => {
  const old = { producedOn: '2025-05-01', expiresOn: '2026-05-01', onHand: 6 };
  const young = wantOf(
    noStockFacts(on),
    aStockQuestion({ buyer: { id: 'buyer', channel: 'traditional', minimumLifeBp: 6_000 } }),
  );

  const shelf = showShelf([aLot(old), aLot(old)], young);

  expect(shelf.fresh).toBeNull();
  expect(shelf.free).toBe(0);
  expect(shelf.ageing).toHaveLength(1);
  expect(shelf.ageing[0]).toMatchObject({ expiresOn: '2026-05-01', markdownBp: 3_000 });
});

it('shows nothing of what is not there', () => {
  expect(showShelf([], want)).toEqual({ free: 0, fresh: null, ageing: [] });
});
