import type { api } from '../../../api';
import type { SkuSheet } from './model';

type SkuInput = Omit<Parameters<typeof api.catalog.putSku>[0], 'commandId' | 'expectedVersion'>;
type Unit = SkuSheet['units'][number];

/** A unit as it is typed; what is left empty is none. */
export type UnitValues = Partial<Unit>;

/** A SKU as a form holds it: a rate as a percentage, a life counted in days or in months. */
export interface SkuValues extends Omit<
  SkuInput,
  | 'skuId'
  | 'brand'
  | 'units'
  | 'taxRateBp'
  | 'shelfLifeDays'
  | 'shelfLifeMonths'
  | 'maximumQuantity'
  | 'status'
> {
  readonly skuId: string;
  readonly brand?: string | undefined;
  readonly units: readonly UnitValues[];
  readonly taxPercent: number;
  readonly lifeUnit: 'days' | 'months';
  readonly lifeCount: number;
  readonly maximumQuantity?: number | null | undefined;
}

const BP_PER_PERCENT = 100;

/** What most goods have, to be written over. */
export const newSku: Partial<SkuValues> = {
  spec: '',
  barcode: '',
  units: [{ unit: '箱', sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 }],
  weightGrams: 0,
  volumeMl: 0,
  temperatureZone: 'ambient',
  invoiceEntity: '',
  lifeUnit: 'months',
  stopSaleDays: 0,
  taxPercent: 13,
  minimumQuantity: 0,
  multipleQuantity: 0,
};

/** A sheet as the form shows it. */
export function valuesOf(sheet: SkuSheet): SkuValues {
  const {
    brand,
    taxRateBp,
    shelfLifeDays,
    shelfLifeMonths,
    packVersion: _,
    version: __,
    status: ___,
    ...rest
  } = sheet;
  return {
    ...rest,
    brand: brand === '' ? undefined : brand,
    taxPercent: taxRateBp / BP_PER_PERCENT,
    lifeUnit: shelfLifeMonths === null ? 'days' : 'months',
    lifeCount: shelfLifeMonths ?? shelfLifeDays,
  };
}

/** What the form holds as the server takes it. */
export function inputOf(values: SkuValues, status: SkuSheet['status']): SkuInput {
  const { taxPercent, lifeUnit, lifeCount, maximumQuantity, brand, units, ...rest } = values;
  return {
    ...rest,
    brand: brand ?? '',
    units: units.map((unit) => ({
      unit: unit.unit ?? '',
      factor: unit.factor ?? 0,
      sellable: unit.sellable ?? false,
      priceable: unit.priceable ?? false,
      barcode: unit.barcode ?? '',
      weightGrams: unit.weightGrams ?? 0,
      volumeMl: unit.volumeMl ?? 0,
    })),
    taxRateBp: Math.round(taxPercent * BP_PER_PERCENT),
    // Counted in months, the server counts the days itself.
    shelfLifeDays: lifeCount,
    shelfLifeMonths: lifeUnit === 'months' ? lifeCount : null,
    maximumQuantity: maximumQuantity ?? null,
    status,
  };
}

/** Whether saving would change nothing. */
export const isAsSaved = (values: SkuValues, sheet: SkuSheet) =>
  written(inputOf(values, sheet.status)) === written(inputOf(valuesOf(sheet), sheet.status));

const written = (input: SkuInput) =>
  JSON.stringify(
    Object.entries(input)
      .map(([field, value]) => [field, field === 'units' ? input.units.map(unitFields) : value])
      .sort(([one], [other]) => String(one).localeCompare(String(other))),
  );
const unitFields = (unit: Unit) => [
  unit.unit,
  unit.factor,
  unit.sellable,
  unit.priceable,
  unit.barcode,
  unit.weightGrams,
  unit.volumeMl,
];
