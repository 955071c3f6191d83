import { type AnothersRowsOf, own } from './row';

export const insightAnothers: AnothersRowsOf<'insight'> = {
  desk: own,
  byDay: own,
  by: own,
  goods: own,
  deliveries: own,
  ranges: own,
  receivables: own,
  shelves: own,
  orders: own,
  diversions: own,
  losses: own,
  slowStock: own,
  returns: own,
  returnedGoods: own,
  promoted: own,
};
