import { addAmounts, keyBy, Refused, type Tx } from '../platform';
import { describePromises } from './describe-promises';
import type { Lot } from './model';
import type { Movers } from './receive-service';
import { stockStore } from './store';

/**
 * Takes goods nobody was promised out of lots, and writes the ledger. Answers the lots as they were.
 * @throws stock.reserved naming the promises in the way, stock.tooFew
 */
export async function takeOut(
  tx: Tx,
  newId: () => string,
  leaving: readonly { readonly lotId: string; readonly quantity: number }[],
  movers: Movers,
): Promise<ReadonlyMap<string, Lot>> {
  const store = stockStore(tx);
  const amounts = addAmounts(leaving.map(({ lotId, quantity }) => [lotId, quantity]));
  const lots = keyBy(await store.lotsLocked([...amounts.keys()]), ({ id }) => id);
  const promised: string[] = [];
  for (const [lotId, quantity] of amounts) {
    const lot = lots.get(lotId);
    if (!lot) throw new Error('goods leave a lot that is not there');
    if (lot.onHand < quantity) throw new Refused('stock.tooFew', lot.lotNo);
    if (lot.onHand - lot.reserved < quantity) promised.push(lotId);
  }
  if (promised.length > 0) {
    throw new Refused('stock.reserved', describePromises(await store.reservationsOfLots(promised)));
  }
  await store.remove(amounts);
  await store.addMovements(
    [...amounts].map(([lotId, quantity]) => {
      const { ownerId, warehouseId, skuId } = lots.get(lotId) as Lot;
      return { id: newId(), lotId, ownerId, warehouseId, skuId, quantity: -quantity, reason: '', ...movers };
    }),
  );
  return lots;
}
