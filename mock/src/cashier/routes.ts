import { type Context, type Routes, formOf, queryOf } from '../http';
import { usualPerson } from '../people';
import type { Order } from '../wechat-pay/model';
import { prepayOfCodeUrl } from '../wechat-pay/numbers';
import type { World } from '../world';
import { bridgeScript } from './bridge';
import { faultOfClient } from './client-signature';
import { messagePage, payPage, resultPage, scanPage } from './pages';
import { isRegisteredPage } from './registered';
import { openVisits } from './tickets';

/** The pages where a person pays or cancels. */
export function addCashierRoutes(router: Routes, world: World): void {
  const visits = openVisits();
  const merchantOf = (order: Order) => world.keys.merchants.find(({ mchid }) => mchid === order.mchid);
  const nameOf = (order: Order) => merchantOf(order)?.name ?? '';

  function show(ctx: Context, html: string, status = 200): void {
    ctx.status = status;
    ctx.type = 'text/html; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = html;
  }

  const refuse = (ctx: Context, words: string) => show(ctx, messagePage('无法支付', words), 400);

  /** Shows the order to whoever will pay it: the one it was made for, or the usual person. */
  function admit(ctx: Context, order: Order, returnTo: string | null): void {
    const person = queryOf(ctx).person ?? usualPerson;
    world.people.meet(person);
    const openid = order.openid ?? world.people.openidOf(person, order.appid);
    const ticket = visits.admit({ prepayId: order.prepay.prepayId, openid, returnTo });
    show(ctx, payPage(order, nameOf(order), ticket));
  }

  /** Where to go back to, or null; a page of somebody else is no place to go. */
  function returnOf(ctx: Context): string | null {
    const { redirect_url: target } = queryOf(ctx);
    return target && isRegisteredPage(target, world.settings) ? target : null;
  }

  function orderOf(prepayId: string, type: readonly Order['tradeType'][]): Order | null {
    const order = world.book.orderOfPrepay(prepayId);
    return order && order.prepay.prepayId === prepayId && type.includes(order.tradeType) ? order : null;
  }

  router.get('/cashier', (ctx) => {
    const { code_url: codeUrl = '' } = queryOf(ctx);
    if (!codeUrl) return show(ctx, scanPage('', ''));
    const order = orderOf(prepayOfCodeUrl(codeUrl) ?? '', ['NATIVE']);
    if (!order) return show(ctx, scanPage(codeUrl, '这个二维码不是有效的支付码。'), 400);
    admit(ctx, order, null);
  });

  router.get('/cashier/pay', (ctx) => {
    const query = queryOf(ctx);
    const prepayId = query.prepay_id ?? /^prepay_id=(.+)$/.exec(query.package ?? '')?.[1] ?? '';
    const order = orderOf(prepayId, ['JSAPI', 'APP']);
    const merchant = order && merchantOf(order);
    if (!order || !merchant) return refuse(ctx, '支付会话不存在或已失效（prepay_id）。');
    const fault = faultOfClient(query, prepayId, order.appid, merchant.certificate.certificatePem);
    if (fault !== null) return refuse(ctx, fault);
    admit(ctx, order, returnOf(ctx));
  });

  router.get('/cgi-bin/mmpayweb-bin/checkmweb', (ctx) => {
    const { prepay_id: prepayId = '', redirect_url: target } = queryOf(ctx);
    const order = orderOf(prepayId, ['MWEB']);
    if (!order) return refuse(ctx, '支付会话不存在或已失效（prepay_id）。');
    if (world.settings.requireReferer && !isRegisteredPage(ctx.get('Referer'), world.settings)) {
      return refuse(ctx, '商家参数格式有误，请联系商家解决：Referer 为空或不是已登记的H5支付域名。');
    }
    if (target && !returnOf(ctx)) return refuse(ctx, 'redirect_url 不是已登记的H5支付域名。');
    if (order.prepay.opensUntil < world.tradeNow()) return refuse(ctx, '支付请求已失效，请重新发起支付。');
    admit(ctx, order, returnOf(ctx));
  });

  router.post('/cashier/pay', (ctx) => {
    const { ticket = '', action } = formOf(ctx);
    const visit = visits.find(ticket);
    const order = visit && world.book.orderOfPrepay(visit.prepayId);
    if (!visit || !order) return refuse(ctx, '页面已失效，请从商家重新打开。');
    if (action === 'pay') {
      const decision = world.till.pay(order, visit.openid, world.tradeNow());
      visit.result =
        decision.kind === 'refused' ? { kind: 'failed', reason: decision.reason } : { kind: 'paid' };
      world.changed();
    } else if (visit.result?.kind !== 'paid') {
      // Who has paid and then presses 取消 has paid all the same.
      visit.result = { kind: 'cancelled' };
    }
    ctx.redirect(`/cashier/result?ticket=${encodeURIComponent(ticket)}`);
    ctx.status = 303;
  });

  router.get('/cashier/result', (ctx) => {
    const visit = visits.find(queryOf(ctx).ticket ?? '');
    const order = visit && world.book.orderOfPrepay(visit.prepayId);
    if (!visit?.result || !order) return refuse(ctx, '页面已失效，请从商家重新打开。');
    show(ctx, resultPage(order, nameOf(order), visit.result, visit.returnTo));
  });

  router.get('/cashier/bridge.js', (ctx) => {
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.body = bridgeScript(world.url());
  });
}
