import type { Answer } from '../../api';
import type { StateWords } from '../../ui/state-tag';

export type Announcement = Answer<'announcements', 'own'>['items'][number];
export type Standing = Announcement['standing'];

export const standingWords: Readonly<Record<Standing, StateWords>> = {
  draft: { text: '草稿', color: 'default' },
  waiting: { text: '待发', color: 'cyan' },
  shown: { text: '展示中', color: 'green' },
  over: { text: '已结束', color: 'default' },
};

export const standings = Object.keys(standingWords) as readonly Standing[];

/** A standing out of an address; nothing for what is none. */
export const standingOf = (text: string | null): Standing | undefined =>
  standings.find((standing) => standing === text);

export const partiesWords: Readonly<Record<Announcement['audience']['parties'], string>> = {
  all: '全渠道',
  stores: '门店',
  distributors: '经销商',
};

/** Whom it is for: 门店 · 2 个区域. */
export const audienceText = ({ audience }: Pick<Announcement, 'audience'>) =>
  audience.regions.length === 0
    ? partiesWords[audience.parties]
    : `${partiesWords[audience.parties]} · ${audience.regions.length} 个区域`;

const linkWords = { goods: '商品页', promotion: '促销页', offers: '优惠专区' } as const;

export const linkOptions = Object.entries(linkWords).map(([value, label]) => ({ value, label }));

/** Where a tap leads. */
export const linkText = ({ link }: Pick<Announcement, 'link'>) => (link ? linkWords[link.kind] : '无');

/** What may be done with one; the server decides all the same. */
export const actionsFor = ({ standing }: Pick<Announcement, 'standing'>) => ({
  edit: standing !== 'over',
  publish: standing === 'draft',
  stop: standing !== 'over',
});
