import { api, ApiProblem } from '@/api';
import { createIdKeeper } from '@/platform/id-keeper';
import { newId } from '@/platform/new-id';
import type { Using } from '@/platform/paying';
import { forget, keep, readKept } from '@/platform/storage';
import type { Wish } from './model';
import { wishParams } from './wish';

const keeper = createIdKeeper({ newId, read: readKept, keep, forget });
const underWay = new Map<string, ReturnType<typeof api.payments.start>>();

/** Refusals after which the same payment will never be opened; the next try is another one. */
const endings: ReadonlySet<string> = new Set([
  'payments.over',
  'payments.amountChanged',
  'payments.notPayable',
  'payments.nothingDue',
  'payments.tooLate',
  'payments.channelRefused',
  'command.idReused',
]);

const nameOf = (wish: Wish) => `pay:${wishParams(wish)}`;

const bodyOf = (wish: Wish) => {
  if (wish.purpose === 'order') return { orderId: wish.orderId };
  if (wish.purpose === 'bills') return { billIds: [...wish.billIds] };
  return { sellerId: wish.sellerId, topUp: { amountFen: wish.amountFen } };
};

/**
 * Opens a payment of what is wished, once: a second tap joins the first, and a later one asks for the same payment
 * until it has ended, so that nobody pays twice for going back.
 * @throws ApiProblem
 */
export function startOnce(wish: Wish, using: Using, expectedFen: number) {
  const name = nameOf(wish);
  const running = underWay.get(name);
  if (running) return running;
  const started = start(name, wish, using, expectedFen).finally(() => underWay.delete(name));
  underWay.set(name, started);
  return started;
}

async function start(name: string, wish: Wish, using: Using, expectedFen: number) {
  const { id: paymentId } = keeper.begin(name, `${using.by} ${expectedFen}`, null);
  try {
    return await api.payments.start({ paymentId, ...bodyOf(wish), using, expectedFen });
  } catch (error) {
    if (error instanceof ApiProblem && endings.has(error.code)) keeper.settle(name);
    throw error;
  }
}

/** A payment of this has ended: the next one is another one. */
export const endAttempt = (wish: Wish) => keeper.settle(nameOf(wish));
