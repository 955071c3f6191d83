import { payableFenOf } from './line-worth';
import type { OrderLine } from './model';

/** `backOrdered` closes what waits for goods; `rest` also what is promised and has not shipped. */
export type CloseScope = 'backOrdered' | 'rest';

export interface Closed {
  readonly lines: readonly OrderLine[];
  /** Units that will not come. */
  readonly closed: number;
}

/** 关闭欠货: cancels what is left of these lines (all when none is named). Null when nothing was left. */
export function closeLines(
  lines: readonly OrderLine[],
  scope: CloseScope,
  lineNos: readonly number[] | undefined,
): Closed | null {
  const named = lineNos && new Set(lineNos);
  let closed = 0;
  const after = lines.map((line) => {
    if (named && !named.has(line.lineNo)) return line;
    const released = scope === 'rest' ? line.reserved : 0;
    const ended = line.backOrdered + released;
    closed += ended;
    const cut = {
      ...line,
      cancelled: line.cancelled + ended,
      backOrdered: 0,
      reserved: line.reserved - released,
    };
    return { ...cut, payableFen: payableFenOf(cut) };
  });
  return closed === 0 ? null : { lines: after, closed };
}
