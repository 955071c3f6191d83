import type { Settings } from '@tongpan/core';
import type { RateRules } from './rate-limits';

/** What the HTTP layer is told from outside. */
export interface ServerSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Proxies whose X-Forwarded-For counts: addresses, networks, `loopback`, `private`; empty: none. */
  readonly trustProxy: string;
  /** Browsers reach us over https only. */
  readonly behindHttps: boolean;
  readonly checkOutput: boolean;
  readonly maximumBodyBytes: number;
  /** How long running requests may take to finish once the server closes. */
  readonly shutdownMs: number;
  /** Past this the whole API turns requests away: so long each one waits before it is looked at. */
  readonly lateLimitMs: number;
  /** Empty: `/metrics` answers this machine only. */
  readonly metricsToken: string;
  readonly rates: RateRules;
}

export const defaultServerSettings: ServerSettings = {
  host: '127.0.0.1',
  port: 8080,
  trustProxy: '',
  behindHttps: false,
  checkOutput: false,
  maximumBodyBytes: 1_048_576,
  shutdownMs: 10_000,
  lateLimitMs: 1_000,
  metricsToken: '',
  rates: {
    visitor: { points: 120, windowMs: 60_000 },
    logIn: { points: 30, windowMs: 60_000 },
    picture: { points: 600, windowMs: 60_000 },
    user: { points: 1_200, windowMs: 60_000 },
  },
};

const minuteMs = 60_000;

/** What the program's settings mean to the HTTP layer. */
export function serverSettingsOf(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const requests = { points: settings.requestLimitPerAddress, windowMs: minuteMs };
  return {
    ...defaultServerSettings,
    host: settings.host,
    port: settings.port,
    trustProxy: settings.trustProxy,
    behindHttps: settings.publicUrl?.startsWith('https:') ?? false,
    checkOutput: env.NODE_ENV !== 'production',
    metricsToken: settings.metricsToken,
    rates: {
      visitor: requests,
      logIn: { points: settings.loginLimitPerAddress, windowMs: minuteMs },
      // A screen of goods asks for twenty pictures where it asks once for the goods.
      picture: { points: 5 * requests.points, windowMs: minuteMs },
      user: requests,
    },
  };
}
