/**
 * Loaded into a server process before its program: what the game makes the process believe. The game
 * tells it `{ offsetMs }`, how far its clock goes wrong, or `{ freePages }`, how many pages the disk
 * still has room for (null: as many as there are).
 */

const RealDate = Date;
let offsetMs = Number(process.env.CLOCK_OFFSET_MS ?? 0);
const now = () => RealDate.now() + offsetMs;

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }
  static now() {
    return now();
  }
};

const libsql = require.resolve('libsql');
const opened = new Set();
const Database = require(libsql);
require.cache[libsql].exports = new Proxy(Database, {
  construct(target, parameters) {
    const database = Reflect.construct(target, parameters);
    opened.add(database);
    return database;
  },
});

/** The most pages a file may have when nobody limits it. */
const noLimit = 4_294_967_294;

function limitPages(freePages) {
  for (const database of opened) {
    try {
      const [{ page_count: pages }] = database.prepare('PRAGMA page_count').all();
      database.prepare(`PRAGMA max_page_count = ${freePages === null ? noLimit : pages + freePages}`).all();
    } catch {
      // A connection that was closed meanwhile writes nothing any more.
      opened.delete(database);
    }
  }
}

process.on('message', (told) => {
  if ('offsetMs' in told) offsetMs = told.offsetMs;
  if ('freePages' in told) limitPages(told.freePages);
  process.send?.({ believed: true });
});
// Listening to the game keeps no process alive that has nothing else to do.
process.channel?.unref();
