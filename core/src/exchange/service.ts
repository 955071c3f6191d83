import { type Caller, dayOf, type Platform, readCursor, Refused, writeCursor } from '../platform';
import type { Columns } from './column';
import { desks } from './desks-service';
import { importService } from './import-service';
import { importWork } from './import-work-service';
import { mayExchange } from './may-exchange';
import type { ExchangeKind, Handover } from './model';
import { orderSheetTemplate, readOrderSheet } from './order-sheet-service';

/** Files in and out: the same columns both ways, so that what was taken out can be handed in again. */
export function exchangeService(platform: Platform) {
  return {
    ...importService(platform),
    ...importWork(platform, desks),

    /** The kinds of file a caller may hand in and take out, with their columns. */
    kinds: (caller: Caller) =>
      [...desks.values()]
        .filter(({ kind }) => mayExchange(caller, kind))
        .map(({ kind, columns }) => ({ kind, columns: Object.values(columns) })),

    /** The file of a bulk order as a clipboard has it. @throws exchange.fileUnreadable, exchange.tooManyRows, exchange.fileTooLarge */
    readOrderSheet,
    /** A file to fill in, as XLSX. */
    orderSheetTemplate,

    columnsOf: (kind: ExchangeKind): Columns => desks.get(kind)?.columns ?? {},

    /** A page of an export, in the columns' order. @throws access.denied */
    exportPage: async (
      caller: Caller,
      query: { kind: ExchangeKind; cursor?: string | undefined; limit: number },
    ) => {
      const desk = desks.get(query.kind);
      if (!desk || !mayExchange(caller, query.kind)) throw new Refused('access.denied');
      const handover: Handover = {
        partyId: caller.partyId,
        userId: caller.userId,
        importId: '',
        newId: platform.newId,
        on: dayOf(caller.at),
        at: caller.at,
      };
      return platform.database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const page = await desk.page(tx, handover, after, query.limit);
        const fields = Object.keys(desk.columns);
        return {
          rows: page.rows.map((cells) => fields.map((field) => cells[field] ?? '')),
          nextCursor: page.after === null ? null : writeCursor([page.after]),
        };
      });
    },
  };
}
