import { sum } from '../platform/money';
import type { Warehouse } from './model';

/** What one warehouse could give to each line, were it alone. */
export interface Offer {
  readonly warehouse: Warehouse;
  readonly quantities: readonly number[];
}

/** 选仓规则, in the order they are asked; `only` when there was nothing to choose between. */
export type SourcingRule =
  'only' | 'contract' | 'fillsMost' | 'fewestSplits' | 'earliest' | 'cheapest' | 'id';

export interface Plan {
  /** In the order they are drawn from. */
  readonly warehouses: readonly Warehouse[];
  readonly chosenBy: SourcingRule;
}

/** Up to so many warehouses every combination is weighed; beyond, the best of them alone. */
const weighedTogether = 8;

/** A set of warehouses that serve an order together. */
interface Candidate {
  readonly offers: readonly Offer[];
  readonly usesContract: boolean;
  readonly fullLines: number;
  readonly quantity: number;
}

const ladder: readonly (readonly [SourcingRule, (left: Candidate, right: Candidate) => number])[] = [
  ['contract', (left, right) => Number(right.usesContract) - Number(left.usesContract)],
  ['fillsMost', (left, right) => right.fullLines - left.fullLines || right.quantity - left.quantity],
  ['fewestSplits', (left, right) => left.offers.length - right.offers.length],
  ['earliest', (left, right) => latest(left) - latest(right)],
  ['cheapest', (left, right) => cost(left) - cost(right)],
  ['id', (left, right) => compareText(ids(left), ids(right))],
];

const latest = ({ offers }: Candidate) => Math.max(0, ...offers.map(({ warehouse }) => warehouse.leadDays));
const cost = ({ offers }: Candidate) => sum(offers.map(({ warehouse }) => warehouse.costRank));
const ids = ({ offers }: Candidate) =>
  offers
    .map(({ warehouse }) => warehouse.id)
    .sort()
    .join(' ');

/**
 * Chooses which warehouses serve an order. Rules in order, the first that does not tie decides: the
 * contract warehouse takes part; most lines in full, then most goods; fewest warehouses; the earliest
 * arrival of the last part; the lowest cost; ids. Warehouses that have nothing to give take no part.
 */
export function choosePlan(
  offers: readonly Offer[],
  wanted: readonly number[],
  contractId: string | null,
): Plan {
  const giving = offers
    .filter(({ quantities }) => quantities.some((quantity) => quantity > 0))
    .map((offer) => candidateOf([offer], wanted, contractId))
    .sort(compareCandidates);
  const [first] = giving;
  if (!first) return { warehouses: [], chosenBy: 'only' };
  if (giving.length === 1) return { warehouses: [(first.offers[0] as Offer).warehouse], chosenBy: 'only' };
  const weighed = giving.slice(0, weighedTogether).flatMap((candidate) => candidate.offers);
  let best = first;
  let second: Candidate | null = null;
  for (let size = 1; size <= weighed.length; size += 1) {
    for (const together of subsets(weighed, size)) {
      const candidate = candidateOf(together, wanted, contractId);
      if (together.length === 1 && together[0] === first.offers[0]) continue;
      if (compareCandidates(candidate, best) < 0) [best, second] = [candidate, best];
      else if (!second || compareCandidates(candidate, second) < 0) second = candidate;
    }
    // More warehouses than fill every line cannot win: they tie on goods and lose on splits.
    if (best.offers.length === size && best.fullLines === wanted.length) break;
  }
  return {
    warehouses: drawOrder(best, wanted, contractId),
    chosenBy: second ? decidedBy(best, second) : 'only',
  };
}

function candidateOf(
  offers: readonly Offer[],
  wanted: readonly number[],
  contractId: string | null,
): Candidate {
  const filled = wanted.map((quantity, at) =>
    Math.min(quantity, sum(offers.map(({ quantities }) => quantities[at] ?? 0))),
  );
  return {
    offers,
    usesContract: offers.some(({ warehouse }) => warehouse.id === contractId),
    fullLines: filled.filter((quantity, at) => quantity === wanted[at]).length,
    quantity: sum(filled),
  };
}

function compareCandidates(left: Candidate, right: Candidate): number {
  for (const [, compare] of ladder) {
    const difference = compare(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

const decidedBy = (best: Candidate, second: Candidate): SourcingRule =>
  ladder.find(([, compare]) => compare(best, second) !== 0)?.[0] ?? 'id';

/** The contract warehouse first, then whichever would be chosen were it alone. */
function drawOrder({ offers }: Candidate, wanted: readonly number[], contractId: string | null) {
  return offers
    .map((offer) => candidateOf([offer], wanted, contractId))
    .sort(compareCandidates)
    .flatMap((candidate) => candidate.offers.map(({ warehouse }) => warehouse));
}

function* subsets<Value>(values: readonly Value[], size: number, from = 0): Generator<readonly Value[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= values.length - size; at += 1) {
    for (const rest of subsets(values, size - 1, at + 1)) yield [values[at] as Value, ...rest];
  }
}

const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
