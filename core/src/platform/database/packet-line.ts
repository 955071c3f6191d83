import mysql from 'mysql2';
import type { InsertedColumns } from './columns';
import { encodeValue } from './encode-row';
import type { Line, Outcome, PlainValue } from './line';

/** The driver's connection, as far as it is used here. */
export interface DriverConnection {
  /** Without `values` the text goes out as it is, unsearched for placeholders. */
  query(text: string, values: null, done: (error: Error | null, result: unknown) => void): unknown;
}

/** Stays well below the server's `max_allowed_packet`, 16 MB unless it is set. */
const greatestPacket = 2_000_000;

interface Asked {
  readonly text: string;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * A line to MySQL or MariaDB. Statements asked in the same turn travel in one packet, because a round trip
 * costs more than most of them; they run in their order, and one that fails fails those beside and after it: a
 * deadlock ends the transaction, and what came later would stand by itself.
 */
export function packetLine(connection: DriverConnection) {
  const asked: Asked[] = [];
  let isWaiting = false;
  let isSending = false;
  let opening: string | null = null;
  let failure: Error | null = null;

  const settle = (packet: readonly Asked[], results: readonly unknown[]) =>
    packet.forEach(({ resolve }, at) => resolve(outcomeOf(results[at])));
  const fail = (packet: readonly Asked[], error: Error) => {
    for (const { reject } of packet) reject(error);
  };

  /** One packet at a time: what comes after a failed one must never reach the server. */
  const send = () => {
    if (isSending || asked.length === 0) return;
    const packet = nextPacket(asked);
    if (failure) {
      fail([...packet, ...asked.splice(0)], failure);
      return;
    }
    const texts = packet.map(({ text }) => text);
    const before = opening === null ? 0 : 1;
    if (opening !== null) texts.unshift(opening);
    opening = null;
    isSending = true;
    connection.query(texts.join(';'), null, (error, result) => {
      isSending = false;
      if (error) {
        failure = error;
        fail(packet, error);
      } else {
        settle(packet, (texts.length === 1 ? [result] : (result as unknown[])).slice(before));
      }
      send();
    });
  };
  const flush = () => {
    isWaiting = false;
    send();
  };
  const ask = (text: string) =>
    new Promise<Outcome>((resolve, reject) => {
      asked.push({ text, resolve, reject });
      if (isWaiting) return;
      isWaiting = true;
      // After everything that was already under way in this turn has asked too.
      queueMicrotask(() => process.nextTick(flush));
    });

  const line: Line = {
    execute: (statement, values) => ask(formatStatement(statement, values)),
    insert: async (head, rows, columns) => ask(head + tuplesOf(rows, columns)),
  };
  return {
    ...line,
    /** Says `statement` just before the first one that is asked; never when none is. */
    openWith(statement: string) {
      opening = statement;
    },
    hasSpoken: () => opening === null,
    /** Ends a transaction, whatever failed; what of it has not been sent is not sent any more. */
    rollBack: () => {
      fail(asked.splice(0), failure ?? new Error('the transaction was rolled back'));
      failure = null;
      return ask('ROLLBACK');
    },
  };
}

/** Takes from the front as much as one packet holds. */
function nextPacket(asked: Asked[]): readonly Asked[] {
  let count = 0;
  for (let size = 0; count < asked.length; count += 1) {
    size += (asked[count] as Asked).text.length;
    if (count > 0 && size > greatestPacket) break;
  }
  return asked.splice(0, count);
}

function outcomeOf(result: unknown): Outcome {
  if (Array.isArray(result)) return { records: result, affected: 0 };
  const { affectedRows = 0 } = result as { affectedRows?: number };
  return { records: [], affected: affectedRows };
}

function formatStatement(statement: string, values: readonly PlainValue[]): string {
  if (values.length === 0) return statement;
  const parts = statement.split('?');
  let text = parts[0] as string;
  for (let at = 0; at < values.length; at += 1) text += literal(values[at] as PlainValue) + parts[at + 1];
  return text;
}

/** The rows as tuples of literals. One text grows: rows are what a batch of orders writes most of. */
function tuplesOf(rows: readonly object[], columns: InsertedColumns): string {
  let text = '';
  for (const row of rows) {
    text += text === '' ? '(' : ',(';
    for (let at = 0; at < columns.length; at += 1) {
      const { name, column } = columns[at] as InsertedColumns[number];
      const value = literal(encodeValue((row as Record<string, unknown>)[name], name, column));
      text += at > 0 ? `,${value}` : value;
    }
    text += ')';
  }
  return text;
}

/** What may not stand between single quotes as it is: such a text goes through the driver's own escape. */
const needsEscape = /[\u0000-\u001f'\\]/;

/** A value as it stands in a statement. */
function literal(value: PlainValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return needsEscape.test(value) ? mysql.escape(value) : `'${value}'`;
}
