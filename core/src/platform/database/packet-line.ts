import mysql from 'mysql2';
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
 * costs more than most of them; they run in their order, and one that fails fails those beside it.
 */
export function packetLine(connection: DriverConnection) {
  let asked: Asked[] = [];
  let isWaiting = false;
  let opening: string | null = null;

  const send = (packet: readonly Asked[]) => {
    const texts = packet.map(({ text }) => text);
    const before = opening === null ? 0 : 1;
    if (opening !== null) texts.unshift(opening);
    opening = null;
    connection.query(texts.join(';'), null, (error, result) => {
      if (error) {
        for (const { reject } of packet) reject(error);
        return;
      }
      const results = texts.length === 1 ? [result] : (result as unknown[]);
      packet.forEach(({ resolve }, at) => resolve(outcomeOf(results[before + at])));
    });
  };
  const flush = () => {
    isWaiting = false;
    let packet: Asked[] = [];
    let size = 0;
    const all = asked;
    asked = [];
    for (const one of all) {
      if (packet.length > 0 && size + one.text.length > greatestPacket) {
        send(packet);
        packet = [];
        size = 0;
      }
      packet.push(one);
      size += one.text.length;
    }
    send(packet);
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
    insert: (head, rows) => ask(head + rows.map((row) => `(${row.map(literal).join(',')})`).join(',')),
  };
  return {
    ...line,
    /** Says `statement` just before the first one that is asked; never when none is. */
    openWith(statement: string) {
      opening = statement;
    },
    hasSpoken: () => opening === null,
  };
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

/** Whether a text may stand between single quotes as it is; any other goes through the driver's own escape. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 39 || code === 92) return false;
  }
  return true;
}

/** A value as it stands in a statement. */
function literal(value: PlainValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return isPlain(value) ? `'${value}'` : mysql.escape(value);
}
