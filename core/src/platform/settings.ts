import { isIP } from 'node:net';
import { z } from 'zod';
import { addressesIn } from './addresses';

/** What the program is told from outside, by environment variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** `mysql://…`, with several hosts for a cluster; null means the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** `redis://…` or `redis+sentinel://…/master`; null means coordination within this process. */
  readonly redisUrl: string | null;
  readonly roles: readonly ('web' | 'worker')[];
  readonly databasePool: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly sessionDays: number;
  /** How long a worker that fell silent keeps events from the others; a job it runs twice as long. */
  readonly workLeaseSeconds: number;
  /** Loads the demo company when the database is empty. */
  readonly demo: boolean;
  /** Whose word about the caller's address counts: networks, `loopback`, `private`; empty: nobody's. */
  readonly trustProxy: string;
  /** Where browsers reach us; https tells them to stay there. Null: over plain http. */
  readonly publicUrl: string | null;
  /** Who may read `/metrics` from elsewhere; empty: only this machine. */
  readonly metricsToken: string;
  readonly loginLimitPerAddress: number;
  readonly requestLimitPerAddress: number;
  /** Grabs of a flash sale from one address in a minute, over all its people; 0: as many as come. */
  readonly flashLimitPerAddress: number;
  /** The file with WeChat's accounts and keys; null: nothing is paid online, nobody logs in by WeChat. */
  readonly wechatConfig: string | null;
}

/** Settings the program cannot start with. The message is for people and holds no secret. */
export class SettingsInvalid extends Error {
  constructor(readonly findings: readonly string[]) {
    super(['The settings are not valid:', ...findings.map((finding) => `  ${finding}`)].join('\n'));
    this.name = 'SettingsInvalid';
  }
}

const wholeNumber = (from: number, to: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)
    .default(otherwise);

interface ExpectedAddress {
  readonly protocols: readonly string[];
  readonly namesPath: boolean;
  /** It may name several hosts, separated by commas. */
  readonly several?: true;
}

const isAddress = (value: string, { protocols, namesPath }: ExpectedAddress) => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return protocols.includes(protocol) && hostname !== '' && (!namesPath || pathname.length > 1);
};

const address = (...alternatives: readonly ExpectedAddress[]) =>
  z
    .string()
    .refine((value) =>
      alternatives.some((expected) =>
        (expected.several ? addressesIn(value) : [value]).every((one) => isAddress(one, expected)),
      ),
    )
    .nullable()
    .default(null);

const onOff = (otherwise: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false', '1', '0'])
    .transform((value) => ['on', 'true', '1'].includes(value))
    .default(otherwise);

const roles = z
  .string()
  .transform((value) => value.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(['web', 'worker'])).min(1))
  .transform((value) => [...new Set(value)]);

const isNetwork = (word: string) => {
  const [network = '', prefix, ...rest] = word.split('/');
  const longest = isIP(network) === 6 ? 128 : 32;
  const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest);
  return rest.length === 0 && isIP(network) !== 0 && fits;
};

const trustedProxies = z
  .string()
  .transform((value) => (value === 'off' ? '' : value))
  .refine(
    (value) =>
      value === '' ||
      value
        .split(',')
        .map((word) => word.trim())
        .every((word) => word === 'loopback' || word === 'private' || isNetwork(word)),
  )
  .default('');

interface Setting<Value> {
  readonly expected: string;
  readonly schema: z.ZodType<Value>;
}

const perMinute = 'a whole number of requests per minute from 1 to 1000000';

/** Every setting: its variable, what it is, and what is expected of it. */
const table: { readonly [Name in keyof Settings]: Setting<Settings[Name]> & { readonly variable: string } } =
  {
    port: { variable: 'PORT', expected: 'a port from 0 to 65535', schema: wholeNumber(0, 65_535, 8080) },
    host: { variable: 'HOST', expected: 'an address to listen on', schema: z.string().default('127.0.0.1') },
    dataDir: { variable: 'DATA_DIR', expected: 'a folder', schema: z.string().default('./.data') },
    databaseUrl: {
      variable: 'DATABASE_URL',
      expected: 'mysql://user:password@host:port,host:port/database, or nothing for the embedded database',
      schema: address({ protocols: ['mysql:'], namesPath: true, several: true }),
    },
    redisUrl: {
      variable: 'REDIS_URL',
      expected:
        'redis://host:port, rediss://host:port or redis+sentinel://host:port,host:port/master, or nothing for a single process',
      schema: address(
        { protocols: ['redis:', 'rediss:'], namesPath: false },
        { protocols: ['redis+sentinel:'], namesPath: true, several: true },
      ),
    },
    roles: {
      variable: 'ROLES',
      expected: 'web, worker or web,worker',
      schema: roles.default(['web', 'worker']),
    },
    databasePool: {
      variable: 'DATABASE_POOL',
      expected: 'a whole number of connections from 1 to 64',
      schema: wholeNumber(1, 64, 12),
    },
    logLevel: {
      variable: 'LOG_LEVEL',
      expected: 'fatal, error, warn, info, debug, trace or silent',
      schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    },
    sessionDays: {
      variable: 'SESSION_DAYS',
      expected: 'a whole number of days from 1 to 365',
      schema: wholeNumber(1, 365, 14),
    },
    workLeaseSeconds: {
      variable: 'WORK_LEASE_SECONDS',
      expected: 'a whole number of seconds from 1 to 600',
      schema: wholeNumber(1, 600, 15),
    },
    demo: { variable: 'DEMO', expected: 'on or off', schema: onOff(true) },
    trustProxy: {
      variable: 'TRUST_PROXY',
      expected: 'off, or addresses, networks, loopback and private separated by commas',
      schema: trustedProxies,
    },
    publicUrl: {
      variable: 'PUBLIC_URL',
      expected: 'https://host or http://host, or nothing',
      schema: address({ protocols: ['https:', 'http:'], namesPath: false }),
    },
    metricsToken: {
      variable: 'METRICS_TOKEN',
      expected: 'a secret of 16 to 200 characters, or nothing',
      schema: z.string().min(16).max(200).default(''),
    },
    loginLimitPerAddress: {
      variable: 'LOGIN_LIMIT_PER_ADDRESS',
      expected: perMinute,
      schema: wholeNumber(1, 1_000_000, 20),
    },
    requestLimitPerAddress: {
      variable: 'REQUEST_LIMIT_PER_ADDRESS',
      expected: perMinute,
      schema: wholeNumber(1, 1_000_000, 1_200),
    },
    flashLimitPerAddress: {
      variable: 'FLASH_LIMIT_PER_ADDRESS',
      expected: 'a whole number of grabs per minute from 0 (no limit) to 1000000',
      schema: wholeNumber(0, 1_000_000, 6_000),
    },
    wechatConfig: {
      variable: 'WECHAT_CONFIG',
      expected: 'the path of a JSON file, or nothing',
      schema: z.string().nullable().default(null),
    },
  };

/** The environment variable a setting comes from. */
export const variableOf = (name: keyof Settings): string => table[name].variable;

/**
 * Reads the settings; an empty variable counts as absent.
 * @throws SettingsInvalid naming every bad variable and what was expected.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const findings: string[] = [];
  const read = Object.entries(table).map(([name, { variable, expected, schema }]): [string, unknown] => {
    const given = env[variable]?.trim() || undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) return [name, parsed.data];
    findings.push(`${variable}: expected ${expected}, got ${shown(given)}`);
    return [name, undefined];
  });
  if (findings.length > 0) throw new SettingsInvalid(findings);
  return Object.fromEntries(read) as unknown as Settings;
}

/** Something that looks like an address may hold a password, so only its length is told. */
function shown(given: string | undefined) {
  if (given === undefined) return 'nothing';
  return /[:@/]/.test(given) ? `a text of ${given.length} characters` : `"${given.slice(0, 40)}"`;
}
