import { z } from 'zod';
import { Fen, Id, UnitPriceE4 } from './fields';

/** What goods look like to those who buy them. */

export const UnitView = z.object({ unit: z.string(), factor: z.int(), sellable: z.boolean() });

/** A SKU as one buyer sees it: its price at that supplier, and how much could be promised now. */
export const SkuView = z.object({
  skuId: Id,
  name: z.string(),
  spec: z.string(),
  brand: z.string(),
  category: z.string(),
  barcode: z.string(),
  baseUnit: z.string(),
  units: z.array(UnitView),
  shelfLifeDays: z.int(),
  minimumQuantity: z.int(),
  multipleQuantity: z.int(),
  maximumQuantity: z.int().nullable(),
  /** Null when this supplier has no price for the caller: it cannot be ordered. */
  unitPriceE4: UnitPriceE4.nullable(),
  /** What one of the largest sellable unit (usually a case) comes to, rounded half up. */
  casePriceFen: Fen.nullable(),
  availability: z.enum(['plenty', 'few', 'none']),
  imageUrl: z.string().nullable().describe('its main picture, 320 pixels; null when there is none'),
  imageUrls: z.array(z.string()).describe('all its pictures at up to 1,600 pixels, the main one first'),
});

/** One step from list to amount, as the buyer may see it. */
export const PriceStepView = z.object({
  step: z.enum(['list', 'unitPrice', 'break', 'amount']),
  text: z.string(),
});
