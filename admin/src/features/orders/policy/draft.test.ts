import { changesOf, compareRules, inputOf, saysSame, withRule } from './draft';
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

it('says nothing of desks and hours where neither holds an order', () => {
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

it('knows a policy that says the same by what is sent', () => {
  expect(saysSame([aRule()], [aRule({ mayBe: [] })])).toBe(true);
  expect(saysSame([aRule()], [aRule({ withinHours: 5 })])).toBe(false);
});
