import type { Tone } from '@/ui/tag';
import type { CountSheet, Inbound, Lot, Transfer } from './queries';

interface Word {
  readonly text: string;
  readonly tone: Tone;
}
type Words<Key extends string> = Readonly<Record<Key, Word>>;

/** Every quality of goods, good ones first. */
export const qualities: Words<Lot['quality']> = {
  available: { text: '可用', tone: 'success' },
  inspection: { text: '待检', tone: 'warn' },
  damaged: { text: '破损', tone: 'danger' },
  blocked: { text: '停售', tone: 'danger' },
  expired: { text: '过期', tone: 'quiet' },
};

/** Expiry levels from good to bad; the server says which one a lot is at. */
export const levels: Words<Lot['level']> = {
  normal: { text: '正常', tone: 'success' },
  blue: { text: '关注', tone: 'brand' },
  yellow: { text: '预警', tone: 'warn' },
  red: { text: '临期', tone: 'deal' },
  stopSale: { text: '禁售', tone: 'danger' },
  expired: { text: '已过期', tone: 'quiet' },
};

export const inboundStates: Words<Inbound['state']> = {
  planned: { text: '计划', tone: 'quiet' },
  confirmed: { text: '已确认', tone: 'brand' },
  received: { text: '已收完', tone: 'success' },
  cancelled: { text: '已取消', tone: 'quiet' },
};

export const sheetStates: Words<CountSheet['state']> = {
  open: { text: '盘点中', tone: 'brand' },
  confirmed: { text: '已过账', tone: 'success' },
  cancelled: { text: '已作废', tone: 'quiet' },
};

export const transferStates: Words<Transfer['state']> = {
  inTransit: { text: '在途', tone: 'brand' },
  received: { text: '已收货', tone: 'success' },
};

/** Words to choose one from, with all of them before it. */
export const chipsOf = <Key extends string>(words: Words<Key>, all: string) => [
  { value: '', label: all },
  ...(Object.keys(words) as Key[]).map((value) => ({ value: value as string, label: words[value].text })),
];

/** The key that a text of an address names; empty when it names none. */
export const keyNamed = <Key extends string>(words: Words<Key>, text: string): Key | '' =>
  (Object.keys(words) as Key[]).find((key) => key === text) ?? '';

/** How long a lot still lasts, in words. */
export const lastsText = (remainingDays: number) =>
  remainingDays > 0
    ? `剩 ${remainingDays} 天`
    : remainingDays === 0
      ? '今天到期'
      : `过期 ${-remainingDays} 天`;
