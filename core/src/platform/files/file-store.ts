import type { Day } from '../clock';

/**
 * Bytes that are no rows: written once under a key, never changed. Keys stand under the day they were made on, so that
 * what lies there can be walked through day by day.
 */
export interface FileStore {
  /** Writes a file; when it answers, the file outlives a power cut. A file is there whole or not at all. */
  put(key: FileKey, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(key: FileKey): Promise<Uint8Array | null>;
  /** What is not there is removed already. */
  remove(key: FileKey): Promise<void>;
  /** The days something was written on, oldest first. */
  days(): Promise<readonly Day[]>;
  /** Everything that lies under a day, halves of writes that never ended among it. */
  keysOf(on: Day): Promise<readonly FileKey[]>;
}

/** `2026-03-15/01J…-full.jpg`. */
export type FileKey = `${Day}/${string}`;
