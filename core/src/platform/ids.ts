import { webcrypto } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Clock } from './clock';

/** Makes time-ordered ids of 26 characters (ULID), ascending even within one millisecond. */
export type NewId = () => string;

/** Every millisecond's first id takes sixteen random numbers: they are fetched for many at once. */
const numbersTogether = 1_024;

/** An id maker on the given clock; its randomness comes from the operating system. */
export function idMaker(clock: Clock): NewId {
  const numbers = new Uint32Array(numbersTogether);
  let at = numbersTogether;
  const next = monotonicFactory(() => {
    if (at === numbersTogether) {
      webcrypto.getRandomValues(numbers);
      at = 0;
    }
    at += 1;
    return (numbers[at - 1] ?? 0) / 0x1_0000_0000;
  });
  return () => next(clock.now());
}
