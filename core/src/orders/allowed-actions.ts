import type { Caller, Role } from '../platform/caller';
import { mayBecome } from './states';
import type { Hold, Order, OrderAction, ShipmentLine } from './model';

/** What of an order its actions depend on. */
export interface OrderStanding {
  readonly order: Pick<Order, 'state' | 'sellerId' | 'buyerId'>;
  readonly holds: readonly Pick<Hold, 'status' | 'owner'>[];
  readonly reserved: number;
  readonly shipmentLines: readonly Pick<ShipmentLine, 'accepted'>[];
}

type Person = Pick<Caller, 'partyId' | 'partyKind' | 'roles'>;

const has = ({ roles }: Person, role: Role) => roles.includes('owner') || roles.includes(role);

/** What this person may do to this order now. Screens show exactly these buttons, and services ask it too. */
export function allowedActions(
  person: Person,
  { order, holds, reserved, shipmentLines }: OrderStanding,
): readonly OrderAction[] {
  const isSeller = person.partyId === order.sellerId;
  const isBuyer = person.partyId === order.buyerId;
  const reviews = (isSeller || person.partyKind === 'hq') && has(person, 'reviewer');
  const decides = reviews && order.state === 'held' && mayClear(person, holds);
  const cancels = reviews || (isBuyer && has(person, 'purchaser'));
  const actions: OrderAction[] = [];
  if (decides) actions.push('approve', 'reject');
  if (isSeller && has(person, 'warehouse') && reserved > 0 && mayShip(order.state)) actions.push('ship');
  if (isBuyer && has(person, 'purchaser') && shipmentLines.some((line) => line.accepted === null))
    actions.push('sign');
  if (cancels && mayBecome(order.state, 'cancelled')) actions.push('cancel');
  return actions;
}

/** HQ may clear every hold; a seller those that are the seller's. */
export function mayClear(person: Pick<Caller, 'partyKind'>, holds: OrderStanding['holds']): boolean {
  return (
    person.partyKind === 'hq' || holds.every(({ status, owner }) => status !== 'open' || owner === 'seller')
  );
}

const mayShip = (state: Order['state']) => mayBecome(state, 'shipped');
