import type { PromotionKind } from '../kind';
import { addOn } from './add-on';
import { bundle } from './bundle';
import { buyGet } from './buy-get';
import { coupon } from './coupon';
import { cumulative } from './cumulative';
import { discount } from './discount';
import { displayDeal } from './display-deal';
import { firstOrder } from './first-order';
import { flashSale } from './flash-sale';
import { freight } from './freight';
import { nearExpiry } from './near-expiry';
import { nthUnit } from './nth-unit';
import { otherGift } from './other-gift';
import { pickN } from './pick-n';
import { preOrder } from './pre-order';
import { specialPrice } from './special-price';
import { thresholdGift } from './threshold-gift';
import { thresholdOff } from './threshold-off';
import { thresholdPercent } from './threshold-percent';
import { tierPrice } from './tier-price';

/** Every kind of promotion there is, in the order a form offers them. A new one is a file and a line here. */
export const kinds: readonly PromotionKind[] = [
  specialPrice,
  discount,
  tierPrice,
  buyGet,
  otherGift,
  thresholdOff,
  thresholdPercent,
  thresholdGift,
  bundle,
  pickN,
  addOn,
  nthUnit,
  flashSale,
  coupon,
  preOrder,
  cumulative,
  firstOrder,
  freight,
  nearExpiry,
  displayDeal,
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** A kind by its name; undefined for one nobody knows. */
export const kindOf = (name: string): PromotionKind | undefined => byName.get(name);
