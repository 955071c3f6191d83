import { dayMs, dayOf, defineJob, type JobDefinition, type Platform, Refused } from '../platform';
import type { Desk, Written } from './desk-service';
import { exchangeLimits } from './limits';
import { type Headings, matchHeadings } from './match-headings';
import type { Cells, ExchangeKind, Handover, ImportLine, ImportRun } from './model';
import { cellsOf } from './read-row';
import { type SheetLine, sheetLines } from './sheet-service';
import { exchangeStore } from './store';

/** Told as rows are read or written. */
export type Progress = (run: ImportRun) => void;

export const checkJob = 'exchange.check';
export const applyJob = 'exchange.apply';

/** What is done with a file while nobody waits: it is checked, written, and forgotten after a season. */
export function importWork(
  { database, clock, newId }: Pick<Platform, 'database' | 'clock' | 'newId'>,
  desks: ReadonlyMap<ExchangeKind, Desk>,
) {
  const deskOf = (kind: ExchangeKind) => {
    const desk = desks.get(kind);
    if (!desk) throw new Error(`no desk for ${kind}`);
    return desk;
  };
  const handoverOf = (run: ImportRun): Handover => ({
    partyId: run.partyId,
    userId: run.userId,
    importId: run.id,
    newId,
    on: dayOf(clock.now()),
    at: clock.now(),
  });

  const bytesOf = (run: ImportRun) =>
    database.read(async (tx) => {
      const parts: Buffer[] = [];
      for (let partNo = 1; partNo <= run.partCount; partNo += 1) {
        const part = await exchangeStore(tx).part(run.id, partNo);
        if (!part) throw new Error(`part ${partNo} of an import that was complete is not there`);
        parts.push(Buffer.from(part.content, 'base64'));
      }
      return Buffer.concat(parts);
    });

  const fail = (run: ImportRun, problem: string) =>
    database.transaction(async (tx) => {
      await exchangeStore(tx).removeRows(run.id);
      await exchangeStore(tx).removeParts(run.id);
      return exchangeStore(tx).move(run, { state: 'failed', problem, checkedAt: clock.now() });
    });

  /** Writes rows and takes it all back: what the check shows is what the writing does. */
  const tryOut = async (desk: Desk, handover: Handover, rows: readonly Cells[]) => {
    let written: readonly Written[] = [];
    try {
      await database.transaction(async (tx) => {
        written = await desk.write(tx, handover, rows);
        throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
    return written;
  };

  /** Checks lines together and keeps what was found. */
  const checkLines = async (desk: Desk, run: ImportRun, headings: Headings, lines: readonly SheetLine[]) => {
    const read = lines.map(({ cells }) => desk.read(cellsOf(headings, cells)));
    const seen = await database.read((tx) =>
      exchangeStore(tx).keysBefore(
        run.id,
        read.flatMap(({ key }) => (key === '' ? [] : [key])),
      ),
    );
    const told = read.map(({ key, faults }, at) => {
      const before = key === '' ? undefined : seen.get(key);
      if (key !== '' && before === undefined) seen.set(key, lines[at]?.lineNo ?? 0);
      return before === undefined ? faults : [...faults, { heading: '', fault: `与第 ${before} 行重复` }];
    });
    const sound = read.filter((_, at) => told[at]?.length === 0);
    const written = await tryOut(
      desk,
      handoverOf(run),
      sound.map(({ cells }) => cells),
    );
    const writtenOf = new Map(sound.map((line, at) => [line, written[at]]));
    const rows = read.map((line, at): ImportLine => {
      const { faults = [], change = 'same', changes = [] } = writtenOf.get(line) ?? {};
      const all = [...(told[at] ?? []), ...faults];
      return {
        importId: run.id,
        rowNo: lines[at]?.lineNo ?? 0,
        state: all.length > 0 ? 'bad' : 'good',
        change,
        key: line.key,
        cells: line.cells,
        faults: all,
        changes,
      };
    });
    return database.transaction(async (tx) => {
      await exchangeStore(tx).addRows(rows);
      const good = rows.filter(({ state }) => state === 'good');
      const count = (change: ImportLine['change']) => good.filter((row) => row.change === change).length;
      return exchangeStore(tx).move(run, {
        rowCount: run.rowCount + rows.length,
        badCount: run.badCount + rows.length - good.length,
        addedCount: run.addedCount + count('added'),
        changedCount: run.changedCount + count('changed'),
        sameCount: run.sameCount + count('same'),
      });
    });
  };

  /** Begins again from the first line: what an interrupted check had found is forgotten. */
  const beginCheck = (importId: string) =>
    database.transaction(async (tx) => {
      const store = exchangeStore(tx);
      const run = await store.runLocked(importId);
      if (run?.state !== 'checking') return null;
      await store.removeRows(importId);
      return store.move(run, {
        rowCount: 0,
        badCount: 0,
        addedCount: 0,
        changedCount: 0,
        sameCount: 0,
        unknownHeadings: [],
      });
    });

  const check = async (importId: string, onProgress: Progress = () => undefined) => {
    let run = await beginCheck(importId);
    if (!run) return;
    const desk = deskOf(run.kind);
    let headings: Headings | null = null;
    let together: SheetLine[] = [];
    try {
      for await (const line of sheetLines(await bytesOf(run))) {
        if (headings === null) {
          headings = matchHeadings(desk.columns, line.cells);
          const problem = headingProblem(headings);
          if (problem !== null) return onProgress(await fail(run, problem));
          const { unknown } = headings;
          const before: ImportRun = run;
          run = await database.transaction((tx) =>
            exchangeStore(tx).move(before, { unknownHeadings: unknown.slice(0, exchangeLimits.columns) }),
          );
          continue;
        }
        together.push(line);
        if (together.length === exchangeLimits.rowsTogether) {
          run = await checkLines(desk, run, headings, together);
          together = [];
          onProgress(run);
        }
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const words =
        error.code === 'exchange.tooManyRows' ? error.detail : '文件无法识别，请用模板另存为 XLSX 或 CSV';
      return onProgress(await fail(run, words || '文件无法识别'));
    }
    if (headings === null) return onProgress(await fail(run, '文件是空的'));
    if (together.length > 0) {
      run = await checkLines(desk, run, headings, together);
    }
    if (run.rowCount === 0) return onProgress(await fail(run, '只有表头，没有数据'));
    const checked: ImportRun = run;
    onProgress(
      await database.transaction((tx) =>
        exchangeStore(tx).move(checked, { state: 'ready', checkedAt: clock.now() }),
      ),
    );
  };

  /** Writes the next good rows; false when there were none left. */
  const applyRows = (importId: string) =>
    database.transaction(async (tx) => {
      const store = exchangeStore(tx);
      const run = await store.runLocked(importId);
      if (run?.state !== 'applying') return null;
      const desk = deskOf(run.kind);
      const rows = await store.rows({
        importId,
        state: 'good',
        change: null,
        afterRowNo: 0,
        limit: exchangeLimits.rowsTogether,
      });
      if (rows.length === 0) {
        // What was read is kept in rows; the file itself is not needed any more.
        await store.removeParts(importId);
        return store.move(run, { state: 'done', finishedAt: clock.now() });
      }
      // The world may have moved on since the file was checked, so a row may be refused now.
      const written = await desk.write(
        tx,
        handoverOf(run),
        rows.map(({ cells }) => cells),
      );
      const refused = rows.flatMap((row, at) => {
        const faults = written[at]?.faults ?? [];
        return faults.length > 0 ? [{ row, faults }] : [];
      });
      for (const { row, faults } of refused) await store.refuse(importId, row.rowNo, faults);
      const applied = rows.filter((_, at) => written[at]?.faults.length === 0);
      await store.markApplied(
        importId,
        applied.map(({ rowNo }) => rowNo),
      );
      return store.move(run, {
        appliedCount: run.appliedCount + applied.length,
        refusedCount: run.refusedCount + refused.length,
      });
    });

  const apply = async (importId: string, onProgress: Progress = () => undefined) => {
    for (;;) {
      const run = await applyRows(importId);
      if (!run) return;
      onProgress(run);
      if (run.state !== 'applying') return;
    }
  };

  /** Forgets imports of long ago. Answers how many. */
  const purge = async () => {
    const before = clock.now() - exchangeLimits.keptDays * dayMs;
    for (let count = 0; ;) {
      const old = await database.read((tx) => exchangeStore(tx).old(before));
      for (const { id } of old) {
        await database.transaction(async (tx) => {
          await exchangeStore(tx).removeParts(id);
          await exchangeStore(tx).removeRows(id);
          await exchangeStore(tx).removeRun(id);
        });
      }
      count += old.length;
      if (old.length < exchangeLimits.purgedTogether) return count;
    }
  };

  return {
    /** For a tool that has the database itself: does the checking, or the writing, here and now. */
    check,
    apply,
    purge,

    jobs: (): readonly JobDefinition[] => [
      defineJob({ name: checkJob, run: ({ payload }) => check(importIdOf(payload)) }),
      defineJob({ name: applyJob, run: ({ payload }) => apply(importIdOf(payload)) }),
      defineJob({
        name: 'exchange.purge',
        every: { dailyAt: '03:50' },
        run: async ({ log }) => log.info({ imports: await purge() }, 'old imports purged'),
      }),
    ],
  };
}

/** Ends a transaction that was only to show what it would do. */
class TakenBack extends Error {}

const importIdOf = (payload: unknown) => (payload as { readonly importId: string }).importId;

/** Why a file cannot be read at all; null when it can. */
function headingProblem({ missing, twice, places }: Headings): string | null {
  if (places.size === 0) return '第一行不是表头：请用模板的表头';
  if (missing.length > 0) return `缺少列：${missing.join('、')}`.slice(0, 200);
  if (twice.length > 0) return `列重复：${twice.join('、')}`.slice(0, 200);
  return null;
}
