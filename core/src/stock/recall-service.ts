import { type Caller, pageOf, type Platform, readCursor, Refused, type Tx, commandsOver } from '../platform';
import { loadSkus } from '../catalog';
import type { Lot } from './model';
import { fromTheEnd } from './operation-store';
import type { Recall, RecallStep } from './recall-model';
import { recallStore } from './recall-store';

export interface OpenRecallInput {
  readonly recallId: string;
  readonly skuId: string;
  /** Left out: every lot of the SKU. */
  readonly lotNo?: string | undefined;
  readonly reason: string;
}

export interface CloseRecallInput {
  readonly recallId: string;
  readonly commandId: string;
  /** True when the goods are sound: they are free again. */
  readonly release: boolean;
  readonly note: string;
}

/** A recall with where its goods are now and what has become of them. */
export interface RecallHoldings {
  readonly recall: Recall;
  /** Lots it stops, with what they hold; whoever owns them. */
  readonly lots: readonly Lot[];
  readonly inTransit: readonly {
    readonly ownerId: string;
    readonly toWarehouseId: string;
    readonly lotNo: string;
    readonly quantity: number;
  }[];
  /** Every lot there ever was of it: deliveries came out of these. */
  readonly lotIds: readonly string[];
  readonly destroyed: number;
  readonly steps: readonly RecallStep[];
}

/** Where the goods of a recall are, in every owner's books. @throws stock.recallUnknown */
export async function recallHoldings(tx: Tx, recallId: string): Promise<RecallHoldings> {
  const store = recallStore(tx);
  const recall = await store.recall(recallId);
  if (!recall) throw new Refused('stock.recallUnknown');
  return {
    recall,
    lots: await store.lots(recallId),
    inTransit: await store.inTransit(recall),
    lotIds: await store.lotIds(recall),
    destroyed: await store.destroyed(recallId, recall.openedAt),
    steps: await store.steps(recallId),
  };
}

/** HQ's recall desk: stops goods wherever they are and follows them up. Access is the route's to check. */
export function recallService({ database, newId }: Platform) {
  const once = commandsOver(database);
  const addStep = (tx: Tx, caller: Caller, recallId: string, note: string) =>
    recallStore(tx).addStep({ id: newId(), recallId, note, actorName: caller.userName, at: caller.at });
  const openLocked = async (tx: Tx, recallId: string) => {
    const recall = await recallStore(tx).locked(recallId);
    if (!recall) throw new Refused('stock.recallUnknown');
    if (recall.state !== 'open') throw new Refused('stock.recallClosed');
    return recall;
  };

  return {
    /**
     * Opens a recall: every lot of it is stopped at once, in all warehouses of all owners, promised or not.
     * @throws catalog.skuUnknown, command.idReused
     */
    async openRecall(caller: Caller, input: OpenRecallInput): Promise<RecallHoldings> {
      await once(caller, 'stock.openRecall', input.recallId, input, async (tx) => {
        const store = recallStore(tx);
        if (!(await loadSkus(tx, [input.skuId])).has(input.skuId)) throw new Refused('catalog.skuUnknown');
        const recall: Recall = {
          id: input.recallId,
          skuId: input.skuId,
          lotNo: input.lotNo ?? '',
          reason: input.reason,
          state: 'open',
          lotCount: 0,
          stopped: 0,
          openedBy: caller.userName,
          openedAt: caller.at,
          closedBy: null,
          closedAt: null,
          released: null,
        };
        await store.add(recall);
        await store.stop(recall);
        const lots = (await store.lots(recall.id)).filter(({ onHand }) => onHand > 0);
        await store.count(
          recall.id,
          lots.length,
          lots.reduce((total, { onHand }) => total + onHand, 0),
        );
        await addStep(tx, caller, recall.id, input.reason);
        return {};
      });
      return database.read((tx) => recallHoldings(tx, input.recallId));
    },

    /** @throws stock.recallUnknown, stock.recallClosed, command.idReused */
    async noteRecall(caller: Caller, input: { recallId: string; commandId: string; note: string }) {
      await once(caller, 'stock.noteRecall', input.commandId, input, async (tx) => {
        await openLocked(tx, input.recallId);
        await addStep(tx, caller, input.recallId, input.note);
        return {};
      });
      return database.read((tx) => recallHoldings(tx, input.recallId));
    },

    /**
     * Ends a recall. Sound goods are set free; others stay stopped until they are destroyed.
     * @throws stock.recallUnknown, stock.recallClosed, command.idReused
     */
    async closeRecall(caller: Caller, input: CloseRecallInput): Promise<RecallHoldings> {
      await once(caller, 'stock.closeRecall', input.commandId, input, async (tx) => {
        const store = recallStore(tx);
        const recall = await openLocked(tx, input.recallId);
        await store.close(recall.id, input.release, caller.userName, caller.at);
        if (input.release) {
          await store.release(recall.id);
          // What another recall wants as well is stopped by that one from here on.
          for (const other of await store.stoppingOf([recall.skuId])) await store.stop(other);
        }
        await addStep(tx, caller, recall.id, input.note);
        return {};
      });
      return database.read((tx) => recallHoldings(tx, input.recallId));
    },

    /** @throws stock.recallUnknown */
    recall: (recallId: string) => database.read((tx) => recallHoldings(tx, recallId)),

    /** Newest first. */
    recalls: (query: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'number', 'string') : fromTheEnd;
        const found = await recallStore(tx).page(before, query.limit + 1);
        return pageOf(found, query.limit, ({ openedAt, id }) => [openedAt, id]);
      }),
  };
}
