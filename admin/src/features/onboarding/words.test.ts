import { afterMyYes, regionCheck } from './words';

const sheet = { state: 'submitted', sellerId: 'D1', sellerName: '西湖商贸', ifApproved: 'approved' } as const;
const outside = { rule: 'territory.outside', severity: 'review' as const, like: [], title: '' };

it('tells a distributor that HQ has still to agree', () => {
  expect(afterMyYes({ ...sheet, ifApproved: 'endorsed' }, 'D1')).toContain('还需总部同意');
});

it('tells HQ whom it would not wait for', () => {
  expect(afterMyYes(sheet, 'HQ')).toContain('“西湖商贸”尚未表态');
  expect(afterMyYes({ ...sheet, state: 'endorsed' }, 'HQ')).toContain('不需要其他人再同意');
});

it('tells whose word is the last that nobody else is asked', () => {
  expect(afterMyYes(sheet, 'D1')).toContain('立即开户');
});

it('tells whose turn it is no more what is waited for', () => {
  expect(afterMyYes({ ...sheet, state: 'endorsed', ifApproved: null }, 'D1')).toContain('等待总部');
  expect(afterMyYes({ ...sheet, state: 'rejected', ifApproved: null }, 'D1')).toBe('');
});

it('says where a store is as the check found it, and asks it of no distributor', () => {
  expect(regionCheck({ kind: 'store', findings: [outside] })).toContain('不在');
  expect(regionCheck({ kind: 'store', findings: [] })).toBe('在供货商的授权区域内');
  expect(regionCheck({ kind: 'distributor', findings: [] })).toContain('不检查');
});
