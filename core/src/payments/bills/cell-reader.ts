import { type Instant, startOfDay } from '../../platform/clock';
import type { Fen } from '../../platform/money';
import type { Named } from './bill-table';
import type { FeeE5 } from './model';
import { yuanToFeeE5, yuanToFen } from './yuan-to-fen';

/** A cell that is missing or does not hold what its column should. */
export class BillUnreadable extends Error {
  constructor(readonly column: string) {
    super(`bill column ${column}`);
    this.name = 'BillUnreadable';
  }
}

/** Reads the cells of one line; each throws BillUnreadable with its column. */
export function cellReader({ columns, cells }: Named) {
  const text = (column: string): string => {
    const cell = cells[columns.get(column) ?? -1];
    if (cell === undefined) throw new BillUnreadable(column);
    return cell.trim();
  };
  const by =
    <T>(read: (cell: string) => T | null) =>
    (column: string): T => {
      const value = read(text(column));
      if (value === null) throw new BillUnreadable(column);
      return value;
    };
  return {
    text,
    fen: by<Fen>(yuanToFen),
    feeE5: by<FeeE5>(yuanToFeeE5),
    count: by((cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : null)),
    time: by<Instant>(shanghaiTime),
  };
}

export type CellReader = ReturnType<typeof cellReader>;

/** `2026-01-02 15:04:05`, Beijing's time. */
function shanghaiTime(cell: string): Instant | null {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(cell);
  if (!parts) return null;
  const [, on = '', hours, minutes, seconds] = parts;
  const at = startOfDay(on) + (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return Number.isNaN(at) ? null : at;
}

/** The bill, or null when some cell of it cannot be read. */
export function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof BillUnreadable) return null;
    throw error;
  }
}
