import { commandAt } from './command';
import { aBasket, placeOrder, signOne } from './buyer';
import type { OrderAnswer } from './ledger';
import type { Person } from './person';

/** A distributor: decides and ships what its stores ordered, buys from HQ and signs for that. */
export const distributorSteps = (person: Person) => {
  const { luck } = person;
  return async () => {
    const throwOf = luck.between(1, 100);
    if (throwOf <= 55) return shipOne(person, (sellerId) => sellerId === 'D1');
    if (throwOf <= 75) return decideOne(person, (sellerId) => sellerId === 'D1');
    if (throwOf <= 90) return placeOrder(person, aBasket(person, 'HQ'));
    return signOne(person);
  };
};

/** HQ: decides and ships what distributors ordered. */
export const headquartersSteps = (person: Person) => {
  const { luck } = person;
  return async () => {
    if (luck.chance(0.7)) return shipOne(person, (sellerId) => sellerId === 'HQ');
    return decideOne(person, (sellerId) => sellerId === 'HQ');
  };
};

type Mine = (sellerId: string) => boolean;

/** Takes the first order in a tray that is this seller's. */
function takeFrom({ ledger }: Person, tray: string[], isMine: Mine): string | null {
  const at = tray.findIndex((orderId) => isMine(ledger.placements.get(orderId)?.answer?.sellerId ?? ''));
  return at < 0 ? null : (tray.splice(at, 1)[0] ?? null);
}

async function decideOne(person: Person, isMine: Mine) {
  const { ledger, luck } = person;
  const orderId = takeFrom(person, ledger.held, isMine);
  // Some nobody decides: what they keep must come back by itself.
  if (orderId === null || luck.chance(0.25)) return;
  if (luck.chance(0.2)) {
    await commandAt(person, 'reject', orderId, (client, commandId) =>
      client.orders.reject({ orderId, commandId, reason: '暂不供货' }),
    );
    return;
  }
  const placement = ledger.placements.get(orderId);
  if (placement) placement.isReviewed = true;
  const accept = luck.chance(0.8) ? ['stock.short', 'credit.over'] : [];
  const done = await commandAt(person, 'approve', orderId, (client, commandId) =>
    client.orders.approve({ orderId, commandId, accept, note: '' }),
  );
  if (done?.answer.state === 'approved') ledger.approved.push(orderId);
}

async function shipOne(person: Person, isMine: Mine) {
  const { ledger, luck } = person;
  const orderId = takeFrom(person, ledger.approved, isMine);
  if (orderId === null || luck.chance(0.1)) return;
  const promised = ledger.placements.get(orderId)?.answer?.lines ?? [];
  const isPart = luck.chance(0.25) && promised.some(({ reserved }) => reserved > 1);
  const lines = promised
    .filter(({ reserved }) => reserved > 1)
    .slice(0, 1)
    .map(({ lineNo, reserved }) => ({ lineNo, quantity: luck.between(1, reserved - 1) }));
  const done = await commandAt(person, 'ship', orderId, (client, shipmentId) =>
    client.orders.ship({ orderId, shipmentId, carrier: '自送', ...(isPart ? { lines } : {}) }),
  );
  if (!done) return;
  rememberSent(person, done.answer, done.commandId);
  if (isPart && luck.chance(0.7)) ledger.approved.push(orderId);
}

function rememberSent({ ledger }: Person, { orderId, buyerId, shipments }: OrderAnswer, shipmentId: string) {
  const sent = shipments.find((one) => one.shipmentId === shipmentId);
  if (!sent) ledger.wrongs.push(`shipment ${shipmentId} was acknowledged and is not in its order ${orderId}`);
  else ledger.sent.push({ orderId, shipmentId, buyerId, lines: sent.lines });
}
