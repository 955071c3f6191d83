import { plentiful, rare } from '../house/found';
import { commandAt } from './command';
import { type Placement, type PlaceBody, promiseOf } from './ledger';
import type { Person } from './person';

/** A store that orders, asks again, takes back, and signs for what comes. */
export const storeSteps = (person: Person) => {
  const { luck } = person;
  return async () => {
    const throwOf = luck.between(1, 100);
    if (throwOf <= 55) return placeOrder(person, aBasket(person, 'D1'));
    if (throwOf <= 65) return askAgain(person);
    if (throwOf <= 70) return sayOther(person);
    if (throwOf <= 80) return cancelOne(person);
    return signOne(person);
  };
};

/** What a store or a distributor puts into its cart. */
export function aBasket({ luck, newId }: Person, supplierId: string): PlaceBody {
  const goods: string[] = luck.shuffle(plentiful).slice(0, luck.between(1, 3));
  const lines = goods.map((skuId) => ({ skuId, quantity: luck.between(1, 20) }));
  if (supplierId === 'D1' && luck.chance(0.08)) lines.push({ skuId: rare, quantity: luck.between(1, 12) });
  return { orderId: newId(), supplierId, lines, note: luck.chance(0.1) ? '请尽快' : '' };
}

/** Says an order until it is answered, or walks away. */
export async function placeOrder(person: Person, body: PlaceBody): Promise<void> {
  const { ledger, login, partyId } = person;
  const placement: Placement = {
    orderId: body.orderId,
    login,
    buyerId: partyId,
    body,
    saidAt: performance.now(),
    answeredAt: Infinity,
    heard: 'open',
    isUnsure: false,
    code: '',
    answer: null,
    isReviewed: false,
  };
  ledger.placements.set(body.orderId, placement);
  await sayPlacement(person, placement, true);
}

/** Says what was placed once more; the first answer is written down, a later one compared with it. */
export async function sayPlacement(person: Person, placement: Placement, givesUp: boolean): Promise<void> {
  const { ledger, visitors, luck } = person;
  const { outcome, unanswered } = await visitors.say(placement.login, luck, {
    what: `order ${placement.orderId} of ${placement.buyerId}`,
    givesUp,
    call: (client) => client.orders.place(placement.body),
    promise: promiseOf,
  });
  placement.isUnsure ||= unanswered > 0;
  if (outcome.kind === 'open') return;
  if (outcome.kind === 'refused') {
    if (placement.heard === 'answered') {
      ledger.wrongs.push(`order ${placement.orderId} was acknowledged and is now refused: ${outcome.code}`);
      return;
    }
    placement.heard = 'refused';
    placement.code = outcome.code;
    placement.answeredAt = performance.now();
    return;
  }
  const { answer } = outcome;
  if (placement.answer) {
    const [first, again] = [promiseOf(placement.answer), promiseOf(answer)].map((one) => JSON.stringify(one));
    if (first !== again) ledger.wrongs.push(`order ${placement.orderId} promised ${first} and then ${again}`);
    else ledger.figures.replays += 1;
    return;
  }
  placement.heard = 'answered';
  placement.answer = answer;
  placement.answeredAt = performance.now();
  if (answer.state === 'approved') ledger.approved.push(placement.orderId);
  if (answer.state === 'held') ledger.held.push(placement.orderId);
}

const mine = ({ ledger, partyId }: Person) =>
  [...ledger.placements.values()].filter(({ buyerId }) => buyerId === partyId);

async function askAgain(person: Person) {
  const answered = mine(person).filter(({ heard }) => heard === 'answered');
  if (answered.length > 0) await sayPlacement(person, person.luck.pick(answered.slice(-60)), false);
}

/** Another body under the id of an order that was acknowledged: refused, whatever is broken meanwhile. */
export async function sayOtherBody(person: Person, placement: Placement): Promise<void> {
  const { ledger, visitors, luck } = person;
  const [first, ...rest] = placement.body.lines;
  const lines = [{ ...first!, quantity: first!.quantity + 1 }, ...rest];
  const { outcome } = await visitors.say(placement.login, luck, {
    what: `another body for order ${placement.orderId}`,
    givesUp: false,
    call: (client) => client.orders.place({ ...placement.body, lines }),
    promise: promiseOf,
  });
  if (outcome.kind === 'refused' && outcome.code === 'command.idReused') ledger.figures.reuses += 1;
  else if (outcome.kind !== 'open')
    ledger.wrongs.push(
      `another body for order ${placement.orderId} was not refused: ${JSON.stringify(outcome)}`,
    );
}

async function sayOther(person: Person) {
  const answered = mine(person).filter(({ heard }) => heard === 'answered');
  if (answered.length > 0) await sayOtherBody(person, person.luck.pick(answered.slice(-60)));
}

async function cancelOne(person: Person) {
  const placed = mine(person).filter(
    ({ heard, answer }) => heard === 'answered' && answer && answer.state !== 'rejected',
  );
  if (placed.length === 0) return;
  const { orderId } = person.luck.pick(placed.slice(-12));
  await commandAt(person, 'cancel', orderId, (client, commandId) =>
    client.orders.cancel({ orderId, commandId, reason: '不要了' }),
  );
}

/** Signs for a shipment that is on its way to this party, now and then with something missing. */
export async function signOne(person: Person): Promise<void> {
  const { ledger, luck, partyId } = person;
  const at = ledger.sent.findIndex(({ buyerId }) => buyerId === partyId);
  if (at < 0) return;
  const [{ orderId, shipmentId, lines }] = ledger.sent.splice(at, 1) as [(typeof ledger.sent)[number]];
  const differences = lines
    .filter(() => luck.chance(0.15))
    .map(({ shipmentLineNo, quantity }) => ({
      shipmentLineNo,
      [luck.pick(['short', 'damaged', 'refused'] as const)]: luck.between(1, quantity),
    }));
  await commandAt(
    person,
    'sign',
    orderId,
    (client, commandId) => client.orders.sign({ orderId, shipmentId, commandId, differences }),
    shipmentId,
  );
}
