import { loadSkus } from '../catalog';
import { loadSupplies } from '../partners';
import {
  type Caller,
  commandsOver,
  groupBy,
  type Instant,
  type JobDefinition,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { checkPromotion } from './check-promotion';
import { sayFaults } from './check-rule';
import { conflictsWith } from './conflicts-with';
import type { BudgetWarning } from './costs/model';
import { costStore } from './costs/store';
import type { Promotion, PromotionState } from './model';
import { promotionStore } from './promotion-store';
import { accrualStore } from './rebates/accrual-store';

/** A promotion as its seller writes it. */
export type PromotionDraft = Omit<Promotion, 'sellerId' | 'version' | 'state'>;

export interface PutPromotion {
  readonly commandId: string;
  /** 0 for a new one. */
  readonly expectedVersion: number;
  readonly promotion: PromotionDraft;
}

export interface PromotionCommand {
  readonly commandId: string;
  readonly promotionId: string;
  readonly expectedVersion: number;
}

export interface PromotionQuery {
  readonly state?: PromotionState | undefined;
  readonly kind?: string | undefined;
  /** Only those whose window touches the one from here */
  readonly from?: Instant | undefined;
  /** to here. */
  readonly until?: Instant | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** How much of a promotion is used, for its budget meter. */
export interface PromotionMeter {
  readonly used: number;
  readonly costFen: number;
  /** The shares of its budget that were warned of, the first warning first. */
  readonly warnings: readonly BudgetWarning[];
}

const noneUsed: PromotionMeter = { used: 0, costFen: 0, warnings: [] };

/** The desk where a seller writes its promotions. What is another seller's is not there. */
export function promotionDeskService({ database, clock }: Pick<Platform, 'database' | 'clock'>) {
  const once = commandsOver(database);

  const metersOf = async (tx: Tx, promotions: readonly Promotion[]) => {
    const ids = promotions.map(({ id }) => id);
    const counts: (Omit<PromotionMeter, 'warnings'> & { promotionId: string })[] =
      await promotionStore(tx).countsOf(ids);
    const warnings = groupBy(
      ids.length === 0 ? [] : await costStore(tx).warnings(ids),
      ({ promotionId }) => promotionId,
    );
    // What pays later is used by settlements, not by orders.
    const settled = (await accrualStore(tx).settledTotals(ids)).map(
      ({ promotionId, buyers, settledFen }) => ({ promotionId, used: buyers, costFen: settledFen }),
    );
    return keyBy(
      [...counts, ...settled].map((meter) => ({
        ...meter,
        warnings: warnings.get(meter.promotionId) ?? noneUsed.warnings,
      })),
      ({ promotionId }) => promotionId,
    );
  };

  /** Writes the next version of a promotion, and keeps it. */
  const write = async (tx: Tx, caller: Caller, promotion: Promotion) => {
    const store = promotionStore(tx);
    const isWritten = promotion.version === 1 ? await store.add(promotion) : await store.change(promotion);
    if (!isWritten) throw new Refused('promotions.versionChanged');
    await store.addVersions([
      {
        promotionId: promotion.id,
        version: promotion.version,
        definition: promotion,
        changedBy: caller.userName,
        changedAt: caller.at,
      },
    ]);
    return promotion;
  };

  const own = async (tx: Tx, caller: Caller, { promotionId, expectedVersion }: PromotionCommand) => {
    const found = await promotionStore(tx).promotionLocked(promotionId);
    if (found?.sellerId !== caller.partyId) throw new Refused('promotions.unknown');
    if (found.version !== expectedVersion) throw new Refused('promotions.versionChanged');
    return found;
  };

  return {
    /** The caller's own promotions, the latest to start first. */
    promotions: (caller: Caller, { state, kind, from, until, cursor, limit }: PromotionQuery) =>
      database.read(async (tx) => {
        const found = await promotionStore(tx).page({
          sellerId: caller.partyId,
          state: state ?? null,
          kind: kind ?? null,
          from: from ?? null,
          until: until ?? null,
          after: cursor ? readCursor(cursor, 'number', 'string') : null,
          limit: limit + 1,
        });
        const page = pageOf(found, limit, ({ startsAt, id }) => [startsAt, id]);
        const meters = await metersOf(tx, page.items);
        return {
          nextCursor: page.nextCursor,
          items: page.items.map((promotion) => ({ promotion, meter: meters.get(promotion.id) ?? noneUsed })),
        };
      }),

    /** One of the caller's promotions with its versions, the newest first. @throws promotions.unknown */
    promotion: (caller: Caller, promotionId: string) =>
      database.read(async (tx) => {
        const store = promotionStore(tx);
        const [promotion] = await store.promotions([promotionId]);
        if (promotion?.sellerId !== caller.partyId) throw new Refused('promotions.unknown');
        const meters = await metersOf(tx, [promotion]);
        return {
          promotion,
          meter: meters.get(promotionId) ?? noneUsed,
          versions: await store.versions(promotionId),
          conflicts: conflictsWith(promotion, await store.live([caller.partyId])),
        };
      }),

    /**
     * Adds a draft or changes a promotion; one that is live counts as changed from the next order on, and orders
     * keep the version they were priced by.
     * @throws promotions.unknown, promotions.versionChanged, promotions.over, promotions.ruleWrong,
     * promotions.skuUnknown, promotions.partyUnknown, command.idReused
     */
    putPromotion: (caller: Caller, input: PutPromotion) =>
      once(caller, 'promotions.put', input.commandId, input, async (tx) => {
        const { promotion: draft, expectedVersion } = input;
        const before =
          expectedVersion === 0
            ? null
            : await own(tx, caller, { ...input, promotionId: draft.id, expectedVersion });
        if (before && !mayChange.has(before.state)) throw new Refused('promotions.over');
        const promotion: Promotion = {
          ...draft,
          sellerId: caller.partyId,
          version: expectedVersion + 1,
          state: before?.state ?? 'draft',
        };
        const faults = checkPromotion(promotion);
        if (faults.length > 0) throw new Refused('promotions.ruleWrong', sayFaults(faults));
        await assertNames(tx, caller, draft);
        return write(tx, caller, promotion);
      }),

    /** Lets a draft count. @throws promotions.unknown, promotions.versionChanged, promotions.notDraft, command.idReused */
    publishPromotion: (caller: Caller, input: PromotionCommand) =>
      once(caller, 'promotions.publish', input.commandId, input, async (tx) => {
        const before = await own(tx, caller, input);
        if (before.state !== 'draft') throw new Refused('promotions.notDraft');
        if (before.endsAt <= caller.at) throw new Refused('promotions.windowOver');
        return write(tx, caller, { ...before, state: 'live', version: before.version + 1 });
      }),

    /**
     * Ends a promotion at once: the next order that is decided anywhere no longer has it.
     * @throws promotions.unknown, promotions.versionChanged, promotions.over, command.idReused
     */
    stopPromotion: (caller: Caller, input: PromotionCommand) =>
      once(caller, 'promotions.stop', input.commandId, input, async (tx) => {
        const before = await own(tx, caller, input);
        if (!mayChange.has(before.state)) throw new Refused('promotions.over');
        return write(tx, caller, { ...before, state: 'stopped', version: before.version + 1 });
      }),

    /** What of the seller's live promotions a draft would stand against. */
    conflicts: (caller: Caller, draft: PromotionDraft) =>
      database.read(async (tx) =>
        conflictsWith(
          { ...draft, sellerId: caller.partyId, version: 0, state: 'live' },
          await promotionStore(tx).live([caller.partyId]),
        ),
      ),

    /** Every ten minutes: what its window has ended is no longer looked at. */
    endPromotionsJob(): JobDefinition {
      return {
        name: 'promotions.end',
        every: { ms: 600_000 },
        run: async () => {
          const end = () =>
            database.transaction((tx) => promotionStore(tx).endPast(clock.now(), endedTogether));
          while ((await end()) === endedTogether);
        },
      };
    },
  };
}

const endedTogether = 100;
const mayChange: ReadonlySet<PromotionState> = new Set(['draft', 'live']);

/** @throws promotions.skuUnknown, promotions.partyUnknown */
async function assertNames(
  tx: Tx,
  caller: Caller,
  { scope, audience, payers, giftSubstitutes }: PromotionDraft,
) {
  const skuIds = [...new Set([...scope.skuIds, ...scope.excludedSkuIds, ...giftSubstitutes])];
  const skus = await loadSkus(tx, skuIds);
  const sku = skuIds.find((id) => !skus.has(id));
  if (sku !== undefined) throw new Refused('promotions.skuUnknown', sku);
  const buyerIds = [...new Set([...audience.buyerIds, ...audience.excludedBuyerIds])];
  const customers = new Set(
    (await loadSupplies(tx, buyerIds)).flatMap(({ sellerId, buyerId }) =>
      sellerId === caller.partyId ? [buyerId] : [],
    ),
  );
  const buyer = buyerIds.find((id) => !customers.has(id));
  if (buyer !== undefined) throw new Refused('promotions.partyUnknown', buyer);
  // A promotion is paid for by its seller, and by those above it.
  const above = (await loadSupplies(tx, [caller.partyId])).map(({ sellerId }) => sellerId);
  const payerIds = new Set([caller.partyId, ...above]);
  const payer = payers.find(({ partyId }) => !payerIds.has(partyId));
  if (payer) throw new Refused('promotions.partyUnknown', payer.partyId);
}
