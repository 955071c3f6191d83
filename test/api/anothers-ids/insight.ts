import { type AnothersRowsOf, asks, own } from './row';

const planUnknown = 'reports.planUnknown';

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
  plans: own,
  putPlan: { planId: asks('plan', planUnknown) },
  removePlan: { planId: asks('plan', planUnknown) },
  makeNow: { planId: asks('plan', planUnknown) },
  reportFiles: own,
  reportFile: { fileId: asks('reportFile', 'reports.fileUnknown') },
};
