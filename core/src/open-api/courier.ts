import type { HookOutcome } from './after-delivery';

/** One message as it leaves: `body` are the very bytes that were signed. */
export interface HookLetter {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who brings messages to the addresses of parties, and only to such as lie outside of the house. */
export interface Courier {
  /** True where a program on this very machine may be told too, over plain http: while one develops. */
  readonly allowsLoopback: boolean;
  /** False for an address that is written as a number of the house’s own or of nobody’s. Names are looked at as one delivers. */
  isOutside(url: string): boolean;
  /** Tries once. Never throws. */
  send(letter: HookLetter): Promise<HookOutcome>;
}
