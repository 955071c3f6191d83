import type { Transfer } from './queries';
import { standText } from './words';

const transfer: Transfer = {
  transferId: 'T',
  buyerId: 'S',
  buyerName: '桥头便利店',
  productLine: '*',
  fromId: 'A',
  fromName: '甲商行',
  toId: 'B',
  toName: '乙商行',
  proposedBy: 'hq',
  reason: '就近配送',
  effectiveOn: '2026-03-01',
  state: 'proposed',
  consents: [{ side: 'hq', answer: 'consents', note: '', at: '2026-02-01T00:00:00.000Z' }],
  missing: ['from', 'to'],
  mayAnswer: false,
  mayWithdraw: true,
  outsideTerritory: false,
  proposedAt: '2026-02-01T00:00:00.000Z',
  closedAt: null,
};

it('tells who has spoken and whose word is still missing', () => {
  expect(standText(transfer)).toEqual(['总部已同意', '待甲商行同意', '待乙商行同意']);
});

it('waits for nobody once it is over', () => {
  const refused: Transfer = {
    ...transfer,
    state: 'refused',
    consents: [{ side: 'to', answer: 'refuses', note: '送不到', at: '2026-02-01T00:00:00.000Z' }],
  };

  expect(standText(refused)).toEqual(['乙商行已拒绝：送不到']);
});
