import type { OrderLine } from './model';

/** True for what the buyer asked for itself: neither what stands in for it nor what is given with it. */
export const isAskedFor = ({ substituteFor, giftOf }: Pick<OrderLine, 'substituteFor' | 'giftOf'>): boolean =>
  substituteFor === null && giftOf === null;
