import { dayAndTime } from '../../ui/dates';
import type { Coupon, Offer } from './queries';

/** Until when something can be had: `2026-12-05 18:00 截止`. */
export const endWords = (endsAt: string) => `${dayAndTime(endsAt)} 截止`;

type Drawer = Coupon['state'];

/** The drawers of the wallet, and what stands in an empty one. */
export const drawers: readonly { readonly state: Drawer; readonly label: string; readonly empty: string }[] =
  [
    { state: 'open', label: '可使用', empty: '没有可用的优惠券' },
    { state: 'used', label: '已使用', empty: '还没有用过优惠券' },
    { state: 'expired', label: '已过期', empty: '没有过期的优惠券' },
  ];

/** How many coupons each drawer holds; `more` says that the list goes on: `3+`. */
export function drawerCounts(coupons: readonly Pick<Coupon, 'state'>[], more: boolean) {
  const countOf = (drawer: Drawer) => coupons.filter(({ state }) => state === drawer).length;
  return drawers.map(({ state, label }) => ({
    value: state,
    label,
    count: more ? `${countOf(state)}+` : countOf(state),
  }));
}

/** When a coupon may be used, was used, or could have been. */
export const couponWords = ({ state, expiresAt }: Pick<Coupon, 'state' | 'expiresAt'>) =>
  state === 'used'
    ? '已在订单中使用'
    : `${state === 'open' ? '有效期至' : '已于'} ${dayAndTime(expiresAt)}${state === 'open' ? '' : ' 过期'}`;

/** Offers in two parts: coupons to claim, and what counts by itself. */
export const partOffers = <One extends Pick<Offer, 'kind'>>(offers: readonly One[]) => ({
  coupons: offers.filter(({ kind }) => kind === 'coupon'),
  others: offers.filter(({ kind }) => kind !== 'coupon'),
});

const paidLater: ReadonlySet<string> = new Set(['cumulative', 'displayDeal']);

/** Whether an offer is earned by what is signed for, and pays nothing off the order itself. */
export const isPaidLater = ({ kind }: Pick<Offer, 'kind'>): boolean => paidLater.has(kind);

/** Offers in their order, those that count for the next order first. */
export const nextOrderFirst = <One extends Pick<Offer, 'kind'>>(offers: readonly One[]): readonly One[] => [
  ...offers.filter((offer) => !isPaidLater(offer)),
  ...offers.filter(isPaidLater),
];
