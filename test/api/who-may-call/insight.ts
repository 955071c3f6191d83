import { finance, type RowsOf, seller } from './row';

const period = { from: '2026-01-01', to: '2026-01-31' };

const planUnknown = 'reports.planUnknown';
const noPlan = { planId: 'NO-SUCH-PLAN', expectedVersion: 1 };

export const insightRows: RowsOf<'insight'> = {
  desk: { input: {}, answers: seller('ok', 'ok') },
  byDay: { input: period, answers: seller('ok', 'ok') },
  by: { input: { ...period, by: 'buyer' }, answers: seller('ok', 'ok') },
  deliveries: { input: period, answers: seller('ok', 'ok') },
  ranges: { input: { ...period, by: 'brand' }, answers: seller('ok', 'ok') },
  receivables: { input: period, answers: finance('ok', 'ok') },
  shelves: { input: period, answers: seller('ok', 'ok') },
  orders: { input: period, answers: seller('ok', 'ok') },
  goods: { input: { ...period, side: 'channel' }, answers: seller('insight.notYours', 'ok') },
  diversions: { input: { ...period, by: 'day' }, answers: seller('ok', 'ok') },
  losses: { input: period, answers: seller('ok', 'ok') },
  slowStock: { input: { side: 'channel' }, answers: seller('insight.notYours', 'ok') },
  returns: { input: { ...period, by: 'reason' }, answers: seller('ok', 'ok') },
  returnedGoods: { input: period, answers: seller('ok', 'ok') },
  promoted: { input: period, answers: seller('ok', 'ok') },
  plans: { input: {}, answers: seller('ok', 'ok') },
  putPlan: {
    input: {
      ...{ ...noPlan, commandId: 'ACCESS-RP1', name: '周报', report: 'goods', side: 'own', span: 'lastWeek' },
      ...{ rhythm: 'weekly', onDay: 1, hour: 8, format: 'csv', isPaused: false },
    },
    answers: seller(planUnknown, planUnknown),
  },
  removePlan: { input: { ...noPlan, commandId: 'ACCESS-RP2' }, answers: seller(planUnknown, planUnknown) },
  makeNow: {
    input: { planId: 'NO-SUCH-PLAN', commandId: 'ACCESS-RP3' },
    answers: seller(planUnknown, planUnknown),
  },
  reportFiles: { input: {}, answers: seller('ok', 'ok') },
  reportFile: {
    input: { fileId: 'NO-SUCH-FILE' },
    answers: seller('reports.fileUnknown', 'reports.fileUnknown'),
  },
};
