import { type Caller, type Database, keyBy, type Tx } from '../platform';
import { draftOfLine, judgeLine, type PriceFinding, type PriceShift, shiftLine } from './change-prices';
import type { PriceLineDraft } from './check-price-line';
import { ownList } from './edit-prices-service';
import { goodsStore } from './goods-store';
import type { PriceList, PriceListLine } from './price-model';
import { priceStore } from './price-store';
import { searchWordsOf } from './search-text-service';

/** One price as somebody pasted it: a SKU by its id or barcode. */
export interface WantedPrice {
  readonly code: string;
  readonly unitPriceE4: number;
  /** Left out, the floor stays. */
  readonly floorPriceE4?: number | null | undefined;
}

export interface PreviewPriceLines {
  readonly priceListId: string;
  readonly change:
    | (PriceShift & {
        readonly kind: 'shift';
        /** Null is every line that bears the words. */
        readonly skuIds: readonly string[] | null;
        readonly q?: string | undefined;
      })
    | { readonly kind: 'set'; readonly rows: readonly WantedPrice[] };
}

/** A price before and after, and what to know of it; without a draft it cannot be saved. */
export interface PreviewedLine {
  /** What was pasted, or the SKU's id. */
  readonly code: string;
  readonly before: PriceListLine | null;
  readonly after: PriceListLine | null;
  readonly draft: PriceLineDraft | null;
  readonly findings: readonly PriceFinding[];
}

/** As many lines as one change of a list takes. */
export const mostLinesAtOnce = 1_000;

const newLine = (priceListId: string, skuId: string): PriceListLine => ({
  priceListId,
  skuId,
  unitPriceE4: 0,
  floorPriceE4: null,
  unitPrices: [],
  breaks: [],
  breakMode: 'allUnits',
});

/** What a change of many prices would come to, before anything is written. */
export function previewPricesService(database: Database) {
  return {
    /**
     * The lines of one of the caller's lists as a change would leave them, with the version they were read in.
     * `isComplete` is false when there are more than one change takes. @throws catalog.priceListUnknown
     */
    previewPriceLines: (caller: Caller, { priceListId, change }: PreviewPriceLines) =>
      database.read(async (tx) => {
        const list = await ownList(tx, caller, priceListId);
        const wanted =
          change.kind === 'set' ? await setLines(tx, list, change.rows) : await shifted(tx, list, change);
        const skuIds = wanted.flatMap(({ after }) => after?.skuId ?? []);
        const skus = keyBy(await goodsStore(tx).skus(skuIds), ({ id }) => id);
        const items = wanted.slice(0, mostLinesAtOnce).map(({ code, before, after }): PreviewedLine => {
          const sku = after && skus.get(after.skuId);
          if (!sku) return { code, before, after, draft: null, findings: ['skuUnknown'] };
          const draft = draftOfLine(after, sku);
          const findings = judgeLine(before ?? undefined, after, draft);
          return { code, before, after, draft: findings.includes('notPositive') ? null : draft, findings };
        });
        return { version: list.version, isComplete: wanted.length <= mostLinesAtOnce, items, skus };
      }),
  };
}

type Wanted = Pick<PreviewedLine, 'code' | 'before' | 'after'>;

async function shifted(
  tx: Tx,
  { id }: PriceList,
  {
    skuIds,
    q,
    ...shift
  }: PriceShift & { readonly skuIds: readonly string[] | null; readonly q?: string | undefined },
): Promise<readonly Wanted[]> {
  const store = priceStore(tx);
  const lines = skuIds
    ? await store.lines([id], skuIds)
    : await store.linePage(id, searchWordsOf(q), '', mostLinesAtOnce + 1);
  return lines.map((before) => ({ code: before.skuId, before, after: shiftLine(before, shift) }));
}

async function setLines(tx: Tx, { id }: PriceList, rows: readonly WantedPrice[]): Promise<readonly Wanted[]> {
  const goods = goodsStore(tx);
  const codes = rows.map(({ code }) => code);
  const known = new Set((await goods.skus(codes)).map((sku) => sku.id));
  const borne = keyBy(await goods.barcodes(codes), ({ barcode }) => barcode);
  const skuIdOf = (code: string) => (known.has(code) ? code : borne.get(code)?.skuId);
  const skuIds = codes.flatMap((code) => skuIdOf(code) ?? []);
  const before = keyBy(await priceStore(tx).lines([id], skuIds), ({ skuId }) => skuId);
  return rows.map(({ code, unitPriceE4, floorPriceE4 }) => {
    const skuId = skuIdOf(code);
    if (skuId === undefined) return { code, before: null, after: null };
    const stood = before.get(skuId) ?? null;
    const line = stood ?? newLine(id, skuId);
    const floor = floorPriceE4 === undefined ? line.floorPriceE4 : floorPriceE4;
    return { code, before: stood, after: { ...line, unitPriceE4, floorPriceE4: floor } };
  });
}
