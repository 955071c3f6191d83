import type { Instant } from '@tongpan/core';

/** An instant as it goes out: ISO 8601, UTC. */
export const at = (instant: Instant): string => new Date(instant).toISOString();

export const atOrNull = (instant: Instant | null): string | null => (instant === null ? null : at(instant));
