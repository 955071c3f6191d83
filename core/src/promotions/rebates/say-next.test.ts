import type { Near } from '../kind';
import { sayNextRebate } from './say-next';

const near = (missing: Near['missing'], gain: Near['gain']): Near => ({ missing, skuId: null, gain });

it.each([
  [near({ quantity: 2, unit: '箱' }, { kind: 'percent', offBp: 450 }), '再进2箱，返4.5%'],
  [near({ quantity: 3, unit: '' }, { kind: 'off', fen: 10_000 }), '再进3件，返¥100.00'],
  [near({ fen: 2_500 }, { kind: 'off', fen: 10_000 }), '再进¥25.00，返¥100.00'],
  [near({ quantity: 2, unit: '张陈列照片' }, { kind: 'off', fen: 20_000 }), '还差2张陈列照片，返¥200.00'],
  [near({ fen: 100 }, { kind: 'freight', fen: 1 }), '再进¥1.00，返得更多'],
])('%j: %s', (one, said) => {
  expect(sayNextRebate(one)).toBe(said);
});
