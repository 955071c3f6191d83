import type { Arrival, Lot } from '../../stock';
import type { AfterSalesLine } from './model';

/** 验收结果: what became of the approved units of a line. All of them are named. */
export interface Outcome {
  readonly lineNo: number;
  /** 良品入库. */
  readonly restocked: number;
  /** 临期入库: sold off by the rules for ageing goods. */
  readonly nearExpiry: number;
  /** 待检隔离. */
  readonly quarantined: number;
  /** 销毁. */
  readonly destroyed: number;
  readonly notReceived: number;
}

export const cameBack = ({
  restocked,
  nearExpiry,
  quarantined,
  destroyed,
}: Omit<Outcome, 'lineNo'>): number => restocked + nearExpiry + quarantined + destroyed;

/** The lines with what became of them; null when an outcome names no line, or not every unit of one. */
export function applyOutcomes(
  lines: readonly AfterSalesLine[],
  outcomes: readonly Outcome[],
): readonly AfterSalesLine[] | null {
  const byLine = new Map(outcomes.map((outcome) => [outcome.lineNo, outcome]));
  const approved = lines.filter((line) => line.approved > 0);
  if (byLine.size !== outcomes.length || byLine.size !== approved.length) return null;
  const received = lines.map((line): AfterSalesLine | null => {
    const outcome = byLine.get(line.lineNo);
    if (!outcome) return line.approved > 0 ? null : line;
    if (cameBack(outcome) + outcome.notReceived !== line.approved) return null;
    return { ...line, ...outcome };
  });
  return received.every((line) => line !== null) ? received : null;
}

/** A lot that goods come back to, and what of them is destroyed at once. */
export interface Returning extends Arrival {
  readonly isDestroyed: boolean;
}

/**
 * What goes where: good and near-expiry goods into the lot they came from, where their dates decide who may still be
 * sold them; doubtful ones to be inspected; what is destroyed as damaged first, so that its destruction is on record.
 * Goods that have expired never come back as good ones.
 */
export function planReturning(
  lines: readonly AfterSalesLine[],
  placeOf: (line: AfterSalesLine) => Pick<Lot, 'ownerId' | 'warehouseId'>,
  on: string,
): readonly Returning[] {
  return lines.flatMap((line) => {
    const { skuId, lotNo, producedOn, expiresOn, restocked, nearExpiry, quarantined, destroyed } = line;
    const { ownerId, warehouseId } = placeOf(line);
    const place = { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn };
    const good = expiresOn > on ? ('available' as const) : ('expired' as const);
    return [
      { ...place, quality: good, quantity: restocked + nearExpiry, isDestroyed: false },
      { ...place, quality: 'inspection' as const, quantity: quarantined, isDestroyed: false },
      { ...place, quality: 'damaged' as const, quantity: destroyed, isDestroyed: true },
    ].filter(({ quantity }) => quantity > 0);
  });
}
