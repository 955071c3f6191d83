import type { ProblemKind } from './problem-kind';

/** Refusals of partners. */
export const partnersProblems: Readonly<Record<string, ProblemKind>> = {
  'partners.notSupplied': { status: 422, title: '该供应商不向您供货' },
  'partners.suspended': { status: 403, title: '合作已暂停，暂时不能下单' },
  'partners.addressUnknown': { status: 404, title: '找不到该收货地址' },
};
