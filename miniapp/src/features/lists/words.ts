import type { Tone } from '@/ui/tag';
import type { Offer, Rhythm, Run } from './queries';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** The days of a week to choose from, by their number. */
export const weekdayChips = weekdays.map((label, at) => ({ value: String(at + 1), label }));

/** `每周三`, `每 3 天`, `每月 15 日`. */
export function rhythmWords(rhythm: Rhythm): string {
  switch (rhythm.every) {
    case 'week':
      return `每${weekdays[rhythm.weekday - 1] ?? '周'}`;
    case 'days':
      return rhythm.days === 1 ? '每天' : `每 ${rhythm.days} 天`;
    case 'month':
      return `每月 ${rhythm.monthDay} 日`;
  }
}

export const runWords: Record<Run['outcome'], { text: string; tone: Tone }> = {
  placed: { text: '已下单', tone: 'success' },
  refused: { text: '未下成', tone: 'danger' },
  skipped: { text: '已跳过', tone: 'quiet' },
};

export const missingWords: Record<Offer['missing'][number]['reason'], string> = {
  unknown: '供货商不供这个商品',
  inactive: '已停售',
  noPrice: '暂无报价',
};
