import { buyerIdOf, skuIdOf } from '../company-shape';
import { orderIds, orderStream } from '../order-stream';
import type { HttpTarget, LoadOrder } from './load-model';

type Asked = Pick<LoadOrder, 'shape' | 'load' | 'lines' | 'seed' | 'buyerNos'>;

/** Writes the requests of a stretch of load, one after the other: the buyers take turns. */
export function httpRequests(order: Asked, { tokens, ask }: HttpTarget): () => string {
  if (ask === 'echo') return () => 'GET /echo/water HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  const { shape } = order;
  const buyerNos = order.buyerNos ?? Array.from({ length: shape.buyers }, (_, buyerNo) => buyerNo);
  const heads = buyerNos.map((buyerNo) => {
    const token = tokens[buyerNo];
    if (token === undefined) throw new Error(`no session for ${buyerIdOf(buyerNo)}`);
    return `POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: `;
  });
  const goods = Array.from({ length: shape.skus }, (_, skuNo) => `{"skuId":"${skuIdOf(skuNo)}","quantity":`);
  const linesOf = orderStream(shape, order, order.seed);
  const newId = orderIds();
  let turn = order.seed % buyerNos.length;
  return () => {
    turn = (turn + 1) % buyerNos.length;
    let lines = '';
    for (const { skuNo, quantity } of linesOf(buyerNos[turn] as number)) {
      lines += `${lines === '' ? '' : ','}${goods[skuNo] as string}${quantity}}`;
    }
    const body = `{"orderId":"${newId()}","lines":[${lines}]}`;
    return `${heads[turn] as string}${body.length}\r\n\r\n${body}`;
  };
}
