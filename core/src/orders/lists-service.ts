import { answerOnce, type Caller, dayMs, dayOf, type Platform, Refused, type Tx } from '../platform';
import { loadSkus, type Sku } from '../catalog';
import { concerns } from './browse-service';
import { composeGuide } from './compose-guide';
import { isAskedFor } from './is-asked-for';
import type { GuideEntry, ListKind, OrderTemplate, TemplateLine } from './lists';
import { templateLimit } from './lists';
import { listsStore } from './lists-store';
import { type Candidate, goodsOf, matchRow } from './match-row';
import {
  type Offer,
  offer,
  type OfferedLine,
  offered,
  priceOf,
  supplierFor,
  type Wanted,
} from './offer-service';
import { orderStore } from './store';
import { type QuantityFault, readQuantity } from './read-quantity';
import { toPar } from './to-par';

export interface SaveTemplate {
  readonly commandId: string;
  readonly templateId: string;
  readonly kind: ListKind;
  readonly name: string;
  /** The version that was seen; 0 for a new list. */
  readonly expectedVersion: number;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
}

export interface CheckedRow {
  readonly rowNo: number;
  readonly line: OfferedLine | null;
  /** The row that names the same goods already; their quantities are to be put together. */
  readonly sameAsRowNo: number | null;
  readonly error: RowError | null;
}

export interface RowError {
  readonly column: 'sku' | 'quantity';
  readonly code: 'empty' | 'unknown' | 'several' | 'noPrice' | QuantityFault;
  /** Goods that were meant, perhaps. */
  readonly goods: readonly Pick<Candidate, 'id' | 'name'>[];
  /** Quantities that can be read. */
  readonly quantities: readonly string[];
}

export interface RowText {
  readonly sku: string;
  readonly quantity: string;
  readonly unit?: string | undefined;
}

const guideDays = 90;
/** Of these days the latest orders, more than three a day: who orders oftener shows no less what is usual. */
const guideLimits = { orders: 300, lines: 5_000 };
const guideEntries = 300;
/** More goods than this are not searched through by name. */
const goodsLimit = 20_000;

export function listsService({ database }: Platform) {
  /** @throws lists.templateUnknown */
  const ownTemplate = async (tx: Tx, caller: Caller, templateId: string) => {
    const store = listsStore(tx);
    const template = await store.template(templateId, caller.partyId);
    if (!template) throw new Refused('lists.templateUnknown');
    return { template, lines: await store.templateLines(templateId) };
  };

  const offerTemplate = async (
    tx: Tx,
    caller: Caller,
    lines: readonly Pick<TemplateLine, 'skuId' | 'quantity'>[],
    supplierId: string | undefined,
  ) => offer(tx, caller, await supplierFor(tx, caller, supplierId), lines.map(plainWant));

  return {
    templates: (caller: Caller): Promise<readonly OrderTemplate[]> =>
      database.read((tx) => listsStore(tx).templates(caller.partyId)),

    /** A list with today's prices. @throws lists.templateUnknown, partners.notSupplied */
    template: (caller: Caller, templateId: string, supplierId: string | undefined) =>
      database.read(async (tx) => {
        const { template, lines } = await ownTemplate(tx, caller, templateId);
        return { template, kept: lines, offer: await offerTemplate(tx, caller, lines, supplierId) };
      }),

    /**
     * Saves a list under its id, whole: what it held before is replaced, if it is still what the caller saw.
     * @throws lists.tooMany, lists.templateUnknown, lists.templateChanged, orders.lineTwice, catalog.skuUnknown, command.idReused
     */
    async saveTemplate(caller: Caller, input: SaveTemplate): Promise<OrderTemplate> {
      const { commandId, templateId, kind, name, expectedVersion } = input;
      const { partyId, at } = caller;
      const template: OrderTemplate = {
        id: templateId,
        partyId,
        kind,
        name,
        lineCount: input.lines.length,
        version: expectedVersion + 1,
        changedBy: caller.userName,
        changedAt: at,
      };
      return database.transaction((tx) =>
        answerOnce(tx, { commandId, partyId, kind: 'lists.saveTemplate', input, at }, async () => {
          const store = listsStore(tx);
          const before = await store.templateLocked(templateId);
          if (before && before.partyId !== partyId) throw new Refused('lists.templateUnknown');
          if (!before && expectedVersion > 0) throw new Refused('lists.templateUnknown');
          if (before && before.version !== expectedVersion) throw new Refused('lists.templateChanged');
          if (!before && (await store.templateCount(partyId)) >= templateLimit) {
            throw new Refused('lists.tooMany', String(templateLimit));
          }
          await assertGoods(
            tx,
            input.lines.map(({ skuId }) => skuId),
          );
          const lines = input.lines.map((line, index) => ({ templateId, lineNo: index + 1, ...line }));
          await store.putTemplate(template, lines);
          return template;
        }),
      );
    },

    /** @throws lists.templateUnknown, lists.templateInUse, command.idReused */
    async removeTemplate(caller: Caller, input: { readonly commandId: string; readonly templateId: string }) {
      const { commandId, templateId } = input;
      const { partyId, at } = caller;
      await database.transaction((tx) =>
        answerOnce(tx, { commandId, partyId, kind: 'lists.removeTemplate', input, at }, async () => {
          const store = listsStore(tx);
          const before = await store.templateLocked(templateId);
          if (before?.partyId !== partyId) throw new Refused('lists.templateUnknown');
          if ((await store.usesOfTemplate(templateId)) > 0) throw new Refused('lists.templateInUse');
          await store.removeTemplate(templateId, partyId);
          return {};
        }),
      );
    },

    /**
     * What to order so that everything on a standing list is there again, given what was counted; goods
     * nobody counted are taken as gone.
     * @throws lists.templateUnknown, partners.notSupplied
     */
    fill: (
      caller: Caller,
      input: {
        readonly templateId: string;
        readonly supplierId?: string | undefined;
        readonly counted: readonly { readonly skuId: string; readonly onHand: number }[];
      },
    ) =>
      database.read(async (tx) => {
        const { lines } = await ownTemplate(tx, caller, input.templateId);
        const onHand = new Map(input.counted.map((one) => [one.skuId, one.onHand]));
        const skus = await loadSkus(
          tx,
          lines.map(({ skuId }) => skuId),
        );
        const short = lines.flatMap(({ skuId, quantity }) => {
          const sku = skus.get(skuId);
          const missing = sku ? toPar(quantity, onHand.get(skuId) ?? 0, sku) : quantity;
          return missing > 0 ? [{ skuId, quantity: missing }] : [];
        });
        return offerTemplate(tx, caller, short, input.supplierId);
      }),

    /** 常购清单 of the last 90 days. */
    guide: (caller: Caller, supplierId: string | undefined): Promise<readonly GuideEntry[]> =>
      database.read(async (tx) => {
        const since = caller.at - guideDays * dayMs;
        const bought = await listsStore(tx).purchases(caller.partyId, supplierId ?? null, since, guideLimits);
        return composeGuide(bought, dayOf(caller.at)).slice(0, guideEntries);
      }),

    /**
     * What of a past order can be ordered again, at today's prices, and what cannot.
     * @throws orders.unknown, partners.notSupplied
     */
    reorder: (caller: Caller, orderId: string): Promise<Offer> =>
      database.read(async (tx) => {
        const store = orderStore(tx);
        const [order] = await store.orders([orderId]);
        if (!order || !concerns(caller, order) || order.buyerId !== caller.partyId) {
          throw new Refused('orders.unknown');
        }
        const lines = (await store.lines([orderId])).filter(isAskedFor);
        const wanted = lines.map(({ skuId, skuName, quantity, unitPriceE4 }) => ({
          skuId,
          skuName,
          quantity,
          lastUnitPriceE4: unitPriceE4,
        }));
        return offer(tx, caller, await supplierFor(tx, caller, order.sellerId), wanted);
      }),

    /** Reads rows as people write them; writes nothing. @throws partners.notSupplied */
    check: (caller: Caller, supplierId: string | undefined, rows: readonly RowText[]) =>
      database.read(async (tx) => {
        const sellerId = await supplierFor(tx, caller, supplierId);
        const goods = goodsOf(await listsStore(tx).candidates(goodsLimit));
        const matches = rows.map(({ sku }) => (sku.trim() === '' ? null : matchRow(sku, goods)));
        const skus = await loadSkus(tx, [
          ...new Set(matches.flatMap((match) => (match?.kind === 'found' ? [match.candidate.id] : []))),
        ]);
        const read = rows.map((row, at): { error: RowError } | { sku: Sku; quantity: number } => {
          const match = matches[at];
          if (!match) return { error: rowError('sku', 'empty') };
          if (match.kind !== 'found') {
            const code = match.kind === 'several' ? 'several' : 'unknown';
            return { error: rowError('sku', code, match.candidates) };
          }
          const sku = skus.get(match.candidate.id);
          if (!sku) return { error: rowError('sku', 'unknown') };
          const answer = readQuantity(row.quantity, sku, row.unit);
          return 'quantity' in answer
            ? { sku, quantity: answer.quantity }
            : { error: rowError('quantity', answer.fault, [], answer.suggestions) };
        });
        const wanted = read.flatMap((row) =>
          'sku' in row
            ? [{ skuId: row.sku.id, skuName: row.sku.name, quantity: row.quantity, lastUnitPriceE4: null }]
            : [],
        );
        const priced = await priceOf(tx, caller, sellerId, wanted);
        const first = new Map<string, number>();
        return read.map((row, at): CheckedRow => {
          const rowNo = at + 1;
          if ('error' in row) return { rowNo, line: null, sameAsRowNo: null, error: row.error };
          const price = priced(row.sku, row.quantity);
          if (!price) return { rowNo, line: null, sameAsRowNo: null, error: rowError('sku', 'noPrice') };
          const sameAsRowNo = first.get(row.sku.id) ?? null;
          if (sameAsRowNo === null) first.set(row.sku.id, rowNo);
          return { rowNo, line: offered(row.sku, row.quantity, price, null), sameAsRowNo, error: null };
        });
      }),
  };
}

const plainWant = ({ skuId, quantity }: Pick<TemplateLine, 'skuId' | 'quantity'>): Wanted => ({
  skuId,
  skuName: '',
  quantity,
  lastUnitPriceE4: null,
});

const rowError = (
  column: RowError['column'],
  code: RowError['code'],
  goods: readonly Candidate[] = [],
  quantities: readonly string[] = [],
): RowError => ({ column, code, goods: goods.map(({ id, name }) => ({ id, name })), quantities });

/** @throws orders.lineTwice, catalog.skuUnknown */
async function assertGoods(tx: Tx, skuIds: readonly string[]) {
  if (new Set(skuIds).size !== skuIds.length) throw new Refused('orders.lineTwice');
  const skus = await loadSkus(tx, skuIds);
  const unknown = skuIds.find((skuId) => !skus.has(skuId));
  if (unknown !== undefined) throw new Refused('catalog.skuUnknown', unknown);
}
