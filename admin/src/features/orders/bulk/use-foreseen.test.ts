import { foreseenOf } from './use-foreseen';

const finding = { severity: 'review' } as const;
type Preview = Parameters<typeof foreseenOf>[0];
const preview = (more: object) => ({ state: 'held', findings: [], payableFen: 100, ...more }) as Preview;

it.each([
  ['passes', preview({ state: 'approved' }), [], 'approved', '复核后通过'],
  ['passes what is overruled', preview({ state: 'approved' }), ['credit.over'], 'approved', /放行 1 类/],
  [
    'counts what is still against it',
    preview({ findings: [finding, { severity: 'notice' }] }),
    [],
    'held',
    /1 个问题/,
  ],
  ['ends', preview({ state: 'rejected' }), [], 'rejected', /订单结束/],
] as const)('%s', (_rule, answer, accept, outcome, words) => {
  const foreseen = foreseenOf(answer, { accept });

  expect(foreseen.outcome).toBe(outcome);
  expect(foreseen.words).toMatch(words);
});
