import { sayOutcome, sayPeople, sayReasons } from './replay-words';

const roleName = (role: string) => (role === 'reviewer' ? '审单' : '负责人');
const held = {
  verdict: 'held' as const,
  holds: [
    { kind: 'credit' as const, owner: 'seller' as const, withinHours: 24 },
    { kind: 'review' as const, owner: 'hq' as const, withinHours: 4 },
  ],
  acceptedBy: [{ desk: 'hq' as const, role: 'reviewer' as const }],
};

it('says what came of an order, and of a held one where it waits', () => {
  expect(sayOutcome({ verdict: 'approved', holds: [], acceptedBy: [] })).toBe('自动通过');
  expect(sayOutcome(held)).toBe('挂起：供货方 24 小时内、总部 4 小时内');
});

it('says who may let it pass by themselves', () => {
  expect(sayPeople(held, roleName)).toBe('总部审单');
  expect(sayPeople({ ...held, acceptedBy: [] }, roleName)).toBe('无人可单独放行');
  expect(sayPeople({ ...held, verdict: 'rejected' }, roleName)).toBe('');
});

it('says why in the words of the finding, or of the rule where they are lost', () => {
  const reason = { rule: 'price.floor', lineNo: 1, isRecomputed: false } as const;

  expect(
    sayReasons({
      moreReasons: 2,
      reasons: [
        { ...reason, message: '坚果 低于底价', from: 'review', to: 'notice' },
        { ...reason, message: null, from: 'review', to: 'review' },
        {
          rule: 'buyer.licenceMissing',
          lineNo: null,
          message: '尚未登记食品经营许可证',
          isRecomputed: true,
          from: 'off',
          to: 'block',
        },
      ],
    }),
  ).toEqual([
    '坚果 低于底价（挂起待审 → 只提示）',
    '低于最低价',
    '尚未登记食品经营许可证（不检查 → 驳回），按现在登记的许可证推算',
    '还有 2 处',
  ]);
});
