import type { Grant } from './model';
import type { Passage } from './passage';
import { type Resolution, resolvePlace } from './resolve-place';

/** `townMatters`: the answer depends on the town, and the town is not known. */
export type TownResolution = Resolution & { readonly townMatters: boolean };

/**
 * Resolves a passage whose town may not be known. Then it is asked for the rest of the district and for
 * every town that some grant names there; when the answers differ, the town matters.
 */
export function resolveUnknownTown(grants: readonly Grant[], passage: Passage): TownResolution {
  const { sellerId, regionCode, townCode, point } = passage;
  const resolutionAt = (town: string | null) =>
    resolvePlace(grants, sellerId, passage, { regionCode, townCode: town, point });
  const elsewhere = resolutionAt(townCode);
  if (townCode !== null) return { ...elsewhere, townMatters: false };
  const named = new Set<string>();
  for (const { areas, remainderAreas, excludedAreas } of grants) {
    for (const some of [areas, remainderAreas, excludedAreas]) {
      for (const area of some) if (area.length > 6 && area.startsWith(regionCode)) named.add(area);
    }
  }
  const townMatters = [...named].some((town) => resolutionAt(town).may !== elsewhere.may);
  return { ...elsewhere, townMatters };
}
