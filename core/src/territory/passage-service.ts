import { type Instant, type NewId, type Tx } from '../platform';
import { prefixesOver, areaCode } from './areas';
import { territoryFactStore } from './fact-store';
import { cellsAround } from './measure-distance';
import type { Blocked, KnownPoint, NewGrant, PermitUse, Place } from './model';
import { grantOf } from './new-grant';
import type { Passage, PassageAnswer, Territory } from './passage';
import { territoryStore } from './store';

/**
 * Reads what the passages of a batch are judged by, one statement a kind. Without the places they go to,
 * everybody's grants are read, and neither the border nor what an area absorbs can be judged.
 */
export async function loadTerritory(
  tx: Tx,
  sellerIds: readonly string[],
  places: readonly Place[] | null = null,
): Promise<Territory> {
  const sellers = [...new Set(sellerIds)];
  const prefixes = places && [...new Set(places.flatMap(prefixesOver))];
  const cells = new Set((places ?? []).flatMap(({ point }) => (point ? cellsAround(point) : [])));
  const facts = territoryFactStore(tx);
  const knownPoints = cells.size === 0 ? [] : await facts.pointsIn([...cells]);
  const nearPrefixes = [...new Set(knownPoints.flatMap(prefixesOver))];
  const grantPrefixes = prefixes && [...prefixes, ...nearPrefixes].filter((prefix) => prefix.length <= 6);
  return {
    grants: await territoryStore(tx).grantsAround(sellers, grantPrefixes && [...new Set(grantPrefixes)]),
    knownPoints,
    capacities: prefixes ? await facts.capacitiesOf(prefixes.map(areaCode)) : [],
    policies: await facts.policiesOf(['*', ...sellers]),
    chainDeliveries: await facts.chainDeliveriesOf(['*', ...sellers]),
  };
}

/** Goods that `checkPassage` stopped, with the order line that asked for it. */
export interface BlockedAttempt {
  readonly orderId: string;
  readonly lineNo: number;
  readonly passage: Passage;
  readonly answer: Pick<PassageAnswer, 'reason' | 'grantId'>;
  readonly at: Instant;
}

/** Keeps what was stopped, once per order line however often it is tried again. Answers how many are new. */
export function recordBlocked(tx: Tx, newId: NewId, attempts: readonly BlockedAttempt[]): Promise<number> {
  const blocked = attempts.map(({ orderId, lineNo, passage, answer, at }): Blocked => ({
    id: newId(),
    orderId,
    lineNo,
    sellerId: passage.sellerId,
    buyerId: passage.buyerId,
    skuId: passage.skuId,
    quantity: passage.quantity,
    channel: passage.channel,
    regionCode: passage.regionCode,
    townCode: passage.townCode,
    reason: answer.reason,
    grantId: answer.grantId,
    on: passage.on,
    at,
  }));
  return territoryFactStore(tx).addBlocked(blocked);
}

/**
 * Takes what approved lines go through under a permit, once per line; a line that took something before
 * gives that back first. Too little left answers `Contended`: the batch is decided again and finds it used up.
 */
export async function takePermits(tx: Tx, uses: readonly PermitUse[], at: Instant): Promise<void> {
  const store = territoryStore(tx);
  const lineOf = ({ orderId, lineNo }: PermitUse) => `${orderId}/${lineNo}`;
  const lines = new Set(uses.map(lineOf));
  const before = await store.usesOf([...new Set(uses.map(({ orderId }) => orderId))]);
  for (const use of before.filter((other) => lines.has(lineOf(other)))) await store.returnPermit(use);
  // In one order, so that two batches never wait for each other.
  const inOrder = [...uses].sort((a, b) => (a.grantId < b.grantId ? -1 : a.grantId > b.grantId ? 1 : 0));
  for (const use of inOrder) await store.takePermit(use, at);
}

/** Gives back what orders took of permits and did not send: rejected, cancelled or closed. */
export async function returnPermits(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const store = territoryStore(tx);
  for (const use of await store.usesOf(orderIds)) await store.returnPermit(use);
}

/** Remembers where goods were delivered; a place that is known already stays as it is. */
export const addKnownPoints = (tx: Tx, points: readonly KnownPoint[]): Promise<number> =>
  territoryFactStore(tx).addPoints(points);

/** Adds grants that are not there yet, unchecked: for what is loaded and not decided. */
export async function addGrants(tx: Tx, grants: readonly NewGrant[]): Promise<number> {
  return territoryStore(tx).add(grants.map(grantOf));
}
