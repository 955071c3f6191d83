import { leftWords, outcomeWords } from './words';

it('tells who lost whether another try makes sense', () => {
  expect(outcomeWords({ outcome: 'lost', mayComeBack: true })).toBe('没抢到，有人放弃会放回，可以再试');
  expect(outcomeWords({ outcome: 'lost', mayComeBack: false })).toBe('没抢到，已抢光');
});

it('has words for everything but winning', () => {
  const others = ['capped', 'early', 'over', 'notWarm', 'tooFast', 'notForYou', 'challenge'] as const;

  for (const outcome of others) expect(outcomeWords({ outcome, mayComeBack: false })).not.toBe('');
  expect(outcomeWords({ outcome: 'token', mayComeBack: false })).toBe('');
});

it('says about how much is left, and nothing while nobody knows', () => {
  expect([leftWords(3), leftWords(0), leftWords(null)]).toEqual(['约剩 30%', '已抢光', '']);
});
