/** What a code sent to a phone opens; a code for one thing opens no other. */
export type CodePurpose = 'logIn' | 'apply' | 'newPhone' | 'ownPhone';

/** A code on its way to a phone: one at a time for each purpose, kept as a hash. */
export interface PhoneCode {
  readonly purpose: CodePurpose;
  /** Of the phone, and of the user where only that user may use it. */
  readonly whoHash: string;
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly expiresAt: number;
}

/** How many messages a number or an address has ordered in a window that began with its first. */
export interface CodePace {
  /** Which limit and whose; numbers and addresses by hash alone. */
  readonly name: string;
  readonly count: number;
  readonly endsAt: number;
}

export const codeMs = 5 * 60_000;
export const codeTries = 5;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * What text messages may cost: of a number, whatever they are for, and of an address, where a shop full of people needs
 * some. They are kept in the database, for they are money: no restart begins them anew.
 */
export const codeLimits = [
  { of: 'address', name: 'hour', count: 60, windowMs: hourMs, refusal: 'auth.codeTooMany' },
  { of: 'address', name: 'day', count: 200, windowMs: dayMs, refusal: 'auth.codeTooMany' },
  { of: 'phone', name: 'minute', count: 1, windowMs: minuteMs, refusal: 'auth.codeTooSoon' },
  { of: 'phone', name: 'day', count: 10, windowMs: dayMs, refusal: 'auth.codeTooMany' },
] as const;
