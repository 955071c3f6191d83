import type { Goods } from './find-conflicts';
import type { Grant } from './model';
import { isDivision } from './region-names';

export interface GrantFault {
  readonly code:
    | 'territory.areaUnknown'
    | 'territory.skuUnknown'
    | 'territory.daysReversed'
    | 'territory.grantEmpty'
    | 'territory.permitEndless';
  /** What is wrong, such as the code that names no area. */
  readonly detail: string;
}

/** The first thing that keeps a grant from meaning anything; null when it does mean something. */
export function checkGrant(grant: Grant, goods: Goods): GrantFault | null {
  const { areas, remainderAreas, excludedAreas, startsOn, endsOn } = grant;
  const unknownArea = [...areas, ...remainderAreas, ...excludedAreas].find((area) => !isDivision(area));
  if (unknownArea !== undefined) return { code: 'territory.areaUnknown', detail: unknownArea };
  const unknownSku = [...grant.includedSkuIds, ...grant.excludedSkuIds].find((skuId) => !goods.has(skuId));
  if (unknownSku !== undefined) return { code: 'territory.skuUnknown', detail: unknownSku };
  if (endsOn !== null && endsOn <= startsOn)
    return { code: 'territory.daysReversed', detail: `${startsOn} → ${endsOn}` };
  if (areas.length + remainderAreas.length === 0)
    return { code: 'territory.grantEmpty', detail: '未指定区域' };
  if (grant.productLine === '' && grant.includedSkuIds.length === 0)
    return { code: 'territory.grantEmpty', detail: '未指定产品线或商品' };
  if (grant.kind === 'temporary' && endsOn === null) return { code: 'territory.permitEndless', detail: '' };
  return null;
}
