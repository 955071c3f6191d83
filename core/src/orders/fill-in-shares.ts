import { groupBy } from '../platform/collect';
import { sum } from '../platform/money';
import { shareFairly } from '../stock/rules';
import { affordable, byTurn, type Fill, type FillBalances, type Waiting } from './fill-back-orders';

/** A line that waits, with how its buyer stands when goods are short. */
export interface WaitingShare extends Waiting {
  readonly shipped: number;
  readonly promised: number;
  readonly segment: number;
  readonly weight: number;
}

/**
 * 公平分配: gives what has come in of one SKU to the lines that wait, each its fair share in packs, and the odd ones
 * in turn. What is shipped or promised already stays and counts as a part of the share. A line that credit or the
 * lots at hand do not let have its share stands back with what it got, and the rest is shared again without it.
 */
export function fillInShares(
  waiting: readonly WaitingShare[],
  pack: number,
  balances: FillBalances,
): readonly Fill[] {
  const lines = waiting.filter(({ mayFill }) => mayFill).sort(byTurn);
  const got = new Map<string, Fill>();
  const closed = new Set<string>();
  for (;;) {
    const supply = mostAtHand(lines, balances);
    if (supply === 0) break;
    const given = shareOut(lines, got, closed, supply, pack);
    let hasClosed = false;
    for (const line of lines) {
      const key = keyOf(line);
      const wanted = given.get(key) ?? 0;
      if (closed.has(key) || wanted <= 0) continue;
      const fill = give(line, wanted, got.get(key)?.quantity ?? 0, balances);
      if (fill) got.set(key, merged(got.get(key), fill));
      if ((fill?.quantity ?? 0) === wanted) continue;
      closed.add(key);
      hasClosed = true;
    }
    if (!hasClosed) break;
  }
  return lines.flatMap((line) => got.get(keyOf(line)) ?? []);
}

/** What the line that may take the most of the lots at hand could take. */
function mostAtHand(lines: readonly WaitingShare[], balances: FillBalances): number {
  const all = sum(lines.map(({ backOrdered }) => backOrdered));
  return Math.max(0, ...lines.map((line) => units(balances.allocate(line, all))));
}

/** What each line is to get beyond what it has. */
function shareOut(
  lines: readonly WaitingShare[],
  got: ReadonlyMap<string, Fill>,
  closed: ReadonlySet<string>,
  supply: number,
  pack: number,
): ReadonlyMap<string, number> {
  const demands = lines.map((line, turn) => {
    const { shipped, segment, weight, backOrdered } = line;
    const filled = got.get(keyOf(line))?.quantity ?? 0;
    const promised = line.promised + filled;
    const waits = closed.has(keyOf(line)) ? 0 : backOrdered - filled;
    const wanted = shipped + promised + waits;
    return { id: keyOf(line), wanted, shipped, promised, isProtected: true, segment, weight, priority: turn };
  });
  const here = supply + sum(demands.map(({ promised }) => promised));
  const promisedOf = new Map(demands.map(({ id, promised }) => [id, promised]));
  return new Map(
    shareFairly(here, demands, pack).shares.map(({ id, toGive }) => [id, toGive - (promisedOf.get(id) ?? 0)]),
  );
}

/** Gives a line more beside the units it got before. */
function give(line: WaitingShare, wanted: number, before: number, balances: FillBalances): Fill | null {
  const worthFen = (more: number) => line.worthFen(before + more) - line.worthFen(before);
  const rest = { backOrdered: line.backOrdered - before, worthFen };
  const quantity = Math.min(wanted, affordable(rest, balances.availableFen(line)));
  const picks = quantity > 0 ? balances.allocate(line, quantity) : [];
  const filled = units(picks);
  if (filled === 0) return null;
  const { orderId, lineNo } = line;
  const fill = { orderId, lineNo, quantity: filled, heldFen: worthFen(filled), picks };
  balances.take(line, fill);
  return fill;
}

const merged = (before: Fill | undefined, fill: Fill): Fill =>
  before
    ? {
        ...fill,
        quantity: before.quantity + fill.quantity,
        heldFen: before.heldFen + fill.heldFen,
        picks: togetherByLot([...before.picks, ...fill.picks]),
      }
    : fill;

const togetherByLot = (picks: Fill['picks']): Fill['picks'] =>
  [...groupBy(picks, ({ lotId }) => lotId)].map(([lotId, ofLot]) => ({ lotId, quantity: units(ofLot) }));

const units = (picks: Fill['picks']) => sum(picks.map(({ quantity }) => quantity));
const keyOf = ({ orderId, lineNo }: Pick<Waiting, 'orderId' | 'lineNo'>) => `${orderId} ${lineNo}`;
