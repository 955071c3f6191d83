import { readSettings, SettingsInvalid } from './settings';

const findingsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.findings;
    throw error;
  }
};

describe('settings', () => {
  it('has a working default for everything', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: './.data',
      databaseUrl: null,
      redisUrl: null,
      roles: ['web', 'worker'],
      databasePool: 12,
      logLevel: 'info',
      sessionDays: 14,
      workLeaseSeconds: 15,
      demo: true,
      wechatConfig: null,
      trustProxy: '',
      loginLimitPerAddress: 20,
      metricsToken: '',
      publicUrl: null,
      requestLimitPerAddress: 1_200,
      flashLimitPerAddress: 6_000,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it('reads what it is given', () => {
    const settings = readSettings({
      PORT: '9000',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/tongpan',
      DATABASE_URL: 'mysql://user:secret@db:3306/tongpan',
      REDIS_URL: 'rediss://cache:6380/2',
      ROLES: 'worker',
      DATABASE_POOL: '64',
      LOG_LEVEL: 'warn',
      SESSION_DAYS: '1',
      DEMO: 'off',
      TRUST_PROXY: 'loopback, 10.0.0.0/8, ::1',
      LOGIN_LIMIT_PER_ADDRESS: '5',
      REQUEST_LIMIT_PER_ADDRESS: '100000',
      FLASH_LIMIT_PER_ADDRESS: '0',
    });

    expect(settings).toMatchObject({
      port: 9_000,
      databaseUrl: 'mysql://user:secret@db:3306/tongpan',
      redisUrl: 'rediss://cache:6380/2',
      roles: ['worker'],
      databasePool: 64,
      demo: false,
      trustProxy: 'loopback, 10.0.0.0/8, ::1',
      requestLimitPerAddress: 100_000,
      flashLimitPerAddress: 0,
    });
  });

  it('takes several hosts of a database, and the sentinels of a Redis with their master', () => {
    const databaseUrl = 'mysql://user:secret@db1:3306,db2:3306,db3/tongpan';
    const redisUrl = 'redis+sentinel://:secret@s1:26379,s2:26379,s3/tongpan/2';

    expect(readSettings({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl })).toMatchObject({
      databaseUrl,
      redisUrl,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'postgres://db/tongpan'],
    ['DATABASE_URL', 'mysql://db:3306/'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://db1,/tongpan'],
    ['DATABASE_URL', 'mysql://db1,db2:x/tongpan'],
    ['REDIS_URL', 'redis+sentinel://s1,s2'],
    ['REDIS_URL', 'redis://one:6379,two:6379'],
    ['REDIS_URL', 'http://cache'],
    ['ROLES', 'web,cook'],
    ['ROLES', ','],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '65'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_DAYS', '-1'],
    ['DEMO', 'maybe'],
    ['TRUST_PROXY', 'on'],
    ['TRUST_PROXY', '10.0.0.0/64'],
    ['LOGIN_LIMIT_PER_ADDRESS', '0'],
    ['REQUEST_LIMIT_PER_ADDRESS', '1e3'],
    ['FLASH_LIMIT_PER_ADDRESS', '-1'],
  ])('refuses %s=%s and says what was expected', (variable, value) => {
    const [finding, ...others] = findingsOf({ [variable]: value });

    expect(finding).toMatch(new RegExp(`^${variable}: expected .+, got .+`));
    expect(others).toEqual([]);
  });

  it('names all that is wrong at once', () => {
    expect(findingsOf({ PORT: 'x', ROLES: 'y', DEMO: 'z' })).toHaveLength(3);
  });

  it('never tells a secret', () => {
    const secret = 'hunter2';
    const addresses = [
      `postgres://user:${secret}@db/tongpan`,
      `user:${secret}@db`,
      `mysql://user:${secret}@db:x/t`,
    ];

    for (const address of addresses) {
      for (const variable of ['DATABASE_URL', 'REDIS_URL']) {
        expect(findingsOf({ [variable]: address }).join()).not.toContain(secret);
      }
    }
  });

  it('is one readable message', () => {
    expect(() => readSettings({ PORT: 'x' })).toThrow(
      'The settings are not valid:\n  PORT: expected a port from 0 to 65535, got "x"',
    );
  });
});
