import { PlatformRefused } from './refusal';

export interface AccessToken {
  readonly token: string;
  readonly appid: string;
  readonly madeAt: number;
  /** Shortened when another one is made early. */
  validUntil: number;
  readonly isForced: boolean;
}

const lifeMs = 7_200_000;
const overlapMs = 5 * 60_000;
const forcedSpacingMs = 30_000;
const forcedPerDay = 20;
const dayMs = 24 * 3_600_000;

export interface Issue {
  readonly token: AccessToken;
  readonly isNew: boolean;
}

/**
 * The stable token of an app: the same one until its last five minutes, then a new one while the old still works for
 * those minutes. Forced, the old one dies at once; not twice within 30 seconds, not over 20 times a day.
 * @throws PlatformRefused 45011, 45009
 */
export function issueToken(
  tokens: readonly AccessToken[],
  asked: { readonly appid: string; readonly isForced: boolean; readonly fresh: string },
  at: number,
): Issue {
  const own = tokens.filter(({ appid }) => appid === asked.appid);
  const current = own.at(-1);
  if (asked.isForced) {
    const forced = own.filter(({ isForced }) => isForced);
    const last = forced.at(-1);
    if (last && at - last.madeAt < forcedSpacingMs) throw new PlatformRefused(45011);
    if (forced.filter(({ madeAt }) => at - madeAt < dayMs).length >= forcedPerDay) {
      throw new PlatformRefused(45009);
    }
    for (const token of own) token.validUntil = Math.min(token.validUntil, at - 1);
  } else if (current && current.validUntil - at > overlapMs) {
    return { token: current, isNew: false };
  }
  const { appid, isForced, fresh } = asked;
  return { token: { token: fresh, appid, isForced, madeAt: at, validUntil: at + lifeMs }, isNew: true };
}

/**
 * The app a token speaks for.
 * @throws PlatformRefused 41001, 40001, 42001
 */
export function checkToken(tokens: readonly AccessToken[], token: string, at: number): string {
  if (!token) throw new PlatformRefused(41001);
  const known = tokens.find((one) => one.token === token);
  if (!known) throw new PlatformRefused(40001);
  if (at > known.validUntil) throw new PlatformRefused(42001);
  return known.appid;
}
