import { isWithin } from '../platform/clock';
import { areaPrefix, closeness, coversPlace } from './areas';
import type { Grant, Place } from './model';
import type { BlockReason, Passage } from './passage';

type Goods = Pick<Passage, 'skuId' | 'productLine' | 'category'>;
type Conditions = Pick<Passage, 'channel' | 'on'>;

/** What one grant says about one place, and how closely. */
interface Word {
  readonly grant: Grant;
  /** Twice the closeness of the area, and one more where it is named and not a remainder. */
  readonly rank: number;
  readonly says: 'yes' | 'no';
  readonly isRemainder: boolean;
  readonly because: 'excludedGoods' | 'excludedArea' | null;
}

/** Who may sell there and who may not, as the closest word of each seller has it. */
interface Standing {
  readonly word: Word;
  /** The word of somebody else that a remainder gave way to, when no closer word of the seller's own is left. */
  readonly yieldedTo: Word | null;
}

export type Resolution =
  | { readonly may: true; readonly grant: Grant }
  | { readonly may: false; readonly reason: BlockReason; readonly grant: Grant | null };

/** Whether a grant speaks of these goods at all, be it to exclude them. */
export function speaksOfGoods(grant: Grant, { skuId, productLine, category }: Goods): boolean {
  const ofLine = grant.productLine === '*' || grant.productLine === productLine;
  const ofCategory = grant.onlyCategories.length === 0 || grant.onlyCategories.includes(category);
  return (ofLine && ofCategory) || grant.includedSkuIds.includes(skuId);
}

export const excludesGoods = (grant: Grant, { skuId, category }: Goods): boolean =>
  grant.excludedSkuIds.includes(skuId) || grant.excludedCategories.includes(category);

export const servesChannel = ({ channels }: Pick<Grant, 'channels'>, channel: string): boolean =>
  channels.length === 0 || channels.includes(channel);

/** Whether a grant gives goods, channel and day, wherever that is. */
export const isInForce = (grant: Grant, asked: Goods & Conditions): boolean =>
  speaksOfGoods(grant, asked) &&
  servesChannel(grant, asked.channel) &&
  isWithin(asked.on, grant.startsOn, grant.endsOn);

function wordsAbout(grant: Grant, asked: Goods & Conditions, place: Place): readonly Word[] {
  if (grant.kind !== 'regular' || !isInForce(grant, asked)) return [];
  const excluded = excludesGoods(grant, asked);
  const wordsOf = (areas: readonly string[], isRemainder: boolean) =>
    areas.map(areaPrefix).flatMap((prefix): Word[] => {
      if (!coversPlace(prefix, place)) return [];
      const rank = 2 * closeness(prefix) + (isRemainder ? 0 : 1);
      const because = excluded ? 'excludedGoods' : null;
      return [{ grant, rank, says: excluded ? 'no' : 'yes', isRemainder, because }];
    });
  const given = [...wordsOf(grant.areas, false), ...wordsOf(grant.remainderAreas, true)];
  // An exclusion takes out of what the grant gives; where it gives nothing it has nothing to say.
  if (given.length === 0) return [];
  const excepted = grant.excludedAreas.map(areaPrefix).flatMap((prefix): Word[] => {
    if (!coversPlace(prefix, place)) return [];
    const rank = 2 * closeness(prefix) + 1;
    return [{ grant, rank, says: 'no', isRemainder: false, because: 'excludedArea' }];
  });
  return [...given, ...excepted];
}

/** Of words equally close: an exclusion, then an exclusive grant, then the smaller id. */
const byWeight = (a: Word, b: Word) =>
  b.rank - a.rank ||
  Number(b.says === 'no') - Number(a.says === 'no') ||
  Number(b.grant.exclusive) - Number(a.grant.exclusive) ||
  (a.grant.id < b.grant.id ? -1 : a.grant.id > b.grant.id ? 1 : 0);

/**
 * The standing of each seller at a place. Words are heard from the closest area outwards: a seller's
 * closest word decides, and a remainder gives way to whoever else holds the place more closely.
 */
function standingsAt(words: readonly Word[]): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  const ranks = [...new Set(words.map(({ rank }) => rank))].sort((a, b) => b - a);
  for (const rank of ranks) {
    const holders = [...standings.values()].filter(
      ({ word, yieldedTo }) => word.says === 'yes' && yieldedTo === null,
    );
    for (const word of words.filter((other) => other.rank === rank).sort(byWeight)) {
      const { sellerId } = word.grant;
      const standing = standings.get(sellerId);
      if (standing && standing.yieldedTo === null) continue;
      const closer = word.isRemainder && word.says === 'yes' ? holders[0] : undefined;
      if (!closer) standings.set(sellerId, { word, yieldedTo: null });
      else if (!standing) standings.set(sellerId, { word, yieldedTo: closer.word });
    }
  }
  return standings;
}

/**
 * Whether a seller may sell goods at a place, by its regular grants and everybody else's.
 * The closest area wins, between a seller's own grants and between sellers; equally close, an exclusion
 * beats an inclusion and an exclusive grant shuts out the others of its level. The answer does not
 * depend on the order of the grants.
 */
export function resolvePlace(
  grants: readonly Grant[],
  sellerId: string,
  asked: Goods & Conditions,
  place: Place,
): Resolution {
  const own = grants.filter((grant) => grant.sellerId === sellerId && grant.kind === 'regular');
  const levels = new Set(own.map(({ level }) => level));
  const words = grants
    .filter((grant) => grant.sellerId === sellerId || levels.has(grant.level))
    .flatMap((grant) => wordsAbout(grant, asked, place));
  const standings = standingsAt(words);
  const mine = standings.get(sellerId);
  if (!mine) return missing(own, asked, place);
  const { word, yieldedTo } = mine;
  if (yieldedTo) return { may: false, reason: 'remainder', grant: yieldedTo.grant };
  if (word.because) return { may: false, reason: word.because, grant: word.grant };
  const shutOutBy = [...standings.values()]
    .filter(
      (other) =>
        other.word.grant.sellerId !== sellerId &&
        other.word.grant.level === word.grant.level &&
        other.yieldedTo === null &&
        other.word.says === 'yes' &&
        other.word.grant.exclusive &&
        other.word.rank >= word.rank,
    )
    .map((other) => other.word)
    .sort(byWeight)[0];
  if (shutOutBy) return { may: false, reason: 'exclusive', grant: shutOutBy.grant };
  return { may: true, grant: word.grant };
}

/** Names the first thing no grant gave, in the order line, area, channel, date: what to ask HQ for. */
function missing(own: readonly Grant[], asked: Goods & Conditions, place: Place): Resolution {
  const no = (reason: BlockReason, grant: Grant | null): Resolution => ({ may: false, reason, grant });
  const spoken = own.filter((grant) => speaksOfGoods(grant, asked)).sort(byId);
  if (spoken.length === 0) return no('line', null);
  const forGoods = spoken.filter((grant) => !excludesGoods(grant, asked));
  if (forGoods.length === 0) return no('excludedGoods', spoken[0] ?? null);
  const forArea = forGoods.filter(({ areas, remainderAreas }) =>
    [...areas, ...remainderAreas].some((area) => coversPlace(areaPrefix(area), place)),
  );
  if (forArea.length === 0) return no('area', null);
  const forChannel = forArea.filter((grant) => servesChannel(grant, asked.channel));
  if (forChannel.length === 0) return no('channel', forArea[0] ?? null);
  return no('date', latest(forChannel));
}

const byId = (a: Grant, b: Grant) => (a.id < b.id ? -1 : 1);

/** The grant that ends last, whose day is what a person would ask about. */
const latest = (grants: readonly Grant[]) =>
  [...grants].sort((a, b) => ((a.endsOn ?? '9') > (b.endsOn ?? '9') ? -1 : 1))[0] ?? null;
