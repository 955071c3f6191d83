import type { Capacity } from './queries';

/** Stands for every seller, or every product line. */
export const EVERY = '*';

const BP_PER_PERCENT = 100;
const METRES_PER_KILOMETRE = 1_000;

/** A share in basis points as a factor: 15,000 is 1.5 times. */
export const factorText = (bp: number) => `${bp / 10_000} 倍`;
export const percentOfBp = (bp: number) => bp / BP_PER_PERCENT;
export const bpOfPercent = (percent: number) => Math.round(percent * BP_PER_PERCENT);
export const kilometreText = (metres: number) => `${metres / METRES_PER_KILOMETRE} 公里`;
export const kilometresOf = (metres: number) => metres / METRES_PER_KILOMETRE;
export const metresOf = (kilometres: number) => Math.round(kilometres * METRES_PER_KILOMETRE);

export const lineText = ({ productLine }: Pick<Capacity, 'productLine'>) =>
  productLine === EVERY ? '全部产品线' : productLine;

/** What each verdict of a region check means, and its colour. */
export const answerWords = {
  pass: { text: '放行', type: 'success' },
  review: { text: '转人工审核', type: 'warning' },
  block: { text: '拦截', type: 'error' },
} as const;

/** From when until when; the day it ends is the first it does not hold. */
export const windowText = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null ? `${startsOn} 起，长期` : `${startsOn} 至 ${endsOn} 前`;
