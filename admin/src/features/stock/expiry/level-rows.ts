import type { Level } from '../words';
import type { LevelHeap } from './queries';

export interface LevelRow {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Partial<Record<Level, LevelHeap>>>;
  readonly onHand: number;
}

/** One row for each warehouse or SKU, in the order they came. */
export function levelRows(heaps: readonly LevelHeap[]): readonly LevelRow[] {
  const rows = new Map<string, LevelRow>();
  for (const heap of heaps) {
    const { id, name, cells, onHand } = rows.get(heap.id) ?? { ...heap, cells: {}, onHand: 0 };
    rows.set(heap.id, { id, name, cells: { ...cells, [heap.level]: heap }, onHand: onHand + heap.onHand });
  }
  return [...rows.values()];
}

/** How deep a cell is coloured, in percent: by its share of its row, and never so faint that it looks empty. */
export const depthOf = (onHand: number, ofRow: number) =>
  onHand === 0 ? 0 : Math.round(12 + 36 * Math.min(1, onHand / Math.max(1, ofRow)));
