/** Where the platform tells what happened. A pino logger fits as it is. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nowhere = () => undefined;

export const silentLog: Log = { info: nowhere, warn: nowhere, error: nowhere };
