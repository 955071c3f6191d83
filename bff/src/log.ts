import { type Level, type Logger, pino } from 'pino';

/** So many bytes of lines are written together, */
const togetherBytes = 8_192;
/** and fewer after this time. */
const togetherMs = 200;
/** From here on a line is written at once: somebody should read it. */
const urgent = pino.levels.values.warn ?? 40;

let writtenAtMs = Number.NaN;
let field = '';

/** The time as pino writes it; the lines of one millisecond share the words. */
function timeField(): string {
  const now = Date.now();
  if (now !== writtenAtMs) {
    field = `,"time":"${new Date(now).toISOString()}"`;
    writtenAtMs = now;
  }
  return field;
}

/**
 * The program's log on standard output, a JSON object a line. With `together` lines are collected and
 * written behind the requests: a write for each would cost as much as answering. What is collected is
 * written before the process exits; only one that is killed loses it, at most `togetherMs` of requests.
 */
export function openLog(options: {
  readonly level: Level | 'silent';
  readonly together: boolean;
  /** A file or descriptor, standard output unless told. */
  readonly to?: string | number;
}): Logger {
  const { level, together, to = 1 } = options;
  const destination = pino.destination(
    together
      ? { dest: to, sync: false, minLength: togetherBytes, periodicFlush: togetherMs }
      : { dest: to, sync: true },
  );
  return pino(
    {
      level,
      base: null,
      timestamp: timeField,
      hooks: {
        logMethod(words, write, severity) {
          write.apply(this, words);
          if (together && severity >= urgent) destination.flush();
        },
      },
    },
    destination,
  );
}
