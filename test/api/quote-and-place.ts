import type { Answer, Client } from '@tongpan/bff';
import type { Shop } from './open-shop';

type Basket = Parameters<Client['orders']['quote']>[0];

/** Quotes a basket, sees that nothing was written, places it, and holds the two answers together. */
export async function quoteAndPlace(shop: Shop, client: Client, basket: Basket) {
  const before = await shop.ledger();
  const quote = await client.orders.quote(basket);
  expect(await shop.ledger()).toEqual(before);
  const order = await client.orders.place({ orderId: shop.newId(), ...basket });

  expect(order).toMatchObject({
    verdict: quote.verdict,
    state: quote.verdict,
    findings: quote.findings,
    goodsFen: quote.goodsFen,
    payableFen: quote.payableFen,
    sellerId: quote.supplierId,
  });
  expect(order.lines.map(({ amountFen }) => amountFen)).toEqual(
    quote.lines.map(({ amountFen }) => amountFen),
  );
  return { quote, order };
}

/** What of each line is promised. */
export const reservedOf = ({ lines }: Answer<'orders', 'get'>) => lines.map(({ reserved }) => reserved);

/** What of the buyer's credit its orders hold. */
export const heldFenOf = async (client: Client) => (await client.credit.mine({})).items[0]?.heldFen;
