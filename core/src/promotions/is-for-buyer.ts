import { dayOf, type Instant } from '../platform/clock';
import { liesIn } from '../platform/regions';
import type { CartBuyer } from './cart';
import type { Audience, Promotion } from './model';

/** Whether a promotion counts at an instant: live, within its window, its days and its hours in Shanghai. */
export function countsAt(promotion: Promotion, at: Instant): boolean {
  const { state, startsAt, endsAt, hours, weekdays } = promotion;
  if (state !== 'live' || at < startsAt || at >= endsAt) return false;
  if (hours !== null) {
    const minute = minuteOfDay(at);
    if (minute < hours.fromMinute || minute >= hours.untilMinute) return false;
  }
  return weekdays.length === 0 || weekdays.includes(weekdayOf(at));
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Shanghai keeps no summer time. */
const shanghaiMs = 8 * 60 * minuteMs;

const minuteOfDay = (at: Instant) => Math.floor(((at + shanghaiMs) % dayMs) / minuteMs);

/** 1 Monday to 7 Sunday, in Shanghai. */
function weekdayOf(at: Instant): number {
  const day = new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

/** A buyer of whose groups one may ask. */
export type BuyerOfGroups = Omit<CartBuyer, 'groupIds'> & {
  readonly groupIds: Pick<CartBuyer['groupIds'], 'has'>;
};

/** Whether an audience means a buyer. */
export function isFor(audience: Audience, buyer: BuyerOfGroups): boolean {
  const { levels, regionPrefixes, channels, groupIds, buyerIds, excludedBuyerIds } = audience;
  return (
    (buyerIds.length === 0 || buyerIds.includes(buyer.id)) &&
    !excludedBuyerIds.includes(buyer.id) &&
    (levels.length === 0 || levels.includes(buyer.level)) &&
    (channels.length === 0 || channels.includes(buyer.channel)) &&
    (groupIds.length === 0 || groupIds.some((id) => buyer.groupIds.has(id))) &&
    (regionPrefixes.length === 0 || regionPrefixes.some((prefix) => liesIn(buyer.regionCode, prefix)))
  );
}
