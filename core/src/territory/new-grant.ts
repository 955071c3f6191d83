import { areaPrefix } from './areas';
import type { Grant, GrantArea, NewGrant } from './model';

/** A grant with all that a new one may leave out. */
export function grantOf(given: NewGrant): Grant {
  return {
    level: 1,
    onlyCategories: [],
    includedSkuIds: [],
    excludedSkuIds: [],
    excludedCategories: [],
    remainderAreas: [],
    excludedAreas: [],
    quantityCap: null,
    usedQuantity: 0,
    reason: '',
    approvedBy: '',
    version: 1,
    updatedAt: 0,
    ...given,
  };
}

/** The codes a grant is looked up by; a town's district, as a delivery's town may not be known. */
export function areasOf({ id, areas, remainderAreas }: Grant): readonly GrantArea[] {
  const codes = [...areas, ...remainderAreas].map((area) => areaPrefix(area).slice(0, 6));
  return [...new Set(codes)].map((areaCode) => ({ grantId: id, areaCode }));
}
