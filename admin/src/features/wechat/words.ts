import type { StateWords } from '../../ui/state-tag';
import type { Rebinding, RebindingView } from './queries';

export const appNames = { miniapp: '微信小程序', h5: '微信网页' } as const;

export const stateWords: Readonly<Record<Rebinding['state'], StateWords>> = {
  waiting: { text: '待审批', color: 'gold' },
  approved: { text: '已同意', color: 'green' },
  refused: { text: '已拒绝', color: 'red' },
  replaced: { text: '已被新申请替代', color: 'default' },
};

export const views: readonly { readonly value: RebindingView; readonly label: string }[] = [
  { value: 'waiting', label: '待审批' },
  { value: 'approved', label: '已同意' },
  { value: 'refused', label: '已拒绝' },
  { value: 'all', label: '全部' },
];

/** A WeChat has no other name here than the end of its id. */
export const markText = (mark: string) => `尾号 ${mark}`;
