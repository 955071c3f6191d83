import { groupBy } from '../platform/collect';
import { type Day, type Instant } from '../platform/clock';
import { alertTerms, expiryLevel, expiryLevels } from './expiry-level';
import type { AlertLevel, ExpiryAlert } from './expiry-model';
import type { Lot } from './model';

export interface Raised {
  readonly raised: readonly ExpiryAlert[];
  /** Open alerts of lots that have gone on to a worse level. */
  readonly escalatedIds: readonly string[];
}

/**
 * One alert for each lot and level: raises what is new and overtakes what is open at a better level. A
 * level a lot has had an alert for, handled or not, is not raised again.
 */
export function raiseAlerts(
  lots: readonly Lot[],
  stopSaleDays: ReadonlyMap<string, number>,
  known: readonly Pick<ExpiryAlert, 'id' | 'lotId' | 'level' | 'state'>[],
  now: { readonly on: Day; readonly at: Instant; readonly newId: () => string },
): Raised {
  const byLot = groupBy(known, ({ lotId }) => lotId);
  const raised: ExpiryAlert[] = [];
  const escalatedIds: string[] = [];
  for (const lot of lots) {
    const level = expiryLevel(lot, stopSaleDays.get(lot.skuId) ?? 0, now.on);
    if (level === 'normal') continue;
    const before = byLot.get(lot.id) ?? [];
    if (!before.some((alert) => alert.level === level)) raised.push(anAlert(lot, level, now));
    for (const { id, state, level: earlier } of before) {
      if (state === 'open' && rank(earlier) < rank(level)) escalatedIds.push(id);
    }
  }
  return { raised, escalatedIds };
}

const rank = (level: AlertLevel) => expiryLevels.indexOf(level);

function anAlert(
  { id: lotId, ownerId, warehouseId, skuId, lotNo, expiresOn, onHand }: Lot,
  level: AlertLevel,
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): ExpiryAlert {
  return {
    id: newId(),
    lotId,
    level,
    ownerId,
    warehouseId,
    skuId,
    lotNo,
    expiresOn,
    quantity: onHand,
    ...alertTerms(level, at),
    raisedAt: at,
    state: 'open',
    action: null,
    outcome: '',
    closedBy: null,
    closedAt: null,
  };
}
