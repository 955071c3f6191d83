import type { Redis } from 'ioredis';

/**
 * Takes the lock if it is free. The fencing number outlives the lock, and its floor is the server's
 * time, so that it goes on rising even when Redis has lost its data.
 */
const lock = `
if redis.call('EXISTS', KEYS[1]) == 1 then return nil end
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
local fencing = math.max(last + 1, nowMs)
redis.call('SET', KEYS[2], string.format('%.0f', fencing))
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return fencing`;

const renew = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

const release = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

const increment = `
local isNew = redis.call('EXISTS', KEYS[1]) == 0
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if isNew and tonumber(ARGV[2]) > 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value`;

interface WithScripts {
  tongpanLock(holder: string, fencing: string, owner: string, leaseMs: number): Promise<number | null>;
  tongpanRenew(holder: string, owner: string, leaseMs: number): Promise<number>;
  tongpanRelease(holder: string, owner: string): Promise<number>;
  tongpanIncrement(counter: string, by: number, expiresAfterMs: number): Promise<number>;
}

/** Teaches a connection the scripts that must happen in one step. */
export function defineScripts(redis: Redis) {
  redis.defineCommand('tongpanLock', { numberOfKeys: 2, lua: lock });
  redis.defineCommand('tongpanRenew', { numberOfKeys: 1, lua: renew });
  redis.defineCommand('tongpanRelease', { numberOfKeys: 1, lua: release });
  redis.defineCommand('tongpanIncrement', { numberOfKeys: 1, lua: increment });
  const taught = redis as unknown as WithScripts;
  return {
    lock: taught.tongpanLock.bind(redis),
    renew: taught.tongpanRenew.bind(redis),
    release: taught.tongpanRelease.bind(redis),
    increment: taught.tongpanIncrement.bind(redis),
  };
}
