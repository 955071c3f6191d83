import { type Caller, type Core, openCore, Refused } from '@tongpan/core';
import { callerOf } from '../callers';
import { buyerIdOf, type CompanyShape, skuIdOf } from '../company-shape';
import { closedLoop } from '../load/closed-loop';
import type { LoadOrder } from '../load/load-model';
import { orderIds, orderStream } from '../order-stream';
import { answerQuestions } from '../worker-link';

/** Where the core of this process keeps things. */
export interface InsidePlace {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly dataDir: string;
}

export type InsideQuestion = { readonly open: InsidePlace } | { readonly order: LoadOrder };

/** Our core without HTTP, and its load, in a process of their own. */
export function runInsideProcess(): void {
  let core: Core | null = null;
  answerQuestions<InsideQuestion>(async (question, tell) => {
    if ('open' in question) {
      core = await openCore({ ...question.open, databasePool: 12, sessionDays: 1 });
      return {};
    }
    if (core === null) throw new Error('nothing is open yet');
    const ask = insideAsk(core, question.order);
    return closedLoop(question.order, ask, tell);
  });
}

function insideAsk({ orders, clock }: Core, order: LoadOrder) {
  const callers = callersOf(order.shape);
  const linesOf = orderStream(order.shape, order, order.seed);
  const newId = orderIds();
  let turn = order.seed % callers.length;
  return (_connection: number, answered: (outcome: string) => void) => {
    turn = (turn + 1) % callers.length;
    const lines = linesOf(turn).map(({ skuNo, quantity }) => ({ skuId: skuIdOf(skuNo), quantity }));
    const caller: Caller = { ...(callers[turn] as Caller), at: clock.now() };
    orders.place(caller, { orderId: newId(), note: '', lines }).then(
      ({ order: { verdict } }) => answered(verdict === 'approved' ? 'good' : `verdict ${verdict}`),
      (error: unknown) => answered(error instanceof Refused ? `refused ${error.code}` : String(error)),
    );
  };
}

const callersOf = ({ buyers }: CompanyShape) =>
  Array.from({ length: buyers }, (_, buyerNo) => callerOf('store', buyerIdOf(buyerNo), 0));
