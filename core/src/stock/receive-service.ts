import { addAmounts, type Day, groupBy, Refused, type Tx } from '../platform';
import type { Lot, Movement } from './model';
import { recallStore } from './recall-store';
import { stockStore } from './store';

/** Goods of a lot coming in: from the factory, or signed for from a supplier. */
export interface Arrival {
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly quality: Lot['quality'];
  readonly quantity: number;
}

export interface Movers {
  readonly kind: Movement['kind'];
  readonly documentKind: Movement['documentKind'];
  readonly documentId: string;
  readonly actorId: string;
  readonly reason?: string;
  readonly at: number;
}

/** As many as a statement carries with room to spare on every engine. */
const arrivalsTogether = 500;

/**
 * Takes goods in, joining lots that are there already, and writes the ledger: a few statements for
 * hundreds of arrivals. Goods under recall are stopped as they come. Answers the lots, arrival by arrival.
 * @throws stock.lotDiffers when the same lot number is there with other dates or another owner
 */
export async function takeInMany(
  tx: Tx,
  newId: () => string,
  arrivals: readonly Arrival[],
  movers: Movers,
): Promise<readonly Lot[]> {
  const taken: Lot[] = [];
  for (let from = 0; from < arrivals.length; from += arrivalsTogether) {
    taken.push(...(await takeInSome(tx, newId, arrivals.slice(from, from + arrivalsTogether), movers)));
  }
  return taken;
}

async function takeInSome(tx: Tx, newId: () => string, arrivals: readonly Arrival[], movers: Movers) {
  const store = stockStore(tx);
  const stopping = await recallStore(tx).stoppingOf([...new Set(arrivals.map(({ skuId }) => skuId))]);
  const recallOf = ({ skuId, lotNo }: Arrival) =>
    stopping.find((recall) => recall.skuId === skuId && (recall.lotNo === '' || recall.lotNo === lotNo))
      ?.id ?? null;
  // In one order everywhere, so that two receipts at once wait for each other and never in a ring.
  const places = [...groupBy(arrivals, placeKey).values()]
    .map((alike) => alike[0] as Arrival)
    .sort((left, right) => (placeKey(left) < placeKey(right) ? -1 : 1));
  await store.addLots(
    places.map(({ quantity: _, ...place }) => ({
      ...place,
      id: newId(),
      onHand: 0,
      reserved: 0,
      receivedAt: movers.at,
      recallId: recallOf({ ...place, quantity: 0 }),
    })),
  );
  const lots = new Map<string, Lot>();
  for (const [warehouseId, there] of groupBy(places, (place) => place.warehouseId)) {
    const [skuIds, lotNos] = [there.map(({ skuId }) => skuId), there.map(({ lotNo }) => lotNo)];
    const found = await store.lotsAmong(warehouseId, [...new Set(skuIds)], [...new Set(lotNos)]);
    for (const lot of found) lots.set(placeKey(lot), lot);
  }
  const lotOf = (arrival: Arrival): Lot => {
    const lot = lots.get(placeKey(arrival));
    if (!lot) throw new Error('a lot that was just added is not there');
    const { producedOn, expiresOn, ownerId } = arrival;
    const isSame = lot.producedOn === producedOn && lot.expiresOn === expiresOn && lot.ownerId === ownerId;
    if (!isSame) throw new Refused('stock.lotDiffers', lot.lotNo);
    return lot;
  };
  await store.add(addAmounts(arrivals.map((arrival) => [lotOf(arrival).id, arrival.quantity])));
  await store.addMovements(
    arrivals.map((arrival) => {
      const { id: lotId, ownerId, warehouseId, skuId } = lotOf(arrival);
      const { quantity } = arrival;
      return { id: newId(), lotId, ownerId, warehouseId, skuId, quantity, reason: '', ...movers };
    }),
  );
  return arrivals.map((arrival) => {
    const lot = lotOf(arrival);
    const joined = { ...lot, onHand: lot.onHand + arrival.quantity };
    lots.set(placeKey(arrival), joined);
    return joined;
  });
}

const placeKey = ({
  warehouseId,
  skuId,
  lotNo,
  quality,
}: Pick<Lot, 'warehouseId' | 'skuId' | 'lotNo' | 'quality'>) => `${warehouseId} ${skuId} ${quality} ${lotNo}`;
