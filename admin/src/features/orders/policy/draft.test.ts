import { changesOf, compareRules, inputOf, withRule } from './draft';
import type { PolicyRule } from './model';

const roleName = (role: string) => (role === 'reviewer' ? '审单' : role);
const aRule = (given: Partial<PolicyRule> = {}): PolicyRule => ({
  rule: 'price.floor',
  consequence: 'review',
  hold: 'review',
  owner: 'seller',
  withinHours: 4,
  acceptedBy: [{ desk: 'seller', role: 'reviewer', upToFen: null }],
  mayBe: ['review', 'block', 'notice'],
  mayBeOverruled: true,
  ...given,
});

it('says field by field what of a rule differs', () => {
  const limited = [
    { desk: 'seller' as const, role: 'reviewer' as const, upToFen: 1_000_000 },
    { desk: 'hq' as const, role: 'reviewer' as const, upToFen: null },
  ];

  expect(changesOf(aRule(), aRule({ owner: 'hq', withinHours: 2, acceptedBy: limited }), roleName)).toEqual([
    { rule: 'price.floor', field: '责任方', from: '供货方', to: '总部' },
    { rule: 'price.floor', field: '时限', from: '4 小时', to: '2 小时' },
    {
      rule: 'price.floor',
      field: '可放行',
      from: '供货方审单',
      to: '供货方审单（至 ¥10,000.00）、总部审单',
    },
  ]);
});

it('names the desk of what is to be held, also where nothing was before', () => {
  const told = aRule({ consequence: 'notice' });

  expect(changesOf(told, aRule(), roleName).map(({ field, from, to }) => [field, from, to])).toEqual([
    ['后果', '只提示', '挂起待审'],
    ['责任方', '—', '供货方'],
    ['时限', '—', '4 小时'],
    ['可放行', '—', '供货方审单'],
  ]);
});

it('says nothing of desks and hours where no order is to be held', () => {
  const told = aRule({ consequence: 'notice' });

  expect(changesOf(told, aRule({ consequence: 'block', owner: 'hq', withinHours: 9 }), roleName)).toEqual([
    { rule: 'price.floor', field: '后果', from: '只提示', to: '驳回' },
  ]);
});

it('compares the rules that both policies have, wherever they stand', () => {
  const [floor, short] = [aRule(), aRule({ rule: 'stock.short' })];
  const changed = withRule([floor, short], aRule({ rule: 'stock.short', consequence: 'block' }));

  expect(compareRules([short, floor], changed, roleName).map(({ rule, field }) => [rule, field])).toEqual([
    ['stock.short', '后果'],
  ]);
});

it('sends nobody to accept what nobody may', () => {
  const frozen = aRule({ rule: 'credit.frozen', mayBeOverruled: false });

  expect(inputOf([frozen])).toEqual([
    {
      rule: 'credit.frozen',
      consequence: 'review',
      hold: 'review',
      owner: 'seller',
      withinHours: 4,
      acceptedBy: [],
    },
  ]);
});
