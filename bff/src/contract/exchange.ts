import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Id, pageOf, PageQuery } from './fields';
import { route } from './route';

export const ExchangeKind = z.enum(['products', 'partners', 'stock', 'prices', 'limits']);
export const ImportState = z.enum([
  'receiving',
  'checking',
  'ready',
  'applying',
  'done',
  'failed',
  'cancelled',
]);

export const ExchangeColumnView = z.object({
  heading: z.string(),
  required: z.boolean(),
  example: z.string(),
});

export const ImportView = z.object({
  importId: Id,
  kind: ExchangeKind,
  fileName: z.string(),
  state: ImportState,
  /** Why the file as a whole cannot be read; empty when it can. */
  problem: z.string(),
  unknownHeadings: z.array(z.string()),
  rowCount: Count,
  badCount: Count,
  addedCount: Count,
  changedCount: Count,
  sameCount: Count,
  appliedCount: Count,
  refusedCount: Count,
  userName: z.string(),
  startedAt: At,
  finishedAt: At.nullable(),
});

export const ImportRowView = z.object({
  rowNo: z.int(),
  state: z.enum(['good', 'bad', 'applied', 'refused']),
  change: z.enum(['added', 'changed', 'same']),
  key: z.string(),
  cells: z.record(z.string(), z.string()).describe('what the row says, by heading'),
  faults: z.array(z.object({ heading: z.string(), fault: z.string() })),
  changes: z.array(z.object({ heading: z.string(), before: z.string(), after: z.string() })),
});

const ImportId = Id.describe('made by the caller; repeating it gets the same import');
const byId = z.object({ importId: Id });

export const exchangeRoutes = {
  kinds: route(endpoints.exchange.kinds, {
    summary: 'The kinds of file I may hand in and take out, with their columns.',
    access: 'seller',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ kind: ExchangeKind, columns: z.array(ExchangeColumnView) })),
    }),
    errors: [],
  }),
  begin: route(endpoints.exchange.begin, {
    summary: 'Open an import; its file follows in parts.',
    access: 'seller',
    input: z.object({
      importId: ImportId,
      kind: ExchangeKind,
      fileName: z.string().trim().min(1).max(120),
      partCount: z.int().min(1).max(120),
    }),
    output: ImportView,
    errors: ['exchange.tooManyOpen', 'command.idReused'],
  }),
  /** The part that completes the file starts the check. */
  addPart: route(endpoints.exchange.addPart, {
    summary: 'Hand over a part of the file, in base64.',
    access: 'seller',
    input: z.object({
      importId: Id,
      partNo: z.int().min(1).max(120),
      content: z.base64().min(1).max(700_000),
    }),
    output: ImportView,
    errors: ['exchange.importUnknown', 'exchange.partUnknown', 'exchange.stateForbids', 'command.idReused'],
  }),
  list: route(endpoints.exchange.list, {
    summary: 'My imports, newest first.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(ImportView),
    errors: [],
  }),
  get: route(endpoints.exchange.get, {
    summary: 'An import as it stands.',
    access: 'seller',
    input: byId,
    output: ImportView.extend({
      /** When this very file was written before; null when it never was. */
      sameFileDoneAt: At.nullable(),
    }),
    errors: ['exchange.importUnknown'],
  }),
  rows: route(endpoints.exchange.rows, {
    summary: 'Rows of an import, with what is wrong with them and what they would change.',
    access: 'seller',
    input: PageQuery.extend({
      importId: Id,
      state: z.enum(['good', 'bad', 'applied', 'refused']).optional(),
      change: z.enum(['added', 'changed', 'same']).optional(),
    }),
    output: pageOf(ImportRowView),
    errors: ['exchange.importUnknown'],
  }),
  confirm: route(endpoints.exchange.confirm, {
    summary: 'Write the good rows of a checked import.',
    access: 'seller',
    input: byId,
    output: ImportView,
    errors: ['exchange.importUnknown', 'exchange.stateForbids', 'exchange.nothingGood'],
  }),
  cancel: route(endpoints.exchange.cancel, {
    summary: 'Drop an import that has written nothing.',
    access: 'seller',
    input: byId,
    output: ImportView,
    errors: ['exchange.importUnknown', 'exchange.stateForbids'],
  }),
  exportPage: route(endpoints.exchange.exportPage, {
    summary: 'A page of an export, in the columns an import of the same kind reads.',
    access: 'seller',
    input: z.object({
      kind: ExchangeKind,
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(500),
    }),
    output: z.object({ rows: z.array(z.array(z.string())), nextCursor: z.string().nullable() }),
    errors: [],
  }),
  /** Writes nothing: the rows are read by `lists.check`, as rows that were pasted are. */
  readOrderSheet: route(endpoints.exchange.readOrderSheet, {
    summary: 'Read a CSV or XLSX file of up to 1,000 rows to order from, as a clipboard has it.',
    access: 'buyer',
    input: z.object({ content: z.base64().max(700_000).describe('the whole file') }),
    output: z.object({
      text: z.string().describe('a line each, cells between tabs, empty lines where the file has some'),
      lineCount: Count.describe('that say something, a heading among them'),
    }),
    errors: ['exchange.fileUnreadable', 'exchange.tooManyRows', 'exchange.fileTooLarge'],
  }),
  orderSheetTemplate: route(endpoints.exchange.orderSheetTemplate, {
    summary: 'An XLSX file to fill in and order from.',
    access: 'buyer',
    input: z.object({}),
    output: z.object({ fileName: z.string(), content: z.string().describe('base64') }),
    errors: [],
  }),
};
