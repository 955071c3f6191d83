import {
  type Caller,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
  commandsOver,
} from '../platform';
import { type CheckedLine, checkLines, differencesOf } from './count-lines';
import type { Lot } from './model';
import type { CountLine, CountSheet } from './operation-model';
import { changeOnHand } from './operation-service';
import { fromTheEnd, operationStore } from './operation-store';
import { ownerSeen } from './owner-seen';
import { stockStore } from './store';

/** More lots than that are counted on several sheets. */
const lotsPerSheet = 2_000;

export interface OpenSheetInput {
  readonly sheetId: string;
  readonly warehouseId: string;
  /** None: everything that stands there. */
  readonly skuIds: readonly string[];
  readonly note: string;
}

export interface EnterCountsInput {
  readonly sheetId: string;
  readonly commandId: string;
  readonly counts: readonly { readonly lineNo: number; readonly counted: number }[];
}

export interface SheetCommand {
  readonly sheetId: string;
  readonly commandId: string;
}

export interface SheetDetail {
  readonly sheet: CountSheet;
  readonly lines: readonly CheckedLine[];
}

/** The counting desk (盘点): a sheet is opened, counted, and confirmed by somebody who may. */
export function countService({ database, newId }: Platform) {
  const once = commandsOver(database);

  const check = async (tx: Tx, sheet: CountSheet, lines: readonly CountLine[]): Promise<SheetDetail> => {
    const ids = [...new Set(lines.map(({ lotId }) => lotId))];
    if (sheet.state !== 'open') return { sheet, lines: lines.map((line) => ({ ...line, hasMoved: false })) };
    const lots = await stockStore(tx).lots(ids);
    const moved = await operationStore(tx).movedSince(ids, sheet.openedAt);
    const onHand = new Map(lots.map((lot) => [lot.id, lot.onHand]));
    return { sheet, lines: checkLines(lines, onHand, new Map(moved)) };
  };
  const load = async (tx: Tx, ownerId: string, sheetId: string) => {
    const sheet = await operationStore(tx).sheet(ownerId, sheetId);
    if (!sheet) throw new Refused('stock.countUnknown');
    return check(tx, sheet, await operationStore(tx).countLines(sheetId));
  };
  const openLocked = async (tx: Tx, caller: Caller, sheetId: string) => {
    const sheet = await operationStore(tx).sheetLocked(caller.partyId, sheetId);
    if (!sheet) throw new Refused('stock.countUnknown');
    if (sheet.state !== 'open') throw new Refused('stock.countClosed');
    return sheet;
  };

  /** Runs a command on a sheet and answers the sheet as it then stands. */
  const onSheet = async (
    caller: Caller,
    kind: string,
    commandId: string,
    input: { readonly sheetId: string },
    work: (tx: Tx) => Promise<void>,
  ) => {
    await once(caller, kind, commandId, input, async (tx) => {
      await work(tx);
      return {};
    });
    return database.read((tx) => load(tx, caller.partyId, input.sheetId));
  };

  return {
    /**
     * Opens a count sheet over what stands in a warehouse, with what the books say.
     * @throws stock.warehouseUnknown, stock.countTooLarge, stock.nothingToCount, command.idReused
     */
    openCount: (caller: Caller, input: OpenSheetInput): Promise<SheetDetail> =>
      onSheet(caller, 'stock.openCount', input.sheetId, input, async (tx) => {
        const { sheetId, warehouseId, skuIds, note } = input;
        const [warehouse] = await stockStore(tx).warehouses([warehouseId]);
        if (warehouse?.ownerId !== caller.partyId) throw new Refused('stock.warehouseUnknown');
        const lots = await operationStore(tx).lotsToCount(warehouseId, skuIds, lotsPerSheet + 1);
        if (lots.length > lotsPerSheet) throw new Refused('stock.countTooLarge');
        if (lots.length === 0) throw new Refused('stock.nothingToCount');
        await operationStore(tx).addSheet({
          id: sheetId,
          ownerId: caller.partyId,
          warehouseId,
          state: 'open',
          note,
          openedBy: caller.userName,
          openedAt: caller.at,
          closedBy: null,
          closedAt: null,
        });
        await operationStore(tx).addCountLines(
          lots.map(({ id: lotId, skuId, lotNo, quality, onHand }, at) => ({
            sheetId,
            lineNo: at + 1,
            lotId,
            skuId,
            lotNo,
            quality,
            booked: onHand,
            bookedAt: caller.at,
            counted: null,
            countedBy: null,
            difference: null,
          })),
        );
      }),

    /**
     * Writes down what was counted; each line is held against what the books say at that moment.
     * @throws stock.countUnknown, stock.countClosed, stock.lineUnknown, command.idReused
     */
    enterCounts: (caller: Caller, input: EnterCountsInput): Promise<SheetDetail> =>
      onSheet(caller, 'stock.enterCounts', input.commandId, input, async (tx) => {
        const sheet = await openLocked(tx, caller, input.sheetId);
        const lines = keyBy(await operationStore(tx).countLines(sheet.id), ({ lineNo }) => String(lineNo));
        const named = input.counts.map(({ lineNo, counted }) => {
          const line = lines.get(String(lineNo));
          if (!line) throw new Refused('stock.lineUnknown', String(lineNo));
          return { ...line, counted };
        });
        const lots = keyBy(await stockStore(tx).lotsLocked(named.map(({ lotId }) => lotId)), ({ id }) => id);
        const counted = named.map((line) => ({ ...line, booked: lots.get(line.lotId)?.onHand ?? 0 }));
        await operationStore(tx).writeCounts(sheet.id, caller.userName, caller.at, counted);
      }),

    /**
     * Posts the differences of what was counted; what was not counted stays as it is.
     * @throws stock.countUnknown, stock.countClosed, stock.countMoved, stock.reserved, command.idReused
     */
    confirmCount: (caller: Caller, input: SheetCommand): Promise<SheetDetail> =>
      onSheet(caller, 'stock.confirmCount', input.commandId, input, async (tx) => {
        const sheet = await openLocked(tx, caller, input.sheetId);
        const all = await operationStore(tx).countLines(sheet.id);
        const counted = all.filter((line) => line.counted !== null);
        const lots = keyBy(
          await stockStore(tx).lotsLocked(counted.map(({ lotId }) => lotId)),
          ({ id }) => id,
        );
        const { lines } = await check(tx, sheet, counted);
        const moved = lines.filter(({ hasMoved }) => hasMoved);
        if (moved.length > 0)
          throw new Refused('stock.countMoved', moved.map(({ lotNo }) => lotNo).join(', '));
        for (const { lotId, change } of differencesOf(counted)) {
          await changeOnHand(tx, newId, lots.get(lotId) as Lot, change, {
            kind: 'count',
            documentKind: 'count',
            documentId: sheet.id,
            actorId: caller.userId,
            reason: sheet.note,
            at: caller.at,
          });
        }
        await operationStore(tx).writeDifferences(sheet.id);
        await operationStore(tx).closeSheet(sheet.id, 'confirmed', caller.userName, caller.at);
      }),

    /** @throws stock.countUnknown, stock.countClosed, command.idReused */
    cancelCount: (caller: Caller, input: SheetCommand): Promise<SheetDetail> =>
      onSheet(caller, 'stock.cancelCount', input.commandId, input, async (tx) => {
        const sheet = await openLocked(tx, caller, input.sheetId);
        await operationStore(tx).closeSheet(sheet.id, 'cancelled', caller.userName, caller.at);
      }),

    /** @throws stock.countUnknown */
    count: (caller: Caller, sheetId: string) => database.read((tx) => load(tx, caller.partyId, sheetId)),

    /** Newest first; HQ may ask for anybody's. */
    counts: (
      caller: Caller,
      query: { ownerId?: string | undefined; cursor?: string | undefined; limit: number },
    ) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'number', 'string') : fromTheEnd;
        const owner = ownerSeen(caller, query.ownerId);
        const found = await operationStore(tx).sheetPage(owner, before, query.limit + 1);
        return pageOf(found, query.limit, ({ openedAt, id }) => [openedAt, id]);
      }),
  };
}
