import type { StateWords } from '../../ui/state-tag';
import type { Application, ApplicationSheet, ApplicationView } from './queries';

export const kindNames: Readonly<Record<Application['kind'], string>> = {
  distributor: '经销商',
  store: '门店',
  chain: '连锁',
};

export const channelNames: Readonly<Record<Application['channel'], string>> = {
  traditional: '传统渠道',
  modern: '现代渠道',
  convenience: '便利店',
  catering: '餐饮',
  special: '特通渠道',
  ecommerce: '电商',
};

export const stateWords: Readonly<Record<Application['state'], StateWords>> = {
  submitted: { text: '待审核', color: 'gold' },
  endorsed: { text: '待总部审核', color: 'blue' },
  approved: { text: '已开户', color: 'green' },
  rejected: { text: '已驳回', color: 'red' },
};

export const views: readonly { readonly value: ApplicationView; readonly label: string }[] = [
  { value: 'open', label: '待审核' },
  { value: 'approved', label: '已开户' },
  { value: 'rejected', label: '已驳回' },
  { value: 'all', label: '全部' },
];

export const deskNames = { seller: '供货商', hq: '总部' } as const;
export const answerNames = { approves: '同意', rejects: '驳回' } as const;

/** What a yes of the reader would do, and who has still to agree; empty when it is not the reader’s turn. */
export function afterMyYes(
  sheet: Pick<ApplicationSheet, 'ifApproved' | 'state' | 'sellerId' | 'sellerName'>,
  myPartyId: string,
) {
  if (sheet.ifApproved === null) return sheet.state === 'endorsed' ? '供货商已同意，等待总部审核。' : '';
  if (sheet.ifApproved === 'endorsed') return '您同意后，还需总部同意才会开户。';
  const isSellerSilent = sheet.state === 'submitted' && sheet.sellerId !== myPartyId;
  return isSellerSilent
    ? `供货商“${sheet.sellerName}”尚未表态；总部同意后直接开户，不再等供货商。`
    : '您同意后立即开户，不需要其他人再同意。';
}

/** What the check of the seller’s territory says of where the applicant is. */
export function regionCheck({ kind, findings }: Pick<Application, 'kind' | 'findings'>) {
  if (kind === 'distributor') return '经销商开户后另行授权区域，不检查';
  return findings.some(({ rule }) => rule === 'territory.outside')
    ? '不在供货商的授权区域内'
    : '在供货商的授权区域内';
}
