import type { LifeRule, ShortagePolicy } from './queries';
import { foldText, lifeAskedText, shareSubjectText, shortageText } from './words';

const rule: LifeRule = {
  ruleId: 'R',
  scope: 'channel',
  subject: 'modern',
  goods: '',
  minimumDays: 0,
  minimumLifeBp: 6_666,
  maximumLots: 2,
  refusesOlder: true,
  startsOn: '2026-01-01',
  endsOn: null,
};
const policy: ShortagePolicy = {
  buyerId: '*',
  skuId: '*',
  kind: 'substitute',
  closeAfterDays: 7,
  rest: 'backOrder',
};

it('says what a rule of freshness asks, and that one which asks nothing still wants goods in date', () => {
  expect(lifeAskedText(rule)).toBe('到货时剩余效期不少于 66.66%，单行最多 2 个批次，不倒批');
  expect(lifeAskedText({ ...rule, minimumLifeBp: 0, maximumLots: null, refusesOlder: false })).toBe(
    '不过期即可',
  );
});

it('names the days after which only what is owed is closed', () => {
  expect(shortageText(policy)).toBe('用替代品补足，仍不够的记欠货，7 天后自动关闭');
  expect(shortageText({ ...policy, kind: 'cancelRest' })).toBe('有多少发多少，其余取消');
});

it('calls the widest share terms those of everybody else', () => {
  const names = { buyer: String };
  const terms = { buyerId: '*', channel: '*' as const, segment: 1, weight: 1 };

  expect(shareSubjectText(terms, names)).toBe('其余所有客户');
  expect(shareSubjectText({ ...terms, channel: 'modern' }, names)).toBe('商超渠道');
});

it('says a markdown the way the trade does', () => {
  expect([0, 1_500, 10_000].map(foldText)).toEqual(['不打折', '8.5 折', '免费']);
});
