import type { Grant } from './model';
import type { Passage } from './passage';
import { type Resolution, resolvePlace } from './resolve-place';

/** `townMatters`: the answer depends on the town, and the town is not known. */
export type TownResolution = Resolution & { readonly townMatters: boolean };

/** What grants say of some goods at some place, by `placeKey`. */
interface Resolved {
  /** The SKUs some grant names: of all others only line and category matter. */
  readonly namedSkuIds: ReadonlySet<string>;
  readonly answers: Map<string, TownResolution>;
}

const resolved = new WeakMap<readonly Grant[], Resolved>();
const rememberedAnswers = 2_000;

/**
 * `resolveTown`, asked once for the same grants, goods and place: grants stand for days, and every line of every
 * order asks them.
 */
export function resolveUnknownTown(grants: readonly Grant[], passage: Passage): TownResolution {
  let known = resolved.get(grants);
  if (!known) {
    const named = grants.flatMap(({ includedSkuIds, excludedSkuIds }) => [
      ...includedSkuIds,
      ...excludedSkuIds,
    ]);
    resolved.set(grants, (known = { namedSkuIds: new Set(named), answers: new Map() }));
  }
  const key = placeKey(passage, known.namedSkuIds.has(passage.skuId));
  const before = known.answers.get(key);
  if (before) return before;
  const answer = resolveTown(grants, passage);
  if (known.answers.size >= rememberedAnswers) known.answers.clear();
  known.answers.set(key, answer);
  return answer;
}

/** Everything of a passage that `resolveTown` looks at. */
const placeKey = (passage: Passage, isNamed: boolean) => {
  const { sellerId, skuId, productLine, category, regionCode, townCode, channel, on } = passage;
  return `${sellerId}\n${isNamed ? skuId : ''}\n${productLine}\n${category}\n${regionCode}\n${townCode ?? ''}\n${channel}\n${on}`;
};

/**
 * Resolves a passage whose town may not be known. Then it is asked for the rest of the district and for
 * every town that some grant names there; when the answers differ, the town matters.
 */
function resolveTown(grants: readonly Grant[], passage: Passage): TownResolution {
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
