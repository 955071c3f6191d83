import { isBarcode } from './check-barcode';
import { daysOfMonths } from './expires-on';
import type { Sku, SkuBarcode } from './model';

/** A SKU as somebody wants it; what is counted or derived is left out. */
export interface SkuDraft extends Omit<Sku, 'searchText' | 'packVersion' | 'version'> {
  /** The version the editor has seen, 0 for none; left out, whichever there is. */
  readonly expectedVersion?: number | undefined;
}

export type SkuFault =
  | 'versionChanged'
  | 'skuTwice'
  | 'categoryUnknown'
  | 'brandUnknown'
  | 'baseUnitFixed'
  | 'unitTwice'
  | 'factorWrong'
  | 'barcodeWrong'
  | 'barcodeTwice'
  | 'barcodeTaken'
  | 'quantityRange'
  | 'shelfLifeWrong';

/** What a draft is held against. */
export interface KnownGoods {
  /** The SKU as it stands; undefined when it is new. */
  readonly before: Sku | undefined;
  readonly categoryIds: ReadonlySet<string>;
  readonly brandIds: ReadonlySet<string>;
  /** Barcodes that another SKU's goods bear today. */
  readonly takenBarcodes: ReadonlySet<string>;
}

/** The barcodes of a SKU, each with its unit and how many base units it holds. */
export const barcodesOf = ({
  id,
  barcode,
  baseUnit,
  units,
  packVersion,
}: Pick<Sku, 'id' | 'barcode' | 'baseUnit' | 'units' | 'packVersion'>): readonly SkuBarcode[] =>
  [{ unit: baseUnit, factor: 1, barcode }, ...units]
    .filter((unit) => unit.barcode !== '')
    .map(({ unit, factor, barcode: code }) => ({ barcode: code, skuId: id, unit, factor, packVersion }));

/** Everything wrong with a draft; nothing when it may be written. */
export function checkSku(draft: SkuDraft, known: KnownGoods): readonly SkuFault[] {
  const { before } = known;
  const faults: SkuFault[] = [];
  const { expectedVersion, units } = draft;
  if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0))
    faults.push('versionChanged');
  if (!known.categoryIds.has(draft.category)) faults.push('categoryUnknown');
  if (draft.brand !== '' && !known.brandIds.has(draft.brand)) faults.push('brandUnknown');
  // Stock, prices and old orders count in the base unit: another one would change them all.
  if (before && before.baseUnit !== draft.baseUnit) faults.push('baseUnitFixed');
  if (hasTwice([draft.baseUnit, ...units.map(({ unit }) => unit)])) faults.push('unitTwice');
  const factors = units.map(({ factor }) => factor);
  if (factors.some((factor) => factor < 2) || hasTwice(factors)) faults.push('factorWrong');
  const codes = barcodesOf({ ...draft, packVersion: 1 }).map(({ barcode }) => barcode);
  if (!codes.every(isBarcode)) faults.push('barcodeWrong');
  if (hasTwice(codes)) faults.push('barcodeTwice');
  if (codes.some((code) => known.takenBarcodes.has(code))) faults.push('barcodeTaken');
  if ((draft.maximumQuantity || Infinity) < draft.minimumQuantity) faults.push('quantityRange');
  if (lifeDaysOf(draft) <= draft.stopSaleDays) faults.push('shelfLifeWrong');
  return faults;
}

const hasTwice = (values: readonly (string | number)[]) => new Set(values).size < values.length;

const lifeDaysOf = ({ shelfLifeDays, shelfLifeMonths }: SkuDraft) =>
  shelfLifeMonths === null ? shelfLifeDays : daysOfMonths(shelfLifeMonths);

/** The draft as it is written: units ascending, days as long as its months, counted on from what stood before. */
export function composeSku(draft: SkuDraft, before: Sku | undefined): Omit<Sku, 'searchText'> {
  const { expectedVersion, ...rest } = draft;
  const units = [...rest.units].sort((left, right) => left.factor - right.factor);
  return {
    ...rest,
    units,
    shelfLifeDays: lifeDaysOf(draft),
    packVersion: nextPackVersion(before, units),
    version: (before?.version ?? 0) + 1,
  };
}

/**
 * A unit whose factor changed, or that is gone, makes a new pack: what was ordered and stacked by the old one stays
 * readable by it. A unit more, a name, a code or a weight does not.
 */
export function nextPackVersion(
  before: Pick<Sku, 'units' | 'packVersion'> | undefined,
  units: Sku['units'],
): number {
  if (!before) return 1;
  const factorOf = new Map(units.map(({ unit, factor }) => [unit, factor]));
  const isAsBefore = before.units.every(({ unit, factor }) => factorOf.get(unit) === factor);
  return isAsBefore ? before.packVersion : before.packVersion + 1;
}

/** Whether a SKU would be written as it stands. */
export function isSameSku(left: Omit<Sku, 'searchText'>, right: Omit<Sku, 'searchText'>): boolean {
  return fieldsOf(left) === fieldsOf(right);
}

const unitFields = ({
  unit,
  factor,
  sellable,
  priceable,
  barcode,
  weightGrams,
  volumeMl,
}: Sku['units'][number]) =>
  JSON.stringify([unit, factor, sellable, priceable, barcode, weightGrams, volumeMl]);

const fieldsOf = (sku: Omit<Sku, 'searchText'>) =>
  JSON.stringify([
    sku.name,
    sku.spec,
    sku.brand,
    sku.category,
    sku.productLine,
    sku.barcode,
    sku.baseUnit,
    sku.units.map(unitFields),
    sku.weightGrams,
    sku.volumeMl,
    sku.temperatureZone,
    sku.invoiceEntity,
    sku.shelfLifeDays,
    sku.shelfLifeMonths,
    sku.stopSaleDays,
    sku.taxRateBp,
    sku.minimumQuantity,
    sku.multipleQuantity,
    sku.maximumQuantity,
    sku.status,
  ]);
