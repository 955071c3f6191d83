import type { Day } from '../platform/clock';
import type { Lot } from './model';

/** What is there of a lot, as somebody counted it or knows it from elsewhere. */
export interface OnHandRow {
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly onHand: number;
}

export type OnHandFault = 'warehouseUnknown' | 'skuUnknown' | 'dateInFuture' | 'lotDiffers' | 'reserved';

/** The key a row and its lot share. */
export const onHandKey = ({ warehouseId, skuId, lotNo }: Pick<Lot, 'warehouseId' | 'skuId' | 'lotNo'>) =>
  `${warehouseId} ${skuId} ${lotNo}`;

/**
 * What has to come in and go out so that the lots hold what the rows say. A row below what its lot has
 * promised to orders is refused: goods that are promised are not argued away by a list.
 */
export function planOnHand(
  rows: readonly OnHandRow[],
  lots: readonly Lot[],
  warehouseIds: ReadonlySet<string>,
  today: Day,
) {
  const lotOf = new Map(lots.map((lot) => [onHandKey(lot), lot]));
  const arriving: { readonly row: OnHandRow; readonly quantity: number }[] = [];
  const leaving: { readonly lotId: string; readonly quantity: number }[] = [];
  const refused = new Map<string, { readonly fault: OnHandFault; readonly reserved: number }>();
  for (const row of rows) {
    const lot = lotOf.get(onHandKey(row));
    const fault = faultOf(row, lot, warehouseIds, today);
    if (fault) {
      refused.set(onHandKey(row), { fault, reserved: lot?.reserved ?? 0 });
      continue;
    }
    const change = row.onHand - (lot?.onHand ?? 0);
    if (change > 0) arriving.push({ row, quantity: change });
    if (change < 0 && lot) leaving.push({ lotId: lot.id, quantity: -change });
  }
  return { arriving, leaving, refused };
}

function faultOf(
  { warehouseId, producedOn, expiresOn, onHand }: OnHandRow,
  lot: Lot | undefined,
  warehouseIds: ReadonlySet<string>,
  today: Day,
): OnHandFault | null {
  if (!warehouseIds.has(warehouseId)) return 'warehouseUnknown';
  if (producedOn > today) return 'dateInFuture';
  if (lot && (lot.producedOn !== producedOn || lot.expiresOn !== expiresOn)) return 'lotDiffers';
  return lot && onHand < lot.reserved ? 'reserved' : null;
}
