import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, type Client } from '@tongpan/bff';
import { idMaker } from '@tongpan/core';
import { uploadPhoto } from '../../api/upload-photo';
import type { StandInProcess } from '../../engines/stand-in';
import type { Luck } from '../people/random';

/** Who lives the lives of orders: buyers at any web process, their seller, and whoever holds the phone that pays. */
export interface Cast {
  readonly buyerAt: (web: number) => Client;
  readonly sellerAt: (web: number) => Client;
  readonly standIn: StandInProcess;
  readonly webs: number;
}

/** What became of a life, for the figures. */
export type Fate = 'paid' | 'paidTwice' | 'paidTooLate' | 'unpaid' | 'cancelled' | 'signed' | 'returned';

const newId = idMaker({ now: () => Date.now() });
const longestMs = 60_000;

/** What is left when a call cannot be answered: the life goes on without it, and the books are asked at the end. */
class Unanswered extends Error {}

/** Says one thing under one id until it is answered, by whichever process serves. */
async function persist<Answer>(
  luck: Luck,
  webs: number,
  say: (web: number) => Promise<Answer>,
): Promise<Answer> {
  const until = performance.now() + longestMs;
  while (performance.now() < until) {
    try {
      return await say(luck.between(0, webs - 1));
    } catch (error) {
      const isAnswer = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
      if (isAnswer && error.status !== 429) throw error;
      await wait(luck.between(50, 200));
    }
  }
  throw new Unanswered();
}

/** What is refused because the world moved on ends a step, not the life. */
const orNull = <Answer>(step: Promise<Answer>): Promise<Answer | null> =>
  step.catch((error: unknown) => {
    if (error instanceof ApiProblem || error instanceof Unanswered) return null;
    throw error;
  });

/** One order's life, from its luck alone: paid, paid twice, too late or never, cancelled, signed for short, returned. */
export async function live(cast: Cast, luck: Luck, skuIds: readonly string[]): Promise<Fate> {
  const { standIn, webs } = cast;
  const orderId = newId();
  const asBuyer = <Answer>(say: (client: Client) => Promise<Answer>) =>
    orNull(persist(luck, webs, (web) => say(cast.buyerAt(web))));
  const asSeller = <Answer>(say: (client: Client) => Promise<Answer>) =>
    orNull(persist(luck, webs, (web) => say(cast.sellerAt(web))));
  const command = () => ({ commandId: newId() });
  const start = async () => {
    const paymentId = newId();
    const started = await asBuyer((buyer) =>
      buyer.payments.start({ paymentId, orderId, using: { by: 'native' } }),
    );
    return started ? paymentId : null;
  };
  /** A person pays on the phone, unless the trade is closed meanwhile. */
  const pay = (outTradeNo: string) => standIn.control('pay', { outTradeNo }).catch(() => null);
  const isApproved = async () => {
    for (let look = 0; look < 40; look += 1) {
      const order = await asBuyer((buyer) => buyer.orders.get({ orderId }));
      if (order && order.state !== 'held') return order.state === 'approved';
      await wait(luck.between(100, 300));
    }
    return false;
  };

  const lines = [{ skuId: luck.pick(skuIds), quantity: luck.between(1, 30) * 5 }];
  await asBuyer((buyer) => buyer.orders.place({ orderId, lines }));
  const first = await start();
  if (first === null || luck.chance(0.12)) return 'unpaid';
  if (luck.chance(0.12)) {
    const cancelled = command();
    await asBuyer((buyer) => buyer.orders.cancel({ ...cancelled, orderId, reason: '不要了' }));
    await pay(first);
    return 'paidTooLate';
  }
  const second = luck.chance(0.12) ? await start() : null;
  await pay(first);
  if (second !== null) await pay(second);
  // The payer looks whether it went through, now and then before WeChat has told us.
  if (luck.chance(0.5)) await asBuyer((buyer) => buyer.payments.get({ paymentId: first }));
  if (!(await isApproved())) return second === null ? 'paid' : 'paidTwice';
  if (luck.chance(0.2)) {
    const cancelled = command();
    await asBuyer((buyer) => buyer.orders.cancel({ ...cancelled, orderId, reason: '改主意了' }));
    return 'cancelled';
  }
  if (luck.chance(0.25)) return second === null ? 'paid' : 'paidTwice';
  const shipmentId = newId();
  await asSeller((seller) => seller.orders.ship({ orderId, shipmentId }));
  const short = luck.chance(0.4) ? luck.between(1, 5) : 0;
  const signed = command();
  const differences = short > 0 ? [{ shipmentLineNo: 1, short }] : [];
  await asBuyer((buyer) => buyer.orders.sign({ orderId, shipmentId, ...signed, differences }));
  if (luck.chance(0.5)) return 'signed';
  const afterSalesId = newId();
  const [asked, photoId] = [command(), newId()];
  await asBuyer((buyer) => uploadPhoto(buyer, photoId, 'afterSales'));
  await asBuyer((buyer) =>
    buyer.afterSales.request({
      ...asked,
      afterSalesId,
      orderId,
      kind: 'refundOnly',
      reason: 'damaged',
      photos: [photoId],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: luck.between(1, 4) }],
    }),
  );
  const approved = command();
  await asSeller((seller) => seller.afterSales.approve({ ...approved, afterSalesId }));
  return 'returned';
}
