import type { CartBuyer } from '../cart';
import { isFor } from '../is-for-buyer';
import type { FlashAudience } from './model';

const nobody: CartBuyer['groupIds'] = new Set();

/** Whether a buyer may take part: as with every promotion, what is left out asks for nothing. */
export const fitsAudience = (
  { levels = [], regions = [], channels = [], buyerIds = [] }: FlashAudience,
  { id, level, regionCode, channel }: Omit<CartBuyer, 'groupIds'>,
): boolean =>
  isFor(
    { levels, regionPrefixes: regions, channels, buyerIds, groupIds: [], excludedBuyerIds: [] },
    { id, level, regionCode, channel, groupIds: nobody },
  );
