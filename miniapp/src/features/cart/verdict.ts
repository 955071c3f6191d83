import type { Tone } from '@/ui/tag';
import type { Quote } from './queries';

/** What a quote's verdict means for the order about to be placed. */
export const verdictWords: Record<Quote['verdict'], { readonly text: string; readonly tone: Tone }> = {
  approved: { text: '可直接通过', tone: 'success' },
  held: { text: '需审核', tone: 'warn' },
  rejected: { text: '无法下单', tone: 'danger' },
};
