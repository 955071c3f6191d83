import type { Core, FileColumns, ImportLine, ImportRun } from '@tongpan/core';
import type { Handlers } from '../http/handlers';
import { at, atOrNull } from './wire';

export const exchangeHandlers = ({ exchange }: Core): Handlers['exchange'] => {
  const viewRun = (run: ImportRun) => ({
    importId: run.id,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    problem: run.problem,
    unknownHeadings: [...run.unknownHeadings],
    rowCount: run.rowCount,
    badCount: run.badCount,
    addedCount: run.addedCount,
    changedCount: run.changedCount,
    sameCount: run.sameCount,
    appliedCount: run.appliedCount,
    refusedCount: run.refusedCount,
    userName: run.userName,
    startedAt: at(run.startedAt),
    finishedAt: atOrNull(run.finishedAt),
  });

  return {
    kinds: async (_input, caller) => ({
      items: exchange.kinds(caller).map(({ kind, columns }) => ({
        kind,
        columns: columns.map(({ heading, isRequired, example }) => ({
          heading,
          required: isRequired,
          example,
        })),
      })),
    }),
    begin: async (input, caller) => viewRun(await exchange.begin(caller, input)),
    addPart: async (input, caller) => viewRun(await exchange.addPart(caller, input)),
    list: async (input, caller) => {
      const { items, nextCursor } = await exchange.list(caller, input);
      return { items: items.map(viewRun), nextCursor };
    },
    get: async ({ importId }, caller) => {
      const { run, sameBefore } = await exchange.get(caller, importId);
      return { ...viewRun(run), sameFileDoneAt: atOrNull(sameBefore?.finishedAt ?? null) };
    },
    rows: async (input, caller) => {
      const { run, items, nextCursor } = await exchange.rows(caller, input);
      const columns = exchange.columnsOf(run.kind);
      return { items: items.map((row) => viewRow(columns, row)), nextCursor };
    },
    confirm: async ({ importId }, caller) => viewRun(await exchange.confirm(caller, importId)),
    cancel: async ({ importId }, caller) => viewRun(await exchange.cancel(caller, importId)),
    exportPage: async (input, caller) => exchange.exportPage(caller, input),
    readOrderSheet: ({ content }) => exchange.readOrderSheet(Buffer.from(content, 'base64')),
    orderSheetTemplate: async () => ({
      fileName: '订货模板.xlsx',
      content: (await exchange.orderSheetTemplate()).toString('base64'),
    }),
  };
};

function viewRow(columns: FileColumns, { rowNo, state, change, key, cells, faults, changes }: ImportLine) {
  const byHeading = Object.entries(cells).map(([field, text]) => [columns[field]?.heading ?? field, text]);
  return {
    rowNo,
    state,
    change,
    key,
    cells: Object.fromEntries(byHeading) as Record<string, string>,
    faults: faults.map(({ heading, fault }) => ({ heading, fault })),
    changes: changes.map(({ heading, before, after }) => ({ heading, before, after })),
  };
}
