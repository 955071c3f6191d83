import { webcrypto } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Clock } from './clock';

/** Makes time-ordered ids of 26 characters (ULID), ascending even within one millisecond. */
export type NewId = () => string;

/** An id maker on the given clock; its randomness comes from the operating system. */
export function idMaker(clock: Clock): NewId {
  const random = new Uint32Array(1);
  const next = monotonicFactory(() => (webcrypto.getRandomValues(random)[0] ?? 0) / 0x1_0000_0000);
  return () => next(clock.now());
}
