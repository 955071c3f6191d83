import type { PromotionKind } from '../kind';
import { buyGet } from './buy-get';
import { specialPrice } from './special-price';
import { thresholdOff } from './threshold-off';

/** Every kind of promotion there is, in the order a form offers them. A new one is a file and a line here. */
export const kinds: readonly PromotionKind[] = [specialPrice, buyGet, thresholdOff];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** A kind by its name; undefined for one nobody knows. */
export const kindOf = (name: string): PromotionKind | undefined => byName.get(name);
