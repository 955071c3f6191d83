import {
  answerOnce,
  type Caller,
  dayOf,
  groupBy,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../platform';
import { assertSeen } from './edit-prices-service';
import { putVersion } from './edit-goods-service';
import { findInversions, type Inversion, lowestPriceE4, stagePricesOf } from './find-inversions';
import { loadSkus } from './goods-service';
import type { PriceLadder, PriceListLine } from './price-model';
import { priceStore } from './price-store';

export interface PutPriceLadder extends Omit<PriceLadder, 'version'> {
  readonly commandId: string;
  readonly expectedVersion: number;
}

/** A SKU's ladder with what is inverted in it: as it was set, and by the lowest prices that are listed today. */
export interface LadderReport {
  readonly ladder: PriceLadder;
  readonly skuName: string;
  readonly inversions: readonly Inversion[];
  /** The least HQ takes for a base unit today; null when it lists none. */
  readonly listedFactoryE4: number | null;
  /** The least any other seller takes, and who; null when none lists it. */
  readonly listedStore: { readonly sellerId: string; readonly priceE4: number } | null;
  readonly listedInversions: readonly Inversion[];
}

/** The desk of HQ that watches 价盘. Alerts only: nobody's resale price is set by it. */
export function ladderService({ database }: Pick<Platform, 'database'>) {
  return {
    /** Ladders by SKU with their inversions, page by page; the page is cut before what is asked to be inverted. */
    priceLadders: (
      caller: Caller,
      query: { readonly onlyInverted: boolean; readonly cursor?: string | undefined; readonly limit: number },
    ) =>
      database.read(async (tx) => {
        const store = priceStore(tx);
        const [after] = query.cursor ? readCursor(query.cursor, 'string') : [''];
        const page = pageOf(await store.ladderPage(after, query.limit + 1), query.limit, ({ skuId }) => [
          skuId,
        ]);
        const skuIds = page.items.map(({ skuId }) => skuId);
        const lines = await store.linesInForce(skuIds, dayOf(caller.at));
        const lists = keyBy(
          await store.lists([...new Set(lines.map((line) => line.priceListId))]),
          ({ id }) => id,
        );
        const sellerOf = ({ priceListId }: PriceListLine) => lists.get(priceListId)?.sellerId ?? '';
        const bySku = groupBy(lines, ({ skuId }) => skuId);
        const skus = await loadSkus(tx, skuIds);
        const reports = page.items.map((ladder): LadderReport => {
          const ofSku = bySku.get(ladder.skuId) ?? [];
          const isOwn = (line: PriceListLine) => sellerOf(line) === caller.partyId;
          const factory = lowestOf(ofSku.filter(isOwn));
          const others = lowestOf(ofSku.filter((line) => !isOwn(line)));
          const set = stagePricesOf(ladder);
          const listed = { factory: factory?.priceE4 ?? null, store: others?.priceE4 ?? null };
          return {
            ladder,
            skuName: skus.get(ladder.skuId)?.name ?? '',
            inversions: findInversions(set),
            listedFactoryE4: listed.factory,
            listedStore: others && { sellerId: sellerOf(others.line), priceE4: others.priceE4 },
            listedInversions: findInversions({ ...set, firstWholesale: null, secondWholesale: null }, listed),
          };
        });
        const isInverted = ({ inversions, listedInversions }: LadderReport) =>
          inversions.length + listedInversions.length > 0;
        return { ...page, items: query.onlyInverted ? reports.filter(isInverted) : reports };
      }),

    /**
     * Sets a SKU's ladder over the version its editor has seen. An inverted one is written and reported: it may be meant.
     * @throws catalog.skuUnknown, catalog.versionChanged, command.idReused
     */
    putPriceLadder: (caller: Caller, input: PutPriceLadder) =>
      database.transaction((tx) => {
        const { partyId, at } = caller;
        const { commandId, expectedVersion, ...given } = input;
        return answerOnce(tx, { commandId, partyId, kind: 'catalog.putPriceLadder', input, at }, async () => {
          const store = priceStore(tx);
          if (!(await loadSkus(tx, [given.skuId])).has(given.skuId)) throw new Refused('catalog.skuUnknown');
          const [before = null] = await store.ladders([given.skuId]);
          assertSeen(before, expectedVersion);
          const ladder: PriceLadder = { ...given, version: expectedVersion + 1 };
          await putVersion(expectedVersion, {
            add: () => store.addLadder(ladder),
            change: () => store.changeLadder(ladder),
          });
          return { ladder, inversions: findInversions(stagePricesOf(ladder)) };
        });
      }),
  };
}

function lowestOf(lines: readonly PriceListLine[]) {
  let lowest: { readonly line: PriceListLine; readonly priceE4: number } | null = null;
  for (const line of lines) {
    const priceE4 = lowestPriceE4(line);
    if (lowest === null || priceE4 < lowest.priceE4) lowest = { line, priceE4 };
  }
  return lowest;
}
