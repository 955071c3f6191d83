import { createHash } from 'node:crypto';
import { type Caller, pageOf, type Platform, readCursor, Refused, type Tx } from '../platform';
import { applyJob, checkJob } from './import-work-service';
import { exchangeLimits } from './limits';
import { mayExchange } from './may-exchange';
import type { ExchangeKind, ImportLine, ImportRun } from './model';
import { exchangeStore } from './store';

export interface BeginInput {
  readonly importId: string;
  readonly kind: ExchangeKind;
  readonly fileName: string;
  readonly partCount: number;
}

/** 导入: a file in parts, what its check has found, and the yes that has it written. */
export function importService({ database, jobs, clock }: Pick<Platform, 'database' | 'jobs' | 'clock'>) {
  /** @throws exchange.importUnknown */
  const runOf = async (tx: Tx, partyId: string, importId: string) => {
    const run = await exchangeStore(tx).run(partyId, importId);
    if (!run) throw new Refused('exchange.importUnknown');
    return run;
  };

  /** @throws exchange.importUnknown, access.denied */
  const lockedOf = async (tx: Tx, caller: Caller, importId: string) => {
    const run = await exchangeStore(tx).runLocked(importId);
    if (!run || run.partyId !== caller.partyId) throw new Refused('exchange.importUnknown');
    if (!mayExchange(caller, run.kind)) throw new Refused('access.denied');
    return run;
  };

  return {
    /**
     * Opens an import and says how many parts its file comes in. Repeating it gets the same import.
     * @throws access.denied, exchange.tooManyOpen, command.idReused
     */
    begin: (caller: Caller, input: BeginInput) =>
      database.transaction(async (tx) => {
        if (!mayExchange(caller, input.kind)) throw new Refused('access.denied');
        const store = exchangeStore(tx);
        const known = await store.runLocked(input.importId);
        if (known) {
          const isSame =
            known.partyId === caller.partyId &&
            known.kind === input.kind &&
            known.fileName === input.fileName &&
            known.partCount === input.partCount;
          if (!isSame) throw new Refused('command.idReused');
          return known;
        }
        if ((await store.openCount(caller.partyId)) >= exchangeLimits.openImports) {
          throw new Refused('exchange.tooManyOpen');
        }
        const run: ImportRun = {
          id: input.importId,
          partyId: caller.partyId,
          userId: caller.userId,
          userName: caller.userName,
          kind: input.kind,
          fileName: input.fileName,
          partCount: input.partCount,
          fileHash: '',
          state: 'receiving',
          problem: '',
          unknownHeadings: [],
          rowCount: 0,
          badCount: 0,
          addedCount: 0,
          changedCount: 0,
          sameCount: 0,
          appliedCount: 0,
          refusedCount: 0,
          startedAt: caller.at,
          checkedAt: null,
          finishedAt: null,
        };
        await store.add(run);
        return run;
      }),

    /**
     * Takes a part of the file, in base64; the last one that was missing starts the check. A part that is there
     * already may come again.
     * @throws exchange.importUnknown, exchange.stateForbids, exchange.partUnknown, command.idReused
     */
    async addPart(caller: Caller, input: { importId: string; partNo: number; content: string }) {
      const run = await database.transaction(async (tx) => {
        const store = exchangeStore(tx);
        const before = await lockedOf(tx, caller, input.importId);
        if (input.partNo > before.partCount) throw new Refused('exchange.partUnknown');
        if (before.state !== 'receiving') {
          if (['checking', 'ready', 'failed'].includes(before.state)) return before;
          throw new Refused('exchange.stateForbids');
        }
        if ((await store.addPart(input)) === 0) {
          const there = await store.part(input.importId, input.partNo);
          if (there?.content !== input.content) throw new Refused('command.idReused');
        }
        if ((await store.partCount(input.importId)) < before.partCount) return before;
        const hash = createHash('sha256');
        for (let partNo = 1; partNo <= before.partCount; partNo += 1) {
          hash.update(Buffer.from((await store.part(input.importId, partNo))?.content ?? '', 'base64'));
        }
        await jobs.enqueue(tx, {
          name: checkJob,
          key: before.id,
          payload: { importId: before.id },
          runAt: clock.now(),
        });
        return store.move(before, { state: 'checking', fileHash: hash.digest('hex') });
      });
      jobs.poke();
      return run;
    },

    /**
     * Says yes to what the check has shown: the good rows are written in the background.
     * @throws exchange.importUnknown, exchange.stateForbids, exchange.nothingGood
     */
    async confirm(caller: Caller, importId: string) {
      const run = await database.transaction(async (tx) => {
        const before = await lockedOf(tx, caller, importId);
        if (before.state === 'applying' || before.state === 'done') return before;
        if (before.state !== 'ready') throw new Refused('exchange.stateForbids');
        if (before.rowCount === before.badCount) throw new Refused('exchange.nothingGood');
        await jobs.enqueue(tx, { name: applyJob, key: importId, payload: { importId }, runAt: clock.now() });
        return exchangeStore(tx).move(before, { state: 'applying' });
      });
      jobs.poke();
      return run;
    },

    /** Drops an import that has written nothing. @throws exchange.importUnknown, exchange.stateForbids */
    cancel: (caller: Caller, importId: string) =>
      database.transaction(async (tx) => {
        const before = await lockedOf(tx, caller, importId);
        if (before.state === 'cancelled') return before;
        if (before.state === 'applying' || before.state === 'done')
          throw new Refused('exchange.stateForbids');
        await exchangeStore(tx).removeParts(importId);
        return exchangeStore(tx).move(before, { state: 'cancelled', finishedAt: caller.at });
      }),

    /** An import as it stands, and the import that wrote the same file before, if one did. @throws exchange.importUnknown */
    get: (caller: Caller, importId: string) =>
      database.read(async (tx) => {
        const run = await runOf(tx, caller.partyId, importId);
        const sameBefore = run.fileHash === '' ? null : await exchangeStore(tx).sameFileDone(run);
        return { run, sameBefore };
      }),

    /** The caller's imports, newest first. */
    list: (caller: Caller, page: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const after = page.cursor ? readCursor(page.cursor, 'number', 'string') : null;
        const found = await exchangeStore(tx).page(caller.partyId, after, page.limit + 1);
        return pageOf(found, page.limit, ({ startedAt, id }) => [startedAt, id]);
      }),

    /** An import and its rows in the order of the file. @throws exchange.importUnknown */
    rows: (
      caller: Caller,
      query: {
        importId: string;
        state?: ImportLine['state'] | undefined;
        change?: ImportLine['change'] | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const run = await runOf(tx, caller.partyId, query.importId);
        const found = await exchangeStore(tx).rows({
          importId: run.id,
          state: query.state ?? null,
          change: query.change ?? null,
          afterRowNo: query.cursor ? readCursor(query.cursor, 'number')[0] : 0,
          limit: query.limit + 1,
        });
        return { run, ...pageOf(found, query.limit, ({ rowNo }) => [rowNo]) };
      }),
  };
}
