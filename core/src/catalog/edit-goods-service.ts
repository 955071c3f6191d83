import { type Caller, type Database, Refused, type Tx, commandsOver } from '../platform';
import { placeFault } from './category-tree';
import type { SkuDraft } from './check-sku';
import { goodsStore } from './goods-store';
import type { Brand, Category, Sku } from './model';
import { type SkuOutcome, upsertSkus } from './upsert-skus-service';

export interface PutSku {
  readonly commandId: string;
  readonly sku: SkuDraft & { readonly expectedVersion: number };
}

export interface SetSkuStatus {
  readonly commandId: string;
  readonly skuId: string;
  readonly status: Sku['status'];
  readonly expectedVersion: number;
}

export type PutCategory = Omit<Category, 'version'> & {
  readonly commandId: string;
  readonly expectedVersion: number;
};
export type PutBrand = Omit<Brand, 'version'> & {
  readonly commandId: string;
  readonly expectedVersion: number;
};

/** The desk of HQ that keeps the range. */
export function editGoodsService(database: Database) {
  const once = commandsOver(database);

  const putOne = async (tx: Tx, caller: Caller, draft: SkuDraft) => {
    const [outcome] = await upsertSkus(tx, [draft], { actorId: caller.userId, at: caller.at });
    return writtenOf(outcome as SkuOutcome);
  };

  return {
    /**
     * Adds a SKU (expected version 0) or changes the version its editor has seen.
     * @throws catalog.versionChanged, catalog.categoryUnknown, catalog.brandUnknown, catalog.baseUnitFixed,
     * catalog.unitTwice, catalog.factorWrong, catalog.barcodeWrong, catalog.barcodeTwice, catalog.barcodeTaken,
     * catalog.quantityRange, catalog.shelfLifeWrong, command.idReused
     */
    putSku: (caller: Caller, input: PutSku) =>
      once(caller, 'catalog.putSku', input.commandId, input, (tx) => putOne(tx, caller, input.sku)),

    /** Takes a SKU into the range or out of it. @throws catalog.skuUnknown, catalog.versionChanged, command.idReused */
    setSkuStatus: (caller: Caller, input: SetSkuStatus) =>
      once(caller, 'catalog.setSkuStatus', input.commandId, input, async (tx) => {
        const { skuId, status, expectedVersion } = input;
        const [sku] = await goodsStore(tx).skus([skuId]);
        if (!sku) throw new Refused('catalog.skuUnknown');
        const { searchText: _, packVersion: __, version: ___, ...draft } = sku;
        return putOne(tx, caller, { ...draft, status, expectedVersion });
      }),

    /**
     * Adds a category (expected version 0), renames or moves it.
     * @throws catalog.versionChanged, catalog.categoryUnknown, catalog.categoryMisplaced, command.idReused
     */
    putCategory: (caller: Caller, input: PutCategory) =>
      once(caller, 'catalog.putCategory', input.commandId, input, async (tx) => {
        const { commandId: _, expectedVersion, ...given } = input;
        const store = goodsStore(tx);
        const fault = placeFault(await store.categories(), given);
        if (fault === 'parentUnknown') throw new Refused('catalog.categoryUnknown', given.parentId ?? '');
        if (fault) throw new Refused('catalog.categoryMisplaced');
        const category = { ...given, version: expectedVersion + 1 };
        await putVersion(expectedVersion, {
          add: () => store.addCategories([category]),
          change: () => store.changeCategory(category),
        });
        return category;
      }),

    /** Adds a brand (expected version 0) or renames it. @throws catalog.versionChanged, command.idReused */
    putBrand: (caller: Caller, input: PutBrand) =>
      once(caller, 'catalog.putBrand', input.commandId, input, async (tx) => {
        const { commandId: _, expectedVersion, ...given } = input;
        const store = goodsStore(tx);
        const brand = { ...given, version: expectedVersion + 1 };
        await putVersion(expectedVersion, {
          add: () => store.addBrands([brand]),
          change: () => store.changeBrand(brand),
        });
        return brand;
      }),
  };
}

function writtenOf(outcome: SkuOutcome): Sku {
  if (outcome.outcome !== 'refused') return outcome.sku;
  throw new Refused(`catalog.${outcome.faults[0]}`);
}

/** Adds what nobody has seen or changes the version somebody has. @throws catalog.versionChanged */
export async function putVersion(
  expectedVersion: number,
  writes: { readonly add: () => Promise<number>; readonly change: () => Promise<number> },
) {
  const written = expectedVersion === 0 ? await writes.add() : await writes.change();
  if (written === 0) throw new Refused('catalog.versionChanged');
}
