import type { Instant } from '@tongpan/core';

let lastInstant = Number.NaN;
let lastWords = '';

/** An instant as it goes out: ISO 8601, UTC. What happens together has one instant, which is written once. */
export function at(instant: Instant): string {
  if (instant !== lastInstant) {
    lastWords = new Date(instant).toISOString();
    lastInstant = instant;
  }
  return lastWords;
}

export const atOrNull = (instant: Instant | null): string | null => (instant === null ? null : at(instant));
