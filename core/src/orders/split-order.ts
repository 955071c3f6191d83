import type { TemperatureZone } from '../catalog';
import type { Day } from '../platform/clock';
import { inOrder } from '../platform/collect';
import { type Fen, partOfFen, sum } from '../platform/money';

/** A line as it is to be split: its units stand in a row, what is promised first, what is owed next, cancelled last. */
export interface SplitLine {
  readonly lineNo: number;
  /** All its units, the cancelled ones among them. */
  readonly ordered: number;
  /** What all its units come to. */
  readonly amountFen: Fen;
  readonly temperatureZone: TemperatureZone;
  /** '' is the seller itself. */
  readonly invoiceEntity: string;
  /** In the order they are drawn; what they leave of the line is cancelled. */
  readonly sources: readonly Source[];
}

export interface Source {
  /** Null: owed, and in no warehouse yet. */
  readonly warehouseId: string | null;
  readonly quantity: number;
  readonly deliverOn: Day | null;
}

/** 子单: what goes together: one warehouse, one temperature zone, one invoice, one day. */
export interface SplitPart {
  readonly partNo: number;
  readonly warehouseId: string | null;
  readonly temperatureZone: TemperatureZone;
  readonly invoiceEntity: string;
  readonly deliverOn: Day | null;
  readonly amountFen: Fen;
  readonly lines: readonly SplitPartLine[];
}

export interface SplitPartLine {
  readonly lineNo: number;
  readonly quantity: number;
  readonly amountFen: Fen;
}

type PartKey = Pick<SplitPart, 'warehouseId' | 'temperatureZone' | 'invoiceEntity' | 'deliverOn'>;

/**
 * Splits an order into parts by warehouse, temperature zone, invoice entity and day. Prices and thresholds are the
 * order's: a line's amount is spread over its parts to the fen, so that Σ parts = what of the order is not cancelled, line by line and in all.
 * Numbered by warehouse (what is owed comes last), zone, entity and day, whatever the order of the lines.
 */
export function splitOrder(lines: readonly SplitLine[]): readonly SplitPart[] {
  const parts = new Map<string, { readonly key: PartKey; readonly lines: Map<number, SplitPartLine> }>();
  for (const line of lines) {
    const { lineNo, ordered, amountFen, temperatureZone, invoiceEntity } = line;
    let from = 0;
    for (const { warehouseId, quantity: drawn, deliverOn } of line.sources) {
      if (drawn <= 0) continue;
      const key: PartKey = { warehouseId, temperatureZone, invoiceEntity, deliverOn };
      const name = `${warehouseId ?? ''}\n${temperatureZone}\n${invoiceEntity}\n${deliverOn ?? ''}`;
      const part = parts.get(name) ?? { key, lines: new Map<number, SplitPartLine>() };
      parts.set(name, part);
      const shareFen = partOfFen(amountFen, ordered, from, from + drawn);
      const before = part.lines.get(lineNo);
      part.lines.set(lineNo, {
        lineNo,
        quantity: (before?.quantity ?? 0) + drawn,
        amountFen: (before?.amountFen ?? 0) + shareFen,
      });
      from += drawn;
    }
    if (from > ordered) throw new Error('a line that gives more than was ordered');
  }
  return [...parts.values()]
    .sort((one, other) => compareKeys(one.key, other.key))
    .map(({ key, lines: ofPart }, at) => {
      const partLines = inOrder([...ofPart.values()], (one, other) => one.lineNo - other.lineNo);
      return {
        partNo: at + 1,
        warehouseId: key.warehouseId,
        temperatureZone: key.temperatureZone,
        invoiceEntity: key.invoiceEntity,
        deliverOn: key.deliverOn,
        amountFen: sum(partLines.map((line) => line.amountFen)),
        lines: partLines,
      };
    });
}

/** Null comes after everything that has a name. */
const rank = ({ warehouseId, temperatureZone, invoiceEntity, deliverOn }: PartKey) =>
  [
    warehouseId === null ? '1' : '0',
    warehouseId ?? '',
    temperatureZone,
    invoiceEntity,
    deliverOn ?? '9999-12-31',
  ] as const;

function compareKeys(one: PartKey, other: PartKey): number {
  const [left, right] = [rank(one), rank(other)];
  for (const [at, value] of left.entries()) {
    const against = right[at] as string;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
