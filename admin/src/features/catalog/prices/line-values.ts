import type { api } from '../../../api';
import { e4OfYuan, type PriceLine, yuanOfE4 } from './model';

type LineInput = Parameters<typeof api.catalog.putPriceLines>[0]['lines'][number];

interface BreakValues {
  readonly fromQuantity?: number | null;
  readonly unitYuan?: number | null;
  readonly offPercent?: number | null;
}

/** A price as a form holds it, in yuan and percent. */
export interface LineValues {
  readonly skuId: string;
  readonly unitYuan: number;
  readonly floorYuan?: number | null | undefined;
  /** Larger units' own prices by unit. */
  readonly wholeYuan?: Readonly<Record<string, number | null | undefined>> | undefined;
  readonly breaks: readonly BreakValues[];
  readonly breakMode: PriceLine['breakMode'];
}

export const newLine: Partial<LineValues> = { breaks: [], breakMode: 'allUnits' };

const BP_PER_PERCENT = 100;

/** A price as the form shows it. */
export const lineValuesOf = (line: PriceLine): LineValues => ({
  skuId: line.skuId,
  unitYuan: yuanOfE4(line.unitPriceE4),
  floorYuan: line.floorPriceE4 === null ? null : yuanOfE4(line.floorPriceE4),
  wholeYuan: Object.fromEntries(line.unitPrices.map(({ unit, priceE4 }) => [unit, yuanOfE4(priceE4)])),
  breaks: line.breaks.map(({ fromQuantity, unitPriceE4, offBp }) => ({
    fromQuantity,
    unitYuan: unitPriceE4 === null ? null : yuanOfE4(unitPriceE4),
    offPercent: offBp === null ? null : offBp / BP_PER_PERCENT,
  })),
  breakMode: line.breakMode,
});

/** What was typed, with the larger units' prices the form has not shown as they were read. */
export const withKept = (typed: LineValues, read: LineValues): LineValues => ({
  ...typed,
  wholeYuan: { ...read.wholeYuan, ...typed.wholeYuan },
});

/** What the form holds as the server takes it. */
export const lineInputOf = (values: LineValues): LineInput => ({
  skuId: values.skuId,
  unitPriceE4: e4OfYuan(values.unitYuan),
  floorPriceE4: e4OrNull(values.floorYuan),
  unitPrices: Object.entries(values.wholeYuan ?? {}).flatMap(([unit, yuan]) =>
    yuan === null || yuan === undefined ? [] : [{ unit, priceE4: e4OfYuan(yuan) }],
  ),
  breaks: values.breaks.map(({ fromQuantity, unitYuan, offPercent }) => ({
    fromQuantity: fromQuantity ?? 0,
    unitPriceE4: e4OrNull(unitYuan),
    offBp: offPercent === null || offPercent === undefined ? null : Math.round(offPercent * BP_PER_PERCENT),
  })),
  breakMode: values.breakMode,
});

const e4OrNull = (yuan: number | null | undefined) =>
  yuan === null || yuan === undefined ? null : e4OfYuan(yuan);
