import { e4OfYuan, type PriceChange } from './model';
import { pastedPrices } from './pasted-prices';

/** A change of many prices as a form holds it. */
export interface ChangeValues {
  readonly way: 'percent' | 'amount' | 'paste';
  readonly scope: 'selected' | 'found';
  readonly percent?: number | undefined;
  readonly yuan?: number | undefined;
  readonly stepE4: 1 | 10 | 100 | 1_000;
  readonly pasted?: string | undefined;
}

const BP_PER_PERCENT = 100;

/** What the form asks of the server, for the goods that are ticked or those found by `q`. */
export function changeOf(values: ChangeValues, skuIds: readonly string[], q: string): PriceChange {
  const { way, scope, percent = 0, yuan = 0, stepE4, pasted = '' } = values;
  if (way === 'paste') return { kind: 'set', rows: pastedPrices(pasted).rows };
  return {
    kind: 'shift',
    byBp: way === 'percent' ? Math.round(percent * BP_PER_PERCENT) : 0,
    byE4: way === 'amount' ? e4OfYuan(yuan) : 0,
    stepE4,
    skuIds: scope === 'selected' ? [...skuIds] : null,
    ...(scope === 'found' && q !== '' ? { q } : {}),
  };
}
