import { ApiProblem, type Client, createClient, type HttpRequest } from '@tongpan/bff';
import { addDays, dayOf, demoPassword, idMaker } from '@tongpan/core';
import type { ServerProcess } from './server-process';

/** What a test looks up or sets beside the screens: the same API, as one of the demo's people. */
export async function officeOf(
  { base }: Pick<ServerProcess, 'base'>,
  loginName: string,
  password = demoPassword,
): Promise<Client> {
  const clientOf = (token?: string) =>
    createClient(async ({ method, path, body }: HttpRequest) => {
      const answer = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: await answer.json() };
    });
  const logIn = () => clientOf().auth.logIn({ loginName, password, device: '办公室' });
  const { token } = await askedAgain(logIn);
  return clientOf(token);
}

const triesOfBusy = 10;

/** A server that is still warming up says so and is asked again, as every client does. */
async function askedAgain<Answer>(ask: () => Promise<Answer>, triesLeft = triesOfBusy): Promise<Answer> {
  return ask().catch(async (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 503 || triesLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return askedAgain(ask, triesLeft - 1);
  });
}

/** Every lot of a SKU in a seller's warehouses. */
export async function lotsOf(seller: Client, skuId: string) {
  const { items, nextCursor } = await seller.stock.lots({ skuId, limit: 100 });
  if (nextCursor !== null) throw new Error(`more lots of ${skuId} than one page holds`);
  return items;
}

/** Every order a buyer has placed, by its id. */
export async function orderIdsOf(buyer: Client): Promise<readonly string[]> {
  const orderIds: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await buyer.orders.list({ limit: 100, ...(cursor ? { cursor } : {}) });
    orderIds.push(...items.map(({ orderId }) => orderId));
    if (nextCursor === null) return orderIds;
    cursor = nextCursor;
  }
}

/** The day so many days from today, as fields and the API write it. */
export const dayIn = (days: number): string => addDays(dayOf(Date.now()), days);

export const newId = idMaker({ now: () => Date.now() });

/** Ends what a seller's demo offers. */
export async function stopPromotions({ promotions }: Client): Promise<void> {
  const { items } = await promotions.list({ state: 'live', limit: 100 });
  for (const { promotionId, version } of items) {
    await promotions.stop({ commandId: newId(), promotionId, expectedVersion: version });
  }
}
