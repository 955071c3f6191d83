import { valueLosses } from './value-losses';

const sold = [{ sellerId: 'D1', skuId: 'A', quantity: 3, keptFen: 100 }];
const aLoss = (ownerId: string, skuId: string, destroyed: number) => ({
  ownerId,
  skuId,
  destroyed,
  expired: 0,
});

it('values what was destroyed at what its owner sold it for, more than was sold among it', () => {
  const rows = valueLosses([aLoss('D1', 'A', 7)], sold, ({ skuId }) => skuId);

  expect(rows).toEqual([{ key: 'A', destroyed: 7, expired: 0, lossFen: 233, unvaluedSkus: 0 }]);
});

it('counts what its owner sold none of, and does not value it at another’s price', () => {
  const rows = valueLosses([aLoss('D2', 'A', 7), aLoss('D1', 'B', 1)], sold, ({ ownerId }) => ownerId);

  expect(rows).toEqual([
    { key: 'D2', destroyed: 7, expired: 0, lossFen: 0, unvaluedSkus: 1 },
    { key: 'D1', destroyed: 1, expired: 0, lossFen: 0, unvaluedSkus: 1 },
  ]);
});

it('adds up what has something in common, most money first', () => {
  const losses = [aLoss('D2', 'A', 9), aLoss('D1', 'A', 3), aLoss('D1', 'B', 1)];
  const rows = valueLosses(losses, sold, ({ ownerId }) => ownerId);

  expect(rows).toEqual([
    { key: 'D1', destroyed: 4, expired: 0, lossFen: 100, unvaluedSkus: 1 },
    { key: 'D2', destroyed: 9, expired: 0, lossFen: 0, unvaluedSkus: 1 },
  ]);
});
