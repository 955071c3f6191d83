import { z } from 'zod';
import type { Clock } from '../clock';
import { keptValue } from './kept-value';
import type { Outcome } from './outcome';
import { callPlatform, jsonOf, type PlatformCaller, type PlatformRequest } from './platform-call';
import { isTokenRefused } from './platform-refusal';

const issued = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Between two forced tokens: they are few, and each ends the one before at once. */
const forcedAtMostEveryMs = 60_000;

export interface TokenedCaller {
  /** Asks with the app's token; when the token is at fault, once more with another. */
  call<T>(request: PlatformRequest<T>): Promise<Outcome<T>>;
}

/**
 * Calls in the name of one app. The stable token is the same for all processes that ask, so each keeps its own and
 * nobody has to be told; a new one is forced only when the platform goes on giving out one that it does not take.
 */
export function tokenedCaller(
  caller: PlatformCaller,
  app: { readonly appid: string; readonly secret: string },
  clock: Clock,
): TokenedCaller {
  let refused: string | null = null;
  let forcedAt = -Infinity;

  const issue = (isForced: boolean) =>
    callPlatform(caller, {
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', ...app, force_refresh: isForced },
      read: (answer) => {
        const read = jsonOf(issued)(answer);
        return read && { value: read.access_token, validMs: read.expires_in * 1_000 };
      },
    });
  const kept = keptValue(async () => {
    const fresh = await issue(false);
    if (fresh.kind !== 'done' || fresh.value.value !== refused) return fresh;
    if (clock.now() - forcedAt < forcedAtMostEveryMs) return fresh;
    forcedAt = clock.now();
    return issue(true);
  }, clock);

  return {
    call: async (request) => {
      const token = await kept.get();
      if (token.kind !== 'done') return unsent(token);
      const first = await withToken(caller, request, token.value);
      if (!isTokenRefused(first)) return first;
      refused = token.value;
      kept.drop(token.value);
      const another = await kept.get();
      if (another.kind !== 'done') return unsent(another);
      return another.value === token.value ? first : withToken(caller, request, another.value);
    },
  };
}

/** Without a token nothing of the request has left. */
const unsent = (outcome: Exclude<Outcome<string>, { readonly kind: 'done' }>): Outcome<never> =>
  outcome.kind === 'unknown' ? { ...outcome, mayRepeat: true } : outcome;

const withToken = <T>(caller: PlatformCaller, request: PlatformRequest<T>, token: string) =>
  callPlatform(caller, { ...request, query: { access_token: token, ...request.query } });
