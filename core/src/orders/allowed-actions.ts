import type { Caller, Role } from '../platform/caller';
import { isReplacementOrder } from './after-sales/replacement';
import { mayBecome } from './states';
import type { Claim } from './fulfilment';
import type { Hold, Order, OrderAction, ShipmentLine } from './model';

/** What of an order its actions depend on. */
export interface OrderStanding {
  readonly order: Pick<Order, 'state' | 'sellerId' | 'buyerId' | 'waitsForFull' | 'channel'> &
    Partial<Pick<Order, 'steps'>>;
  readonly holds: readonly Pick<Hold, 'status' | 'owner'>[];
  readonly reserved: number;
  readonly backOrdered: number;
  readonly shipmentLines: readonly Pick<ShipmentLine, 'accepted'>[];
  readonly claims: readonly Pick<Claim, 'state'>[];
}

type Person = Pick<Caller, 'partyId' | 'partyKind' | 'roles'>;

const has = ({ roles }: Person, role: Role) => roles.includes('owner') || roles.includes(role);

/** What this person may do to this order now. Screens show exactly these buttons, and services ask it too. */
export function allowedActions(person: Person, standing: OrderStanding): readonly OrderAction[] {
  const { order, holds, reserved, backOrdered, shipmentLines, claims } = standing;
  const isSeller = person.partyId === order.sellerId;
  const isBuyer = person.partyId === order.buyerId;
  const reviews = (isSeller || person.partyKind === 'hq') && has(person, 'reviewer');
  const buys = isBuyer && has(person, 'purchaser');
  const decides = reviews && order.state === 'held' && mayClear(person, holds);
  const waits = order.waitsForFull && backOrdered > 0;
  const ships = isSeller && has(person, 'warehouse') && reserved > 0 && !waits;
  const actions: OrderAction[] = [];
  if (decides) actions.push('approve', 'reject');
  if (ships && mayShip(order.state)) actions.push('ship');
  if (buys && shipmentLines.some((line) => line.accepted === null)) actions.push('sign');
  // What is sent again is owed for goods that came back: neither side changes it or gives it up.
  const isOwed = isReplacementOrder(order);
  if (!isOwed && (reviews || buys) && mayBecome(order.state, 'cancelled')) actions.push('cancel');
  // What a deposit was paid for is what the balance is paid for: such an order is given up, not changed.
  const isFixed = isOwed || order.steps != null;
  if (!isFixed && (reviews || buys) && mayEdit(order.state)) actions.push('edit');
  if (!isFixed && mayReopen(order.state, reviews, buys)) actions.push('reopen');
  if (!isOwed && reviews && mayShip(order.state) && reserved + backOrdered > 0) actions.push('shortClose');
  if (reviews && claims.some(({ state }) => state === 'open')) actions.push('settle');
  return actions;
}

/** HQ may clear every hold; a seller those that are the seller's. */
export function mayClear(person: Pick<Caller, 'partyKind'>, holds: OrderStanding['holds']): boolean {
  return (
    person.partyKind === 'hq' || holds.every(({ status, owner }) => status !== 'open' || owner === 'seller')
  );
}

const mayShip = (state: Order['state']) => mayBecome(state, 'shipped');

/** Before picking, while every check may still run again. */
const mayEdit = (state: Order['state']) => state === 'held' || state === 'approved';

/** The seller takes back its own word; what the buyer cancelled only the buyer wants again. */
const mayReopen = (state: Order['state'], reviews: boolean, buys: boolean) =>
  (reviews && (state === 'approved' || state === 'rejected')) || (buys && state === 'cancelled');
