import { createSecretKey } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Router from '@koa/router';
import Koa from 'koa';
import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import {
  buyerIdOf,
  type CompanyShape,
  cityOf,
  priceE4Of,
  sellerIdOf,
  sellerNoOf,
  skuIdOf,
} from '../company-shape';
import { answerQuestions } from '../worker-link';
import { openBatchWriter } from './batch-writer';
import { listenSomewhere } from './listen';
import { openPlainWriter } from './plain-writer';
import type { KeepOrder, RivalLine, RivalOrder, RivalQuestion } from './rival-model';
import { makeRivalTables } from './rival-tables';
import { readToken } from './token';

const OrderInput = z.object({
  orderId: z.string().regex(/^[0-9A-Z]{26}$/),
  lines: z
    .array(
      z.object({ skuId: z.string().regex(/^[0-9A-Z-]{1,16}$/), quantity: z.int().min(1).max(1_000_000) }),
    )
    .min(1)
    .max(1000),
});

/**
 * The rivals: an order API with the least a real one can have. `minimal` writes in batches and is near the limit;
 * `plain` is the same with a transaction for each order.
 */
export function runRivalProcess(kind: 'minimal' | 'plain'): void {
  answerQuestions<RivalQuestion>(async ({ databaseUrl, shape, secret }) => {
    const name = `bench_${kind}`;
    const connection = await createConnection({ uri: databaseUrl });
    await makeRivalTables(connection, name, shape);
    await connection.end();
    const own = new URL(`/${name}`, databaseUrl).toString();
    const keep = kind === 'minimal' ? await openBatchWriter(own) : openPlainWriter(own);
    return { port: await listenSomewhere(rivalApi(shape, secret, keep)) };
  });
}

function rivalApi(shape: CompanyShape, secret: string, keep: KeepOrder): Koa {
  const key = createSecretKey(secret, 'utf8');
  const decide = orderDesk(shape);
  const app = new Koa();
  const router = new Router();
  router.post('/api/v1/orders', async (ctx) => {
    const buyerId = readToken(ctx.get('Authorization').slice('Bearer '.length), key, Date.now());
    if (buyerId === null) return ctx.throw(401);
    const input = OrderInput.safeParse(JSON.parse(await bodyOf(ctx.req)));
    if (!input.success) return ctx.throw(400);
    const order = decide(buyerId, input.data);
    if (typeof order === 'string') return ctx.throw(409, order);
    await keep(order);
    ctx.body = {
      orderId: order.id,
      state: 'approved',
      verdict: 'approved',
      sellerId: order.sellerId,
      payableFen: order.payableFen,
    };
  });
  app.use(router.routes());
  return app;
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () =>
      resolve((pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)).toString()),
    );
    request.on('error', reject);
  });
}

interface Buyer {
  readonly buyerNo: number;
  readonly sellerNo: number;
  readonly regionCode: string;
  leftFen: number;
}

/** Prices and three rules, from memory: the region is the seller's, the goods are there, the credit lasts. */
function orderDesk(shape: CompanyShape) {
  const buyers = new Map<string, Buyer>();
  for (let buyerNo = 0; buyerNo < shape.buyers; buyerNo += 1) {
    const sellerNo = sellerNoOf(buyerNo, shape);
    const regionCode = cityOf(sellerNo).district;
    buyers.set(buyerIdOf(buyerNo), { buyerNo, sellerNo, regionCode, leftFen: 1e15 });
  }
  const sellers = Array.from({ length: shape.sellers }, (_, sellerNo) => ({
    id: sellerIdOf(sellerNo),
    areas: new Set([cityOf(sellerNo).grant]),
  }));
  const goods = new Map(
    Array.from(
      { length: shape.skus },
      (_, skuNo) => [skuIdOf(skuNo), { skuNo, priceE4: priceE4Of(skuNo) }] as const,
    ),
  );
  const left = new Float64Array(shape.sellers * shape.skus).fill(1e12);

  return (buyerId: string, input: z.infer<typeof OrderInput>): RivalOrder | string => {
    const buyer = buyers.get(buyerId);
    const seller = buyer && sellers[buyer.sellerNo];
    if (!buyer || !seller) return 'nobody supplies this buyer';
    if (!seller.areas.has(buyer.regionCode.slice(0, 4))) return 'not in the region of the seller';
    const lines: RivalLine[] = [];
    let payableFen = 0;
    for (const { skuId, quantity } of input.lines) {
      const found = goods.get(skuId);
      if (!found) return 'no such goods';
      const stockId = buyer.sellerNo * shape.skus + found.skuNo;
      if ((left[stockId] as number) < quantity) return 'goods are gone';
      const amountFen = Math.round((found.priceE4 * quantity) / 100);
      payableFen += amountFen;
      lines.push({ stockId, skuId, quantity, unitPriceE4: found.priceE4, amountFen });
    }
    if (buyer.leftFen < payableFen) return 'credit is used up';
    buyer.leftFen -= payableFen;
    for (const { stockId, quantity } of lines) left[stockId] = (left[stockId] as number) - quantity;
    const { buyerNo } = buyer;
    return {
      id: input.orderId,
      buyerId,
      buyerNo,
      sellerId: seller.id,
      payableFen,
      placedAt: Date.now(),
      lines,
    };
  };
}
