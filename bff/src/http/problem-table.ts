/** What a refusal looks like on the wire. */
export interface ProblemKind {
  readonly status: number;
  /** Shown to people, in Chinese. */
  readonly title: string;
}

/** Refusals any route may give. */
export const generalProblems = {
  'request.invalid': { status: 400, title: '提交的内容有误，请检查后再试' },
  'request.malformed': { status: 400, title: '请求内容无法识别' },
  'request.cursorUnknown': { status: 400, title: '翻页标记无效，请回到第一页' },
  'request.notJson': { status: 415, title: '请求内容必须是 JSON' },
  'request.tooLarge': { status: 413, title: '提交的内容过大' },
  'request.tooSlow': { status: 408, title: '请求超时，请重试' },
  'request.headersTooLarge': { status: 431, title: '请求头过大' },
  'auth.required': { status: 401, title: '请先登录' },
  'auth.expired': { status: 401, title: '登录已失效，请重新登录' },
  'access.denied': { status: 403, title: '您没有权限执行此操作' },
  'route.unknown': { status: 404, title: '您访问的内容不存在' },
  'method.notAllowed': { status: 405, title: '不支持这种请求方式' },
  'rate.limited': { status: 429, title: '操作过于频繁，请稍后再试' },
  'server.busy': { status: 503, title: '系统繁忙，请稍后再试' },
  'server.notReady': { status: 503, title: '服务尚未就绪' },
  'server.broken': { status: 500, title: '系统开了小差，请稍后再试' },
} as const satisfies Record<string, ProblemKind>;

/** Refusals of the domains. 404 unknown, 403 not yours, 409 the world moved on, 422 makes no sense. */
const domainProblems: Readonly<Record<string, ProblemKind>> = {
  // Not 401: a screen takes a 401 as the end of the session, and this one may be alive.
  'auth.wrong': { status: 422, title: '用户名或密码不正确' },
  'auth.locked': { status: 423, title: '密码错误次数过多，请 15 分钟后再试' },
  'auth.suspended': { status: 403, title: '账号已停用，请联系管理员' },
  'auth.sessionUnknown': { status: 404, title: '找不到该登录设备' },

  'partners.notSupplied': { status: 422, title: '该供应商不向您供货' },
  'partners.suspended': { status: 403, title: '合作已暂停，暂时不能下单' },
  'partners.addressUnknown': { status: 404, title: '找不到该收货地址' },

  'catalog.skuUnknown': { status: 404, title: '找不到该商品' },

  'orders.unknown': { status: 404, title: '找不到该订单' },
  'orders.lineTwice': { status: 422, title: '同一商品出现了多行，请合并后再提交' },
  'orders.priceChanged': { status: 409, title: '价格已变化，请确认后重新提交' },
  'orders.stateForbids': { status: 409, title: '订单当前状态不允许此操作' },
  'orders.notYourHold': { status: 403, title: '该订单不由您审核' },
  'orders.overShipped': { status: 422, title: '发货数量超过可发数量' },
  'orders.regionBlocked': { status: 409, title: '收货地址已不在授权区域内，不能发货' },
  'orders.overSigned': { status: 422, title: '差异数量超过发货数量' },

  'stock.warehouseUnknown': { status: 404, title: '找不到该仓库' },
  'stock.dateInFuture': { status: 422, title: '生产日期不能晚于今天' },
  'stock.lotDiffers': { status: 409, title: '该批号已登记，生产日期不一致' },

  'credit.accountUnknown': { status: 404, title: '找不到该信用账户' },
  'credit.billUnknown': { status: 404, title: '找不到该账单' },

  'command.idReused': { status: 409, title: '该请求编号已用于其他内容' },
};

const table = new Map<string, ProblemKind>([
  ...Object.entries(generalProblems),
  ...Object.entries(domainProblems),
]);

/** The status and title of a code; undefined for a code nobody listed, which is a bug. */
export function problemKindOf(code: string): ProblemKind | undefined {
  return table.get(code);
}
