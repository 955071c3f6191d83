import type { OrderSummary } from '../model';
import { planOf, rulesAmong } from './plan';

const anOrder = (more: {
  findings?: readonly { rule: string; severity: 'block' | 'review' | 'notice' }[];
  owner?: 'seller' | 'hq';
}) =>
  ({
    orderId: 'O1',
    findings: more.findings ?? [],
    openHolds: [{ kind: 'credit', owner: more.owner ?? 'seller' }],
  }) as unknown as OrderSummary;
const over = { rule: 'credit.over', severity: 'review' } as const;
const short = { rule: 'stock.short', severity: 'review' } as const;
const stopped = { rule: 'sku.inactive', severity: 'block' } as const;

const choice = { action: 'approve', partyKind: 'distributor', accepted: new Set(['credit.over']) } as const;

it('overrules of each order what is chosen and may be overruled', () => {
  expect(planOf([anOrder({ findings: [over, short, stopped] })], choice)).toMatchObject([
    { isMine: true, outcome: 'asked', accept: ['credit.over'] },
  ]);
});

it('leaves out what HQ must decide, and HQ decides it', () => {
  const order = anOrder({ owner: 'hq' });

  expect(planOf([order], choice)).toMatchObject([{ isMine: false, outcome: 'leftOut' }]);
  expect(planOf([order], { ...choice, action: 'reject', partyKind: 'hq' })).toMatchObject([
    { isMine: true, outcome: 'rejected' },
  ]);
});

it('counts in how many orders each rule stands', () => {
  const orders = [anOrder({ findings: [over, over, stopped] }), anOrder({ findings: [over, short] })];

  expect(rulesAmong(orders)).toEqual([
    { rule: 'credit.over', orderCount: 2 },
    { rule: 'stock.short', orderCount: 1 },
  ]);
});
