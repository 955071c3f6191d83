import { type Day, isWithin } from '../platform/clock';
import type { Grant } from './model';

/** Goods on their way, as one seller's grants alone judge them. */
export interface GrantedPassage {
  readonly skuId: string;
  readonly productLine: string;
  readonly regionCode: string;
  readonly channel: string;
  readonly on: Day;
}

export type GrantedAnswer =
  | { readonly answer: 'pass' | 'review'; readonly grantId: string }
  | { readonly answer: 'block'; readonly reason: 'line' | 'area' | 'channel' | 'date' };

/**
 * Whether a seller may send these goods there. Exclusions beat inclusions; a regular grant passes,
 * a temporary permit asks for a review. A block names the first thing no grant gave, in the order
 * line, area, channel, date, so that it says what to ask HQ for.
 */
export function checkTerritory(grants: readonly Grant[], passage: GrantedPassage): GrantedAnswer {
  const forLine = grants.filter((grant) => coversGoods(grant, passage));
  if (forLine.length === 0) return { answer: 'block', reason: 'line' };
  const forArea = forLine.filter((grant) => grant.areas.some((area) => coversArea(area, passage.regionCode)));
  if (forArea.length === 0) return { answer: 'block', reason: 'area' };
  const forChannel = forArea.filter(
    (grant) => grant.channels.length === 0 || grant.channels.includes(passage.channel),
  );
  if (forChannel.length === 0) return { answer: 'block', reason: 'channel' };
  const inForce = forChannel.filter((grant) => isWithin(passage.on, grant.startsOn, grant.endsOn));
  const regular = inForce.find((grant) => grant.kind === 'regular');
  if (regular) return { answer: 'pass', grantId: regular.id };
  const temporary = inForce[0];
  return temporary ? { answer: 'review', grantId: temporary.id } : { answer: 'block', reason: 'date' };
}

function coversGoods(grant: Grant, { skuId, productLine }: GrantedPassage): boolean {
  if (grant.excludedSkuIds.includes(skuId)) return false;
  return (
    grant.productLine === '*' || grant.productLine === productLine || grant.includedSkuIds.includes(skuId)
  );
}

/** Walks up a GB/T 2260 code: `33` and `330000` cover `330106`; `*` covers the country. */
export function coversArea(area: string, regionCode: string): boolean {
  if (area === '*') return true;
  return regionCode.startsWith(area.replace(/(00)+$/, ''));
}
