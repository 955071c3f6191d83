import { z } from 'zod';
import { readTime } from '../clock';
import type { Merchant } from '../keys';
import type { World } from '../world';
import { payBefore } from './create-order';
import type { Order, OrderRequest, TradeType } from './model';
import { checkNotifyUrl } from './notify-url';
import { codeUrlOf } from './numbers';
import { type OrderBody, type OrderKind, OutTradeNo, orderShapes } from './order-parameters';
import { readBy } from './read-body';
import { PayRefused, wrongParameter } from './refusal';
import type { PayCall, PayHandler } from './serve';
import { viewOrder } from './views';

const tradeTypeOf: Readonly<Record<OrderKind, TradeType>> = {
  jsapi: 'JSAPI',
  h5: 'MWEB',
  native: 'NATIVE',
  app: 'APP',
};

/** JSON with its keys in order, so that equal parameters give equal text. */
function fingerprintOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

export function checkMchid(merchant: Merchant, mchid: string, location: 'body' | 'uri' = 'body'): void {
  if (mchid !== merchant.mchid) throw wrongParameter('/mchid', mchid, '与签名的商户号不一致', location);
}

/** What a merchant asked for, checked; `kind` is the last word of the path. */
function readOrder(world: World, kind: OrderKind, { merchant, body, at }: PayCall): OrderRequest {
  const asked: OrderBody = readBy(orderShapes[kind], body);
  checkMchid(merchant, asked.mchid);
  const { miniapp, h5 } = world.keys.apps;
  if (![miniapp.appid, h5.appid].includes(asked.appid)) {
    throw new PayRefused('APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配');
  }
  checkNotifyUrl(asked.notify_url, world.settings.notifyUrl);
  const expiresAt = asked.time_expire === undefined ? null : readTime(asked.time_expire);
  if (expiresAt !== null && expiresAt <= at) {
    throw wrongParameter('/time_expire', asked.time_expire, '支付结束时间应晚于当前时间');
  }
  const openid = asked.payer?.openid ?? null;
  if (openid !== null && world.people.holderOf(openid)?.appid !== asked.appid) {
    throw new PayRefused('OPENID_MISMATCH', 'openid和appid不匹配');
  }
  return {
    appid: asked.appid,
    mchid: asked.mchid,
    outTradeNo: asked.out_trade_no,
    description: asked.description,
    notifyUrl: asked.notify_url,
    totalFen: asked.amount.total,
    tradeType: tradeTypeOf[kind],
    attach: asked.attach ?? null,
    openid,
    payBefore: payBefore(expiresAt, at),
    fingerprint: fingerprintOf({ kind, asked }),
  };
}

function answerOf(world: World, kind: OrderKind, { prepay }: Order): object {
  if (kind === 'native') return { code_url: codeUrlOf(prepay.prepayId) };
  if (kind !== 'h5') return { prepay_id: prepay.prepayId };
  // The real one lies on wx.tenpay.com; a browser can only be sent to where the stand-in is.
  const address = new URL('/cgi-bin/mmpayweb-bin/checkmweb', world.url());
  address.search = new URLSearchParams({
    prepay_id: prepay.prepayId,
    package: prepay.prepayId.slice(-10),
  }).toString();
  return { h5_url: address.href };
}

export const create =
  (world: World, kind: OrderKind): PayHandler =>
  (call) => {
    const order = world.till.create(readOrder(world, kind, call), call.at);
    return { status: 200, body: answerOf(world, kind, order) };
  };

const MchidQuery = z.object({ mchid: z.string() });

function found(order: Order | undefined, { merchant, query }: PayCall): Order {
  checkMchid(merchant, readBy(MchidQuery, query, 'uri').mchid, 'uri');
  if (order?.mchid !== merchant.mchid) throw new PayRefused('ORDER_NOT_EXIST', '订单不存在');
  return order;
}

export const queryByNumber =
  (world: World): PayHandler =>
  (call) => {
    const outTradeNo = readBy(z.object({ out_trade_no: OutTradeNo }), call.params, 'uri').out_trade_no;
    return { status: 200, body: viewOrder(found(world.book.order(call.merchant.mchid, outTradeNo), call)) };
  };

export const queryById =
  (world: World): PayHandler =>
  (call) => {
    const order = world.book.orderOfTransaction(call.params.transaction_id ?? '');
    return { status: 200, body: viewOrder(found(order, call)) };
  };

export const close =
  (world: World): PayHandler =>
  (call) => {
    const { mchid } = readBy(z.strictObject({ mchid: z.string() }), call.body);
    checkMchid(call.merchant, mchid);
    const outTradeNo = readBy(z.object({ out_trade_no: OutTradeNo }), call.params, 'uri').out_trade_no;
    world.till.close(mchid, outTradeNo, call.at);
    return { status: 204 };
  };
