import type { Clock } from '../clock';
import type { Outcome } from './outcome';

export interface FreshValue {
  readonly value: string;
  readonly validMs: number;
}

export interface KeptValue {
  /** The value, asked for when there is none or its time is nearly over; everybody who waits shares one request. */
  get(): Promise<Outcome<string>>;
  /** Forgets a value that was found to be bad, unless a newer one is there already. */
  drop(value: string): void;
}

/** It is asked for this long before it ends; so long do an old token and a new one work side by side. */
const renewBeforeMs = 300_000;

/** Keeps a value that is valid for a time: a token, a ticket. */
export function keptValue(fetchFresh: () => Promise<Outcome<FreshValue>>, clock: Clock): KeptValue {
  let kept: { readonly value: string; readonly renewAt: number } | null = null;
  let running: Promise<Outcome<string>> | null = null;

  const renew = async (): Promise<Outcome<string>> => {
    const fresh = await fetchFresh();
    if (fresh.kind !== 'done') return fresh;
    const { value, validMs } = fresh.value;
    kept = { value, renewAt: clock.now() + validMs - renewBeforeMs };
    return { kind: 'done', value };
  };

  return {
    get: async () => {
      if (kept && clock.now() < kept.renewAt) return { kind: 'done', value: kept.value };
      running ??= renew().finally(() => {
        running = null;
      });
      return running;
    },
    drop: (value) => {
      if (kept?.value === value) kept = null;
    },
  };
}
