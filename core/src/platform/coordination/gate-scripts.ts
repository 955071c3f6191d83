import type { Redis } from 'ioredis';

/**
 * What every script of a gate begins with. All keys of a gate share one hash tag. A kept token is the JSON array
 * [buyer, quantity, state h|o|s, endsAt, order, dueAt, grabbedAt, attempts]; of a taker is kept `has token token …`,
 * or -1 when it is barred; of its last request `request attempts second attemptsInIt`, when it lost.
 * ARGV[1] is how far the house's clock stands from that of its machine: 0 but in tests. So a machine whose clock is
 * wrong changes nothing, for all of them live by the time of Redis.
 */
const common = `
local TERMS, TOKENS, DUE, ORDERING, TAKERS, REQUESTS = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local whole = function(number) return string.format('%.0f', number) end
local function taker(buyer)
  local kept = redis.call('HGET', TAKERS, buyer)
  if not kept then return 0, '' end
  local has, tokens = string.match(kept, '^(-?%d+)(.*)$')
  return tonumber(has), tokens
end
local function setTaker(buyer, has, tokens)
  if has == 0 then redis.call('HDEL', TAKERS, buyer) else redis.call('HSET', TAKERS, buyer, whole(has) .. tokens) end
end
local function without(tokens, token)
  local from, to = string.find(tokens, ' ' .. token, 1, true)
  if not from then return tokens end
  return string.sub(tokens, 1, from - 1) .. string.sub(tokens, to + 1)
end
local function keep(token, record) redis.call('HSET', TOKENS, token, cjson.encode(record)) end
local function find(token)
  local raw = redis.call('HGET', TOKENS, token)
  return raw and cjson.decode(raw) or nil
end
local function drop(token, record)
  redis.call('HDEL', TOKENS, token)
  redis.call('ZREM', DUE, token)
  redis.call('ZREM', ORDERING, token)
  local has, tokens = taker(record[1])
  if has > 0 then setTaker(record[1], has - record[2], without(tokens, token)) end
  redis.call('HINCRBY', TERMS, record[3] == 's' and 'sold' or 'held', -record[2])
  redis.call('HINCRBY', TERMS, 'free', record[2])
  return record[2]
end
local function reap()
  local units = 0
  for _, token in ipairs(redis.call('ZRANGEBYSCORE', DUE, '-inf', now, 'LIMIT', 0, 200)) do
    units = units + drop(token, find(token))
  end
  return units
end
local function putSale(token, buyer, quantity)
  local record = find(token)
  if record and record[3] == 's' then return end
  if record then
    redis.call('HINCRBY', TERMS, 'held', -record[2])
    redis.call('ZREM', DUE, token)
    redis.call('ZREM', ORDERING, token)
  else
    record = { buyer, quantity, 's', now, '', now, now, 0 }
    redis.call('HINCRBY', TERMS, 'free', -quantity)
    local has, tokens = taker(buyer)
    if has >= 0 then setTaker(buyer, has + quantity, tokens .. ' ' .. token) end
  end
  record[3] = 's'
  record[6] = now
  redis.call('HINCRBY', TERMS, 'sold', quantity)
  keep(token, record)
end
`;

/** A taker that lost is told so by six reads and two writes, whatever the gate holds. */
const grab = `
local buyer, request, quantity, token = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
local terms = redis.call('HMGET', TERMS, 'state', 'startsAt', 'endsAt', 'perBuyer', 'free', 'held', 'tokenMs', 'pace')
if not terms[1] then return { 'notWarm', now, 0 } end
local known = redis.call('HMGET', REQUESTS, buyer .. ' ' .. request, buyer)
if known[1] then
  local won, units, endsAt = string.match(known[1], '^(%S+) (%d+) (%d+)$')
  return { 'token', now, won, tonumber(units), tonumber(endsAt) }
end
local held = tonumber(terms[6])
local second = math.floor(now / 1000)
local lost, attempts, lastSecond, inSecond = '-', 0, 0, 0
if known[2] then
  lost, attempts, lastSecond, inSecond = string.match(known[2], '^(%S+) (%d+) (%d+) (%d+)$')
  if lost == request then return { 'lost', now, held } end
end
attempts = attempts + 1
inSecond = tonumber(lastSecond) == second and inSecond + 1 or 1
local function remember() redis.call('HSET', REQUESTS, buyer, lost .. ' ' .. whole(attempts) .. ' ' .. whole(second) .. ' ' .. whole(inSecond)) end
local function refuse(answer)
  remember()
  redis.call('HINCRBY', TERMS, 'attempts', 1)
  return { answer, now, held }
end
if terms[1] == 'stopped' or now >= tonumber(terms[3]) then return refuse('over') end
if inSecond > tonumber(terms[8]) then return refuse('tooFast') end
if now < tonumber(terms[2]) then return refuse('early') end
local has, tokens = taker(buyer)
if has < 0 then return refuse('barred') end
if has + quantity > tonumber(terms[4]) then return refuse('capped') end
if tonumber(terms[5]) < quantity and (held == 0 or tonumber(terms[5]) + reap() < quantity) then
  lost = request
  return refuse('lost')
end
local endsAt = now + tonumber(terms[7])
remember()
redis.call('HINCRBY', TERMS, 'attempts', 1)
redis.call('HINCRBY', TERMS, 'free', -quantity)
redis.call('HINCRBY', TERMS, 'held', quantity)
redis.call('HSET', REQUESTS, buyer .. ' ' .. request, token .. ' ' .. whole(quantity) .. ' ' .. whole(endsAt))
setTaker(buyer, has + quantity, tokens .. ' ' .. token)
keep(token, { buyer, quantity, 'h', endsAt, '', endsAt, now, attempts })
redis.call('ZADD', DUE, whole(endsAt), token)
return { 'token', now, token, quantity, endsAt }`;

const redeem = `
local token, buyer, order, leaseMs = ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local state = redis.call('HGET', TERMS, 'state')
if not state then return { 'notWarm' } end
local record = find(token)
if not record or record[1] ~= buyer then return { 'gone' } end
if record[3] ~= 'h' then
  if record[5] ~= order then return { 'used' } end
  return { 'ordering', record[2], record[7], record[8] }
end
if state == 'stopped' then return { 'over' } end
if now >= record[4] then return { 'gone' } end
record[3] = 'o'
record[5] = order
record[6] = now + leaseMs
keep(token, record)
redis.call('ZREM', DUE, token)
redis.call('ZADD', ORDERING, whole(record[6]), token)
return { 'ordering', record[2], record[7], record[8] }`;

const confirm = `
if redis.call('EXISTS', TERMS) == 0 then return 0 end
putSale(ARGV[2], ARGV[3], tonumber(ARGV[4]))
return 1`;

const putBack = `
local record = find(ARGV[2])
if not record or record[3] ~= 'o' or record[5] ~= ARGV[3] then return 0 end
record[3] = 'h'
record[5] = ''
record[6] = record[4]
keep(ARGV[2], record)
redis.call('ZREM', ORDERING, ARGV[2])
redis.call('ZADD', DUE, whole(record[4]), ARGV[2])
return 1`;

const release = `
local units = 0
for at = 2, #ARGV do
  local record = find(ARGV[at])
  if record and record[3] ~= 's' then units = units + drop(ARGV[at], record) end
end
return units`;

const takeBack = `
local record, left = find(ARGV[2]), tonumber(ARGV[3])
if not record or record[3] ~= 's' or record[2] <= left then return 0 end
if left == 0 then return drop(ARGV[2], record) end
local less = record[2] - left
record[2] = left
keep(ARGV[2], record)
redis.call('HINCRBY', TERMS, 'sold', -less)
redis.call('HINCRBY', TERMS, 'free', less)
local has, tokens = taker(record[1])
if has > 0 then setTaker(record[1], has - less, tokens) end
return less`;

const bar = `
local record = find(ARGV[2])
if not record or record[3] ~= 'h' then return 0 end
drop(ARGV[2], record)
setTaker(record[1], -1, '')
return 1`;

const sweep = `return reap()`;

const overdue = `
local found = {}
for _, token in ipairs(redis.call('ZRANGEBYSCORE', ORDERING, '-inf', now, 'LIMIT', 0, ARGV[2])) do
  local record = find(token)
  found[#found + 1] = { token, record[1], record[5] }
end
return found`;

/** ARGV: shift, fencing, readAt, stopped|open, quota, perBuyer, startsAt, endsAt, tokenMs, pace, then the sales. */
const warm = `
local before = redis.call('HMGET', TERMS, 'fencing', 'quota')
if before[1] and tonumber(before[1]) >= tonumber(ARGV[2]) then return 0 end
local quota = tonumber(ARGV[5])
if not before[1] then
  redis.call('DEL', TOKENS, DUE, ORDERING, TAKERS, REQUESTS)
  redis.call('HSET', TERMS, 'free', whole(quota), 'held', 0, 'sold', 0, 'attempts', 0)
else
  redis.call('HINCRBY', TERMS, 'free', quota - tonumber(before[2]))
end
redis.call('HSET', TERMS, 'fencing', ARGV[2], 'state', ARGV[4], 'quota', ARGV[5], 'perBuyer', ARGV[6],
  'startsAt', ARGV[7], 'endsAt', ARGV[8], 'tokenMs', ARGV[9], 'pace', ARGV[10])
local sold = {}
for at = 11, #ARGV, 3 do sold[ARGV[at]] = true end
local kept = redis.call('HGETALL', TOKENS)
for at = 1, #kept, 2 do
  local record = cjson.decode(kept[at + 1])
  if record[3] == 's' and record[6] < tonumber(ARGV[3]) and not sold[kept[at]] then drop(kept[at], record) end
end
for at = 11, #ARGV, 3 do putSale(ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2])) end
return 1`;

/** A gate that was lost is not made again by half: what there is not cannot be stopped. */
const stop = `
if redis.call('EXISTS', TERMS) == 0 then return 0 end
redis.call('HSET', TERMS, 'state', 'stopped')
return 1`;

const heldBy = `
local has, tokens = taker(ARGV[2])
local found = {}
for token in string.gmatch(tokens, '%S+') do
  local record = find(token)
  if record and (record[3] == 'o' or (record[3] == 'h' and record[4] > now)) then
    found[#found + 1] = { token, record[2], record[4], record[3] == 'o' and 1 or 0 }
  end
end
return found`;

const scripts = {
  grab,
  redeem,
  confirm,
  putBack,
  release,
  takeBack,
  bar,
  sweep,
  overdue,
  warm,
  stop,
  heldBy,
} as const;
export type GateScript = keyof typeof scripts;

/** How many keys a gate has. */
export const gateKeys = 6;

type Run = (...parameters: readonly (string | number)[]) => Promise<unknown>;

/** Teaches a connection the scripts of gates: each is one step that nobody sees the half of. */
export function defineGateScripts(redis: Redis): Readonly<Record<GateScript, Run>> {
  const taught: Partial<Record<GateScript, Run>> = {};
  for (const [name, lua] of Object.entries(scripts)) {
    const command = `tongpanGate${name}`;
    redis.defineCommand(command, { numberOfKeys: gateKeys, lua: common + lua });
    taught[name as GateScript] = (Reflect.get(redis, command) as Run).bind(redis);
  }
  return taught as Record<GateScript, Run>;
}
