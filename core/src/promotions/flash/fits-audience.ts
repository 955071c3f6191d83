import type { FlashAudience } from './model';

export interface FlashTaker {
  readonly id: string;
  readonly level: number;
  readonly regionCode: string;
  readonly channel: string;
}

/** Whether a buyer may take part: every demand that is made must be met, and one that is left out asks for nothing. */
export function fitsAudience({ levels, regions, channels, buyerIds }: FlashAudience, buyer: FlashTaker) {
  if (buyerIds && !buyerIds.includes(buyer.id)) return false;
  if (levels && !levels.includes(buyer.level)) return false;
  if (channels && !channels.includes(buyer.channel)) return false;
  return !regions || regions.some((prefix) => buyer.regionCode.startsWith(prefix));
}
