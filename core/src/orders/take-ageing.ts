import { type BasisPoints, type Fen, lineAmountFen, partOfFen, type PriceE4, sum } from '../platform/money';
import type { Allocation, Lot, Pick as LotPick, Want } from '../stock';
import { ageingPriceE4, sellableIn } from '../stock/rules';
import type { OrderLine } from './model';

/** 临期货: units of a line that come from lots too old for its buyer, at one markdown off the line's price. */
export interface AgeingPart {
  readonly quantity: number;
  readonly markdownBp: BasisPoints;
  readonly unitPriceE4: PriceE4;
  readonly amountFen: Fen;
  readonly picks: readonly LotPick[];
}

export interface AgeingWanted {
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  /** What the whole line comes to at its own price. */
  readonly amountFen: Fen;
  /** What of the line is still missing, borrowed goods counted as there. */
  readonly short: number;
  /** What the seller's own warehouses said. */
  readonly own: Pick<Allocation, 'short' | 'overQuota' | 'ageingOffer'>;
  /** The most that may be promised beside what was: `unpromised`. */
  readonly unpromised: number;
}

/**
 * What of a line its buyer takes from ageing lots, one part a markdown, first to expire first. Never more than is
 * missing, than the channel's quota leaves or than the seller keeps back allows; and never dearer than the same
 * units of the line would be: the last of its row, so that parts and rest never add up to more than the line.
 */
export function takeAgeing(wanted: AgeingWanted): readonly AgeingPart[] {
  const { own } = wanted;
  let left = Math.min(wanted.short, own.short - own.overQuota, wanted.unpromised);
  const byMarkdown = new Map<BasisPoints, LotPick[]>();
  for (const { lotId, quantity: offered, markdownBp } of own.ageingOffer?.lots ?? []) {
    const quantity = Math.min(left, offered);
    if (quantity <= 0) break;
    byMarkdown.set(markdownBp, [...(byMarkdown.get(markdownBp) ?? []), { lotId, quantity }]);
    left -= quantity;
  }
  let from = wanted.quantity - sum([...byMarkdown.values()].flat().map(({ quantity }) => quantity));
  return [...byMarkdown].map(([markdownBp, picks]) => {
    const quantity = sum(picks.map((pick) => pick.quantity));
    const unitPriceE4 = ageingPriceE4(wanted.unitPriceE4, markdownBp);
    const usualFen = partOfFen(wanted.amountFen, wanted.quantity, from, from + quantity);
    from += quantity;
    const amountFen = Math.min(usualFen, lineAmountFen(unitPriceE4, quantity));
    return { quantity, markdownBp, unitPriceE4, amountFen, picks };
  });
}

/** What of a seller's lots may still be promised to somebody: beside `promised`, and beside what is kept back. */
export const unpromised = (lots: readonly Lot[], want: Want, promised: number): number =>
  Math.max(0, sellableIn(lots, want) - promised - (want.keepBack?.quantity ?? 0));

/** True for a line of ageing goods: the seller's markdown is its price, and they are not taken back. */
export const isAgeingLine = ({
  acceptsAgeing,
  substituteFor,
}: Pick<OrderLine, 'acceptsAgeing' | 'substituteFor'>): boolean => acceptsAgeing && substituteFor !== null;

/** The lines as they were asked for: ageing goods go back into the lines they were taken for. */
export function asAsked<Line extends Pick<OrderLine, AskedField>>(lines: readonly Line[]): readonly Line[] {
  const ageing = lines.filter(isAgeingLine);
  if (ageing.length === 0) return lines;
  return lines.flatMap((line) => {
    if (isAgeingLine(line)) return [];
    const units = sum(
      ageing.map((one) => (one.substituteFor === line.lineNo ? one.quantity - one.cancelled : 0)),
    );
    return units === 0 ? [line] : [{ ...line, cancelled: Math.max(0, line.cancelled - units) }];
  });
}

type AskedField = 'lineNo' | 'quantity' | 'cancelled' | 'acceptsAgeing' | 'substituteFor';
