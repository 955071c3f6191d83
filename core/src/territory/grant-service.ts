import {
  answerOnce,
  type Caller,
  type Database,
  type Day,
  dayOf,
  pageOf,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { checkGrant } from './check-grant';
import { areaPrefix } from './areas';
import { explainOverlap } from './explain-overlap';
import { findOverlaps, type Goods, type Overlap } from './find-conflicts';
import { findHolders, type Holder } from './find-holders';
import type { Grant } from './model';
import { grantOf } from './new-grant';
import { type Division, writtenDivisionsIn } from './region-names';
import { territoryStore } from './store';

/** A party as far as grants care. */
export interface KnownSeller {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly level: number;
}

/** What other domains know and grants are checked with; handed in where the core is put together. */
export interface Surroundings {
  sellersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownSeller>>;
  goodsOf(tx: Tx, skuIds: readonly string[]): Promise<Goods>;
}

/** A grant or permit as HQ's manager saves it; version 0 makes a new one. */
export type GrantPut = Pick<
  Grant,
  | 'sellerId'
  | 'name'
  | 'productLine'
  | 'onlyCategories'
  | 'includedSkuIds'
  | 'excludedSkuIds'
  | 'excludedCategories'
  | 'areas'
  | 'remainderAreas'
  | 'excludedAreas'
  | 'channels'
  | 'startsOn'
  | 'endsOn'
  | 'exclusive'
  | 'quantityCap'
  | 'reason'
> & { readonly commandId: string; readonly grantId: string; readonly expectedVersion: number };

export interface GrantEnd {
  readonly commandId: string;
  readonly grantId: string;
  readonly endsOn: Day;
  readonly expectedVersion: number;
}

export interface GrantQuery {
  readonly sellerId?: string | undefined;
  readonly kind?: Grant['kind'] | undefined;
  readonly state: 'current' | 'all';
  readonly on?: Day | undefined;
  readonly productLine?: string | undefined;
  readonly channel?: string | undefined;
  /** What is granted there, over it or within it. */
  readonly area?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface SavedGrant {
  readonly grant: Grant;
  /** Overlaps that may be, in words. */
  readonly notices: readonly string[];
}

/** An overlap with what it is called and what to do about it. */
export interface ToldOverlap {
  readonly overlap: Overlap;
  readonly grantName: string;
  readonly explanation: { readonly message: string; readonly remedy: string };
}

export interface MapQuery {
  readonly parent: string;
  readonly sellerId?: string | undefined;
  readonly on?: Day | undefined;
  readonly productLine?: string | undefined;
  readonly channel?: string | undefined;
}

export interface HeldDivision extends Division {
  readonly holders: readonly Holder[];
}

/** The desk that gives, changes and ends grants and permits. */
export function grantService({ database }: { readonly database: Database }, around: Surroundings) {
  const save = (caller: Caller, put: GrantPut, kind: Grant['kind']): Promise<SavedGrant> =>
    database.transaction(async (tx) => {
      const command = { commandId: put.commandId, partyId: caller.partyId, at: caller.at, input: put };
      const { notices } = await answerOnce(tx, { ...command, kind: `territory.put.${kind}` }, async () => {
        const store = territoryStore(tx);
        await store.lockBook();
        const before = await store.grant(put.grantId);
        const candidate = await candidateOf(tx, caller, put, kind, before);
        const overlaps = await overlapsOf(tx, candidate);
        const refused = overlaps.filter(({ overlap }) => overlap.kind === 'conflict');
        if (refused.length > 0) throw new Refused('territory.conflict', inWords(refused));
        if (before) await store.replace(candidate, put.expectedVersion);
        else await store.add([candidate]);
        return { notices: overlaps.map(({ explanation }) => explanation.message) };
      });
      const grant = await territoryStore(tx).grant(put.grantId);
      if (!grant) throw new Error('a grant that was saved is gone');
      return { grant, notices };
    });

  const candidateOf = async (
    tx: Tx,
    caller: Caller,
    put: GrantPut,
    kind: Grant['kind'],
    before: Grant | undefined,
  ): Promise<Grant> => {
    const { commandId: _, grantId, expectedVersion, ...given } = put;
    const isOther = before && (before.sellerId !== put.sellerId || before.kind !== kind);
    if (isOther || (!before && expectedVersion !== 0)) throw new Refused('territory.grantUnknown');
    if ((before?.version ?? 0) !== expectedVersion) throw new Refused('territory.grantChanged');
    const seller = (await around.sellersOf(tx, [put.sellerId])).get(put.sellerId);
    if (!seller || (seller.kind !== 'distributor' && seller.kind !== 'hq'))
      throw new Refused('territory.sellerUnknown');
    const candidate: Grant = grantOf({
      ...given,
      id: grantId,
      kind,
      level: seller.level,
      usedQuantity: before?.usedQuantity ?? 0,
      approvedBy: caller.userId,
      updatedAt: caller.at,
    });
    const goods = await around.goodsOf(tx, [...candidate.includedSkuIds, ...candidate.excludedSkuIds]);
    const fault = checkGrant(candidate, goods);
    if (fault) throw new Refused(fault.code, fault.detail);
    const { quantityCap, usedQuantity } = candidate;
    if (quantityCap !== null && quantityCap < usedQuantity)
      throw new Refused('territory.capBelowUse', `已使用 ${usedQuantity}`);
    return candidate;
  };

  const overlapsOf = async (tx: Tx, candidate: Grant): Promise<readonly ToldOverlap[]> => {
    const others = await territoryStore(tx).competing(candidate.level, candidate.startsOn);
    const named = [candidate, ...others].flatMap(({ includedSkuIds }) => includedSkuIds);
    const overlaps = findOverlaps(others, candidate, await around.goodsOf(tx, [...new Set(named)]));
    const sellers = await around.sellersOf(tx, [...new Set(overlaps.map(({ sellerId }) => sellerId))]);
    return overlaps.map((overlap) => {
      const seller = sellers.get(overlap.sellerId)?.name ?? overlap.sellerId;
      const grantName = others.find(({ id }) => id === overlap.grantId)?.name ?? overlap.grantId;
      return { overlap, grantName, explanation: explainOverlap(overlap, { seller, grant: grantName }) };
    });
  };

  return {
    /**
     * Saves a grant; exclusive grants that overlap are refused and explained, other overlaps are told.
     * @throws territory.conflict, territory.grantUnknown, territory.grantChanged, territory.sellerUnknown,
     * territory.areaUnknown, territory.skuUnknown, territory.daysReversed, territory.grantEmpty
     */
    putGrant: (caller: Caller, put: GrantPut) => save(caller, { ...put, quantityCap: null }, 'regular'),

    /**
     * Saves a temporary permit, which ends, says why, and may be capped.
     * @throws as `putGrant`, territory.permitEndless, territory.capBelowUse
     */
    putPermit: (caller: Caller, put: GrantPut) =>
      save(caller, { ...put, remainderAreas: [], exclusive: false }, 'temporary'),

    /**
     * What saving a grant would come to, without saving it: every overlap, worst first.
     * @throws as `putGrant`, but for territory.conflict, which it answers with
     */
    previewGrant: (caller: Caller, put: Omit<GrantPut, 'commandId'>): Promise<readonly ToldOverlap[]> =>
      database.read(async (tx) => {
        const before = await territoryStore(tx).grant(put.grantId);
        const given = { ...put, commandId: '', quantityCap: null };
        const overlaps = await overlapsOf(tx, await candidateOf(tx, caller, given, 'regular', before));
        return [...overlaps].sort((a, b) => weightOf(a.overlap) - weightOf(b.overlap));
      }),

    /** Who is granted each of the divisions of one: everybody for HQ, itself for a distributor. */
    holders: (caller: Caller, query: MapQuery): Promise<readonly HeldDivision[]> =>
      database.read(async (tx) => {
        const isHq = caller.partyKind === 'hq';
        const isForeign = !isHq && query.sellerId !== undefined && query.sellerId !== caller.partyId;
        const on = query.on ?? dayOf(caller.at);
        const sellerId = isHq ? (query.sellerId ?? null) : caller.partyId;
        const grants = isForeign ? [] : await territoryStore(tx).inForceOn(on, sellerId);
        const asked = { on, productLine: query.productLine ?? null, channel: query.channel ?? null };
        return writtenDivisionsIn(query.parent).map((division) => ({
          ...division,
          holders: findHolders(grants, division.code, asked),
        }));
      }),

    /**
     * Ends a grant or permit on a day from today on, before it would have ended.
     * @throws territory.grantUnknown, territory.grantChanged, territory.endInvalid
     */
    endGrant: (caller: Caller, end: GrantEnd): Promise<Grant> =>
      database.transaction(async (tx) => {
        const command = { commandId: end.commandId, partyId: caller.partyId, at: caller.at, input: end };
        const store = territoryStore(tx);
        await answerOnce(tx, { ...command, kind: 'territory.end' }, async () => {
          await store.lockBook();
          const grant = await store.grant(end.grantId);
          if (!grant) throw new Refused('territory.grantUnknown');
          if (grant.version !== end.expectedVersion) throw new Refused('territory.grantChanged');
          const isLater = grant.endsOn !== null && end.endsOn > grant.endsOn;
          if (end.endsOn < dayOf(caller.at) || isLater) throw new Refused('territory.endInvalid');
          await store.end(end.grantId, end.endsOn, caller.at, end.expectedVersion);
          return {};
        });
        const ended = await store.grant(end.grantId);
        if (!ended) throw new Error('a grant that was ended is gone');
        return ended;
      }),

    /** HQ lists everybody's grants and permits, a distributor its own. */
    grants: (caller: Caller, query: GrantQuery) =>
      database.read(async (tx) => {
        const asked = query.sellerId ?? null;
        const isHq = caller.partyKind === 'hq';
        if (!isHq && asked !== null && asked !== caller.partyId) return { items: [], nextCursor: null };
        const found = await territoryStore(tx).list({
          sellerId: isHq ? asked : caller.partyId,
          kind: query.kind ?? null,
          notEndedOn: query.state === 'current' ? dayOf(caller.at) : null,
          on: query.on ?? null,
          productLine: query.productLine ?? null,
          channel: query.channel ?? null,
          areaPrefix: query.area === undefined ? null : areaPrefix(query.area).slice(0, districtDigits),
          after: query.cursor ? readCursor(query.cursor, 'string', 'string') : null,
          limit: query.limit + 1,
        });
        return pageOf(found, query.limit, ({ sellerId, id }) => [sellerId, id]);
      }),
  };
}

/** Towns are looked up by their district. */
const districtDigits = 6;

const kindsByWeight: readonly Overlap['kind'][] = ['conflict', 'shutOut', 'shutsOut', 'shared'];
const weightOf = ({ kind }: Overlap) => kindsByWeight.indexOf(kind);

/** As much as a person reads at once. */
const toldAtOnce = 5;

function inWords(refused: readonly { overlap: Overlap; explanation: { message: string; remedy: string } }[]) {
  const told = refused.slice(0, toldAtOnce).map(({ explanation }) => explanation.message);
  const more = refused.length > toldAtOnce ? [`另有 ${refused.length - toldAtOnce} 处重叠`] : [];
  return [...told, ...more, refused[0]?.explanation.remedy ?? ''].join('。');
}
