import type { Database } from '@tongpan/core/src/platform/database/database';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import type { Command, Ledger, Placement } from '../people/ledger';

interface StoredOrder {
  readonly id: string;
  readonly number: string;
  readonly verdict: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly payableFen: number;
}

interface StoredLine {
  readonly orderId: string;
  readonly lineNo: number;
  readonly skuId: string;
  readonly quantity: number;
  readonly unitPriceE4: number;
  readonly amountFen: number;
}

/** Holds what people remember against what is stored, as of one moment. */
export async function unlikeTheLedger(database: Database, ledger: Ledger): Promise<readonly string[]> {
  const stored = await database.snapshot(async (tx) => {
    const sql = sqlOf(tx);
    return {
      orders: await sql.rows<StoredOrder>(
        'SELECT id, number, verdict, sellerId, buyerId, payableFen FROM salesOrder',
      ),
      lines: await sql.rows<StoredLine>(
        'SELECT orderId, lineNo, skuId, quantity, unitPriceE4, amountFen FROM orderLine ORDER BY orderId, lineNo',
      ),
      commands: await sql.rows<{ commandId: string }>(
        "SELECT commandId FROM commandAnswer WHERE kind LIKE 'orders.%'",
      ),
    };
  });
  const orders = new Map(stored.orders.map((order) => [order.id, order]));
  const lines = new Map<string, StoredLine[]>();
  for (const line of stored.lines) {
    const ofOrder = lines.get(line.orderId);
    if (ofOrder) ofOrder.push(line);
    else lines.set(line.orderId, [line]);
  }
  const answered = new Set(stored.commands.map(({ commandId }) => commandId));
  const wrongs: string[] = [];
  const isChecked = performance.now();

  for (const id of orders.keys())
    if (!ledger.placements.has(id)) wrongs.push(`order ${id} is there and nobody asked for it`);
  for (const id of answered)
    if (!ledger.commands.has(id)) wrongs.push(`command ${id} is done and nobody gave it`);
  for (const placement of ledger.placements.values()) {
    const order = orders.get(placement.orderId);
    wrongs.push(...unlikePlacement(placement, order, lines.get(placement.orderId) ?? []));
    if (order) wrongs.push(...outOfTime(ledger, placement, lines.get(placement.orderId) ?? [], isChecked));
    else if (placement.code === 'partners.suspended') wrongs.push(...stoppedForNothing(ledger, placement));
  }
  for (const command of ledger.commands.values()) {
    const wrong = unlikeCommand(command, answered.has(command.commandId));
    if (wrong) wrongs.push(wrong);
  }
  return wrongs;
}

function unlikePlacement(
  { orderId, heard, isUnsure, answer, isReviewed, body, code, buyerId }: Placement,
  order: StoredOrder | undefined,
  lines: readonly StoredLine[],
): string[] {
  const told = `order ${orderId} of ${buyerId}`;
  if (heard === 'answered' && !order) return [`${told} was acknowledged and is not there`];
  if (heard === 'refused' && code !== 'partners.suspended') return [`${told} was refused: ${code}`];
  if (heard === 'refused' && order && !isUnsure) return [`${told} was refused and is there`];
  if (!order) return [];
  const asked = body.lines.map(({ skuId, quantity }) => ({ skuId, quantity }));
  const kept = lines.map(({ skuId, quantity }) => ({ skuId, quantity }));
  const wrongs = differences(`${told} is not as it was asked for`, asked, kept);
  if (!answer) return wrongs;
  const promised = answer.lines.map(({ lineNo, skuId, quantity, unitPriceE4, amountFen }) => ({
    ...{ lineNo, skuId, quantity, unitPriceE4, amountFen },
  }));
  const kind = ({ number, verdict, sellerId, buyerId: buyer }: StoredOrder) => ({
    ...{ number, verdict, sellerId, buyerId: buyer },
  });
  const { number, verdict, sellerId } = answer;
  return [
    ...wrongs,
    ...differences(
      `${told} is not as it was acknowledged`,
      { number, verdict, sellerId, buyerId: answer.buyerId, lines: promised },
      { ...kind(order), lines: lines.map(({ orderId: _, ...line }) => line) },
    ),
    // A review cancels what cannot be promised; nothing else changes what is owed.
    ...(isReviewed
      ? []
      : differences(`${told} owes another amount than acknowledged`, answer.payableFen, order.payableFen)),
  ];
}

/** The prices and the standing an order was taken by must have been in force while it was asked for. */
function outOfTime(
  { prices, standing }: Ledger,
  { orderId, buyerId, saidAt, answeredAt, heard }: Placement,
  lines: readonly StoredLine[],
  checkedAt: number,
): string[] {
  // Of an order that is there after a refusal, a call that nobody answered took effect later.
  const until = heard === 'answered' ? answeredAt : checkedAt;
  const stale = lines.flatMap(({ skuId, unitPriceE4 }) => {
    const possible = buyerId === 'D1' ? undefined : prices.get(skuId)?.possible(saidAt, until);
    return possible && !possible.includes(unitPriceE4)
      ? [`order ${orderId} has ${unitPriceE4} for ${skuId}, possible were ${possible.join(', ')}`]
      : [];
  });
  const wasStopped = buyerId === 'F8' && !standing.possible(saidAt, until).includes('active');
  return wasStopped ? [...stale, `order ${orderId} was taken from a store that was stopped`] : stale;
}

const stoppedForNothing = (
  { standing }: Ledger,
  { orderId, buyerId, saidAt, answeredAt }: Placement,
): string[] =>
  buyerId === 'F8' && standing.possible(saidAt, answeredAt).includes('stopped')
    ? []
    : [`order ${orderId} of ${buyerId} was refused as stopped, and nobody had stopped it`];

function unlikeCommand({ kind, commandId, orderId, heard, isUnsure }: Command, isDone: boolean) {
  if (heard === 'answered' && !isDone)
    return `${kind} ${commandId} of ${orderId} was acknowledged and is not done`;
  if (heard === 'refused' && !isUnsure && isDone)
    return `${kind} ${commandId} of ${orderId} was refused and is done`;
  return null;
}

function differences(what: string, expected: unknown, found: unknown): string[] {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(found)];
  return one === other ? [] : [`${what}: ${one} became ${other}`];
}
