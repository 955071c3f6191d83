import { dayOf, type Instant, type Tx } from '../platform';
import { lotsNumbered } from './export-store';
import { takeOut } from './move-service';
import { type OnHandRow, planOnHand } from './plan-on-hand';
import { type Movers, takeInMany } from './receive-service';
import { stockStore } from './store';

/**
 * Makes an owner's lots hold what a list says, thousands at a time; every difference is a movement of the
 * list. Saying it again moves nothing. Answers the rows that were refused.
 */
export async function setOnHand(
  tx: Tx,
  newId: () => string,
  ownerId: string,
  rows: readonly OnHandRow[],
  document: { readonly documentId: string; readonly actorId: string; readonly at: Instant },
) {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const lots = await lotsNumbered(
    tx,
    ownerId,
    distinct(rows.map(({ warehouseId }) => warehouseId)),
    distinct(rows.map(({ skuId }) => skuId)),
    distinct(rows.map(({ lotNo }) => lotNo)),
  );
  const own = new Set((await stockStore(tx).warehousesOf([ownerId])).map(({ id }) => id));
  const { arriving, leaving, refused } = planOnHand(rows, lots, own, dayOf(document.at));
  const movers: Movers = { kind: 'adjust', documentKind: 'count', reason: '导入', ...document };
  await takeInMany(
    tx,
    newId,
    arriving.map(({ row, quantity }) => {
      const { warehouseId, skuId, lotNo, producedOn, expiresOn } = row;
      const quality = 'available' as const;
      return { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quality, quantity };
    }),
    movers,
  );
  if (leaving.length > 0) await takeOut(tx, newId, leaving, movers);
  return refused;
}
