import type { z } from 'zod';
import { usualPerson } from '../people';
import type { Order } from '../wechat-pay/model';
import { prepayOfCodeUrl } from '../wechat-pay/numbers';
import type { World } from '../world';
import { ControlRefused } from './serve';
import type { Pay } from './shapes';

type Wish = z.infer<typeof Pay>;

function orderOf({ book }: World, { prepayId, codeUrl, outTradeNo, mchid }: Wish): Order {
  const wanted = prepayId ?? (codeUrl && prepayOfCodeUrl(codeUrl));
  const found = wanted ? book.orderOfPrepay(wanted) : undefined;
  const numbered = book.ordersNumbered(outTradeNo ?? '').filter((order) => !mchid || order.mchid === mchid);
  if (numbered.length > 1)
    throw new ControlRefused(409, 'several merchants have this number: name the mchid');
  const order = found ?? numbered[0];
  if (!order) throw new ControlRefused(404, 'no such order');
  return order;
}

/** Pays as a person at the cashier would, without the pages. */
export function payAtOnce(world: World, wish: Wish) {
  const order = orderOf(world, wish);
  world.people.meet(usualPerson);
  const usual = order.openid ?? world.people.openidOf(usualPerson, order.appid);
  const openid = wish.payerOpenid ?? usual;
  const decision = world.till.pay(order, openid, world.tradeNow());
  if (decision.kind === 'refused') throw new ControlRefused(409, decision.reason);
  return {
    kind: decision.kind,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    payerOpenid: order.payerOpenid,
  };
}
