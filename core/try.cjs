var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// core/src/catalog/check-quantity.ts
function checkQuantity(quantity, limits) {
  const faults = [];
  if (quantity < limits.minimumQuantity) faults.push("minimum");
  if (quantity % limits.multipleQuantity !== 0) faults.push("multiple");
  if (limits.maximumQuantity !== null && quantity > limits.maximumQuantity) faults.push("maximum");
  return { faults, suggested: faults.length > 0 ? nearestValid(quantity, limits) : null };
}
function nearestValid(quantity, limits) {
  const step = limits.multipleQuantity;
  const upwards = Math.ceil(Math.max(quantity, limits.minimumQuantity, 1) / step) * step;
  const most = limits.maximumQuantity;
  if (most === null || upwards <= most) return upwards;
  const downwards = Math.floor(most / step) * step;
  return downwards > 0 && downwards >= limits.minimumQuantity ? downwards : null;
}

// core/src/platform/clock.ts
var systemClock = { now: () => Date.now() };
var shanghaiOffsetMs = 8 * 36e5;
var dayMs = 864e5;
function dayOf(at) {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);
}
function startOfDay(on) {
  return Date.parse(`${on}T00:00:00Z`) - shanghaiOffsetMs;
}
function addDays(on, days) {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
function isWithin(on, startsOn, endsOn) {
  return startsOn <= on && (endsOn === null || on < endsOn);
}

// core/src/platform/collect.ts
function groupBy(values, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
function keyBy(values, keyOf) {
  const found = /* @__PURE__ */ new Map();
  for (const value of values) found.set(keyOf(value), value);
  return found;
}

// core/src/platform/database/columns.ts
var import_typeorm = require("typeorm");
var id = () => ({ kind: "id", length: 40 });
var text = (length) => ({ kind: "text", length });
var longText = () => ({ kind: "longText" });
var day = () => ({ kind: "day", length: 10 });
var integer = () => ({ kind: "integer" });
var big = () => ({ kind: "big" });
var flag = () => ({ kind: "flag" });
var json = () => ({ kind: "json" });
var orNull = (column) => ({ ...column, nullable: true });
var position = () => ({ kind: "position" });
function columnType(column, engine) {
  switch (column.kind) {
    case "id":
    case "text":
    case "day":
      return { type: "varchar", length: String(column.length) };
    case "longText":
    case "json":
      return { type: engine === "sqlite" ? "text" : "mediumtext" };
    case "integer":
      return { type: engine === "sqlite" ? "integer" : "int" };
    case "big":
    case "position":
      return { type: engine === "sqlite" ? "integer" : "bigint" };
    case "flag":
      return { type: "tinyint" };
  }
}
var keyName = (kind, table3, columns) => `${kind}_${table3}_${columns.join("_")}`.slice(0, 64);
var declared = /* @__PURE__ */ new WeakMap();
function table(name, columns, keys) {
  const schema = new import_typeorm.EntitySchema({
    name,
    tableName: name,
    columns: entityColumns(columns, keys.primary, "sqlite"),
    indices: [
      ...(keys.unique ?? []).map((on) => ({ name: keyName("ux", name, on), columns: [...on], unique: true })),
      ...(keys.index ?? []).map((on) => ({ name: keyName("ix", name, on), columns: [...on] }))
    ]
  });
  declared.set(schema, { columns, keys });
  return schema;
}
function schemaFor(schema, engine) {
  const { columns, keys } = declarationOf(schema);
  return new import_typeorm.EntitySchema({ ...schema.options, columns: entityColumns(columns, keys.primary, engine) });
}
function columnsOf(schema) {
  return declarationOf(schema).columns;
}
function declarationOf(schema) {
  const declaration = declared.get(schema);
  if (!declaration) throw new Error("a table that was not declared with table()");
  return declaration;
}
function entityColumns(columns, primary, engine) {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      {
        ...columnType(column, engine),
        nullable: column.nullable ?? false,
        primary: primary.includes(name),
        ...column.kind === "position" ? { generated: "increment" } : {}
      }
    ])
  );
}

// core/src/platform/database/sql.ts
var openTransactions = /* @__PURE__ */ new WeakMap();
function sqlOf(tx) {
  const sql = openTransactions.get(tx);
  if (!sql) throw new Error("this transaction has ended");
  return sql;
}
async function withTx(kind, sql, work) {
  const tx = { kind };
  openTransactions.set(tx, sql);
  try {
    return await work(tx);
  } finally {
    openTransactions.delete(tx);
  }
}
var parametersPerInsert = 3e4;
function sqlOver(runner, engine) {
  const execute = async (statement, parameters2) => {
    const expanded = expandParameters(statement, parameters2);
    return runner.query(expanded.statement, expanded.values, true);
  };
  const rows = async (statement, parameters2 = []) => (await execute(statement, parameters2)).records;
  const run = async (statement, parameters2 = []) => (await execute(statement, parameters2)).affected ?? 0;
  const select = async (table3, rest = "", parameters2 = []) => {
    const columns = Object.entries(columnsOf(table3));
    const list = columns.map(([name]) => `\`${name}\``).join(",");
    const found = await rows(`SELECT ${list} FROM \`${table3.options.name}\` ${rest}`, parameters2);
    return decodeRows(found, columns);
  };
  const insertWith = async (verb, table3, all) => {
    const columns = Object.entries(columnsOf(table3)).filter(([, column]) => column.kind !== "position");
    const head = `${verb} INTO \`${table3.options.name}\` (${columns.map(([name]) => `\`${name}\``).join(",")}) VALUES `;
    const tuple = `(${columns.map(() => "?").join(",")})`;
    const chunk = Math.max(1, Math.floor(parametersPerInsert / columns.length));
    let inserted = 0;
    for (let from = 0; from < all.length; from += chunk) {
      const part = all.slice(from, from + chunk);
      const values = part.flatMap((row) => encodeRow(row, columns));
      const result = await runner.query(head + part.map(() => tuple).join(","), values, true);
      inserted += result.affected ?? 0;
    }
    return inserted;
  };
  return {
    rows,
    run,
    select,
    selectForUpdate: (table3, rest, parameters2) => select(table3, engine === "sqlite" ? rest : `${rest} FOR UPDATE`, parameters2),
    insert: async (table3, all) => {
      await insertWith("INSERT", table3, all);
    },
    insertMissing: (table3, all) => insertWith(engine === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE", table3, all)
  };
}
function expandParameters(statement, parameters2) {
  const values = [];
  let next = 0;
  const expanded = statement.replace(/\?/g, () => {
    if (next >= parameters2.length) throw new Error(`too few parameters: ${statement}`);
    const parameter = parameters2[next++];
    if (!Array.isArray(parameter)) {
      values.push(checkedValue(parameter));
      return "?";
    }
    if (parameter.length === 0) return "NULL";
    for (const value of parameter) values.push(checkedValue(value));
    return parameter.map(() => "?").join(",");
  });
  if (next !== parameters2.length) throw new Error(`too many parameters: ${statement}`);
  return { statement: expanded, values };
}
function checkedValue(value) {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new TypeError(`not a value a statement can carry: ${typeof value} ${String(value)}`);
}
function encodeRow(row, columns) {
  return columns.map(([name, column]) => {
    const value = isJson(row[name], column) ? JSON.stringify(row[name]) : checkedValue(row[name]);
    if (!fits(value, column))
      throw new TypeError(`not a value for ${name} (${column.kind}): ${typeof value}`);
    return value;
  });
}
var isJson = (value, column) => column.kind === "json" && value !== null;
var greatestInteger = 2 ** 31;
function fits(value, column) {
  if (value === null) return column.nullable ?? false;
  if (value === void 0) return false;
  if (column.kind === "integer") return Number(value) >= -greatestInteger && Number(value) < greatestInteger;
  if (column.length === void 0 || typeof value !== "string" || value.length <= column.length) return true;
  return [...value].length <= column.length;
}
function decodeRows(rows, columns) {
  const decoded = columns.filter(([, column]) => column.kind === "json" || column.kind === "flag");
  if (decoded.length === 0) return rows;
  for (const row of rows) {
    for (const [name, column] of decoded) {
      const value = row[name];
      if (value === null) continue;
      row[name] = column.kind === "flag" ? value === 1 : JSON.parse(value);
    }
  }
  return rows;
}

// core/src/platform/refusals.ts
var Refused = class extends Error {
  constructor(code, detail = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
    this.name = "Refused";
  }
  code;
  detail;
};
var Contended = class extends Error {
  constructor(what) {
    super(`contended: ${what}`);
    this.name = "Contended";
  }
};
var Unavailable = class extends Error {
  constructor(what, options) {
    super(`unavailable: ${what}`, options);
    this.name = "Unavailable";
  }
};

// core/src/platform/commands/hash.ts
var import_node_crypto = require("node:crypto");
function hashOf(input) {
  return (0, import_node_crypto.createHash)("sha256").update(canonicalJson(input)).digest("hex");
}
function canonicalJson(input) {
  const plain = JSON.parse(JSON.stringify(input) ?? "null");
  return JSON.stringify(plain, (_key, value) => isRecord(value) ? inKeyOrder(value) : value);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function inKeyOrder(record) {
  const ordered = /* @__PURE__ */ Object.create(null);
  for (const key of Object.keys(record).sort()) ordered[key] = record[key];
  return ordered;
}

// core/src/platform/commands/tables.ts
var commandAnswerTable = table(
  "commandAnswer",
  { commandId: id(), partyId: id(), kind: text(60), inputHash: text(64), outcome: orNull(json()), at: big() },
  { primary: ["commandId"] }
);

// core/src/platform/commands/answer-once.ts
async function answerOnce(tx, command, work) {
  const sql = sqlOf(tx);
  const { commandId, partyId, kind, at } = command;
  const inputHash = hashOf(command.input);
  const taken = { commandId, partyId, kind, inputHash, outcome: null, at };
  if (await sql.insertMissing(commandAnswerTable, [taken]) === 0) {
    const [first] = await sql.select(commandAnswerTable, "WHERE commandId = ?", [commandId]);
    if (!first) throw new Contended("a command whose first try was undone");
    const same = first.partyId === partyId && first.kind === kind && first.inputHash === inputHash;
    if (!same) throw new Refused("command.idReused");
    if (!first.outcome) throw new Error("a command that asks for itself");
    return first.outcome.answer;
  }
  const answer = await work();
  await sql.run("UPDATE commandAnswer SET outcome = ? WHERE commandId = ?", [
    JSON.stringify({ answer }),
    commandId
  ]);
  return answer;
}

// core/src/platform/coordination/local.ts
var import_node_crypto2 = require("node:crypto");
var import_node_events = require("node:events");
var import_rate_limiter_flexible2 = require("rate-limiter-flexible");

// core/src/platform/coordination/rate-limit.ts
var import_rate_limiter_flexible = require("rate-limiter-flexible");
function limiterCache(make) {
  const limiters = /* @__PURE__ */ new Map();
  return (limit) => {
    if (limit.windowMs % 1e3 !== 0) throw new RangeError("a rate limit counts in whole seconds");
    const kind = `${limit.points}/${limit.windowMs}`;
    const limiter = limiters.get(kind) ?? make(limit);
    limiters.set(kind, limiter);
    return limiter;
  };
}
async function takeFrom(limiter, name, { cost = 1 }) {
  try {
    const { remainingPoints } = await limiter.consume(name, cost);
    return { allowed: true, remaining: remainingPoints, retryAfterMs: 0 };
  } catch (error) {
    if (!(error instanceof import_rate_limiter_flexible.RateLimiterRes)) throw error;
    return { allowed: false, remaining: 0, retryAfterMs: Math.max(1, error.msBeforeNext) };
  }
}

// core/src/platform/coordination/local.ts
var countersBetweenSweeps = 1e4;
function openLocal(clock) {
  const locks = /* @__PURE__ */ new Map();
  const lastFencing = /* @__PURE__ */ new Map();
  const counters = /* @__PURE__ */ new Map();
  const topics = new import_node_events.EventEmitter().setMaxListeners(0);
  const limiters = limiterCache(
    ({ points, windowMs }) => new import_rate_limiter_flexible2.RateLimiterMemory({ points, duration: windowMs / 1e3 })
  );
  let closed = false;
  let nextSweepAtSize = countersBetweenSweeps;
  const assertOpen = () => {
    if (closed) throw new Unavailable("coordination");
  };
  const counterOf = (name) => {
    const counter = counters.get(name);
    if (!counter || counter.until > clock.now()) return counter;
    counters.delete(name);
    return void 0;
  };
  const sweep = () => {
    for (const [name, counter] of counters) if (counter.until <= clock.now()) counters.delete(name);
    nextSweepAtSize = counters.size + countersBetweenSweeps;
  };
  const isHeldBy = (name, owner) => {
    const held = locks.get(name);
    return held?.owner === owner && held.until > clock.now();
  };
  return {
    kind: "local",
    async lock(name, { leaseMs }) {
      assertOpen();
      const now = clock.now();
      if ((locks.get(name)?.until ?? 0) > now) return null;
      const owner = (0, import_node_crypto2.randomUUID)();
      const fencing = Math.max((lastFencing.get(name) ?? 0) + 1, now);
      lastFencing.set(name, fencing);
      locks.set(name, { owner, until: now + leaseMs });
      return {
        name,
        owner,
        fencing,
        async renew() {
          assertOpen();
          if (!isHeldBy(name, owner)) return false;
          locks.set(name, { owner, until: clock.now() + leaseMs });
          return true;
        },
        async release() {
          assertOpen();
          return isHeldBy(name, owner) && locks.delete(name);
        }
      };
    },
    async increment(name, by, options = {}) {
      assertOpen();
      const before = counterOf(name);
      const until = before?.until ?? clock.now() + (options.expiresAfterMs ?? Infinity);
      const value = (before?.value ?? 0) + by;
      counters.set(name, { value, until });
      if (counters.size >= nextSweepAtSize) sweep();
      return value;
    },
    async get(name) {
      assertOpen();
      return counterOf(name)?.value ?? null;
    },
    async take(name, limit) {
      assertOpen();
      return takeFrom(limiters(limit), name, limit);
    },
    async publish(topic2, message) {
      assertOpen();
      setImmediate(() => topics.emit(topic2, message));
    },
    async subscribe(topic2, listener) {
      assertOpen();
      topics.on(topic2, listener);
      return async () => {
        topics.off(topic2, listener);
      };
    },
    async ping() {
      assertOpen();
    },
    async close() {
      closed = true;
      topics.removeAllListeners();
    }
  };
}

// core/src/platform/coordination/redis.ts
var import_node_crypto3 = require("node:crypto");
var import_rate_limiter_flexible3 = require("rate-limiter-flexible");

// core/src/platform/coordination/redis-connection.ts
var import_ioredis = require("ioredis");
var connectTimeoutMs = 5e3;
var commandTimeoutMs = 2e3;
var longestReconnectWaitMs = 2e3;
async function connectRedis(url, role) {
  const redis = new import_ioredis.Redis(url, {
    lazyConnect: true,
    connectionName: `tongpan-${role}`,
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(longestReconnectWaitMs, 50 * 2 ** Math.min(times, 10))
  });
  redis.on("error", () => void 0);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw new Unavailable("coordination", { cause: error });
  }
  return redis;
}
async function answering(asked) {
  try {
    return await asked;
  } catch (error) {
    throw new Unavailable("coordination", { cause: error });
  }
}

// core/src/platform/coordination/redis-scripts.ts
var lock = `
if redis.call('EXISTS', KEYS[1]) == 1 then return nil end
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
local fencing = math.max(last + 1, nowMs)
redis.call('SET', KEYS[2], string.format('%.0f', fencing))
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return fencing`;
var renew = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;
var release = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;
var increment = `
local isNew = redis.call('EXISTS', KEYS[1]) == 0
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if isNew and tonumber(ARGV[2]) > 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value`;
function defineScripts(redis) {
  redis.defineCommand("tongpanLock", { numberOfKeys: 2, lua: lock });
  redis.defineCommand("tongpanRenew", { numberOfKeys: 1, lua: renew });
  redis.defineCommand("tongpanRelease", { numberOfKeys: 1, lua: release });
  redis.defineCommand("tongpanIncrement", { numberOfKeys: 1, lua: increment });
  const taught = redis;
  return {
    lock: taught.tongpanLock.bind(redis),
    renew: taught.tongpanRenew.bind(redis),
    release: taught.tongpanRelease.bind(redis),
    increment: taught.tongpanIncrement.bind(redis)
  };
}

// core/src/platform/coordination/redis.ts
var prefix = "tongpan:";
var holderKey = (name) => `${prefix}{lock:${name}}:holder`;
var fencingKey = (name) => `${prefix}{lock:${name}}:fencing`;
var counterKey = (name) => `${prefix}{counter:${name}}`;
var channelOf = (topic2) => `${prefix}${topic2}`;
async function openRedis(url) {
  const commands = await connectRedis(url, "commands");
  const listening = await connectRedis(url, "subscriber").catch((error) => {
    commands.disconnect();
    throw error;
  });
  const scripts = defineScripts(commands);
  const limiters = limiterCache(
    ({ points, windowMs }) => new import_rate_limiter_flexible3.RateLimiterRedis({
      storeClient: commands,
      keyPrefix: `${prefix}rate:${points}/${windowMs}`,
      points,
      duration: windowMs / 1e3
    })
  );
  const topics = listenTo(listening);
  return {
    kind: "redis",
    async lock(name, { leaseMs }) {
      const owner = (0, import_node_crypto3.randomUUID)();
      const holder = holderKey(name);
      const fencing = await answering(scripts.lock(holder, fencingKey(name), owner, leaseMs));
      if (fencing === null) return null;
      return {
        name,
        owner,
        fencing,
        renew: async () => await answering(scripts.renew(holder, owner, leaseMs)) === 1,
        release: async () => await answering(scripts.release(holder, owner)) === 1
      };
    },
    increment: (name, by, options = {}) => answering(scripts.increment(counterKey(name), by, options.expiresAfterMs ?? 0)),
    async get(name) {
      const value = await answering(commands.get(counterKey(name)));
      return value === null ? null : Number(value);
    },
    take: async (name, limit) => answering(takeFrom(limiters(limit), name, limit)),
    async publish(topic2, message) {
      await answering(commands.publish(channelOf(topic2), message));
    },
    subscribe: (topic2, listener) => topics.subscribe(channelOf(topic2), listener),
    async ping() {
      await answering(commands.ping());
    },
    async close() {
      commands.disconnect();
      listening.disconnect();
    }
  };
}
function listenTo(listening) {
  const listeners = /* @__PURE__ */ new Map();
  listening.on("message", (channel, message) => {
    for (const listener of listeners.get(channel) ?? []) listener(message);
  });
  return {
    async subscribe(channel, listener) {
      const known = listeners.get(channel) ?? /* @__PURE__ */ new Set();
      listeners.set(channel, known.add(listener));
      try {
        await answering(listening.subscribe(channel));
      } catch (error) {
        known.delete(listener);
        throw error;
      }
      return async () => {
        known.delete(listener);
        if (known.size > 0 || listeners.get(channel) !== known) return;
        listeners.delete(channel);
        await answering(listening.unsubscribe(channel));
      };
    }
  };
}

// core/src/platform/coordination/with-lock.ts
function keepLock(lock2, leaseMs) {
  const lost = new AbortController();
  let renewing = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renewing.then(() => lock2.renew()).catch(() => true).then((held) => {
      if (!held) lost.abort();
    });
  }, leaseMs / 3);
  return {
    lost: lost.signal,
    async end() {
      clearInterval(timer);
      await renewing;
      await lock2.release().catch(() => false);
    }
  };
}

// core/src/platform/coordination/index.ts
async function openCoordination(options) {
  return options.redisUrl ? openRedis(options.redisUrl) : openLocal(options.clock);
}

// core/src/platform/ids.ts
var import_node_crypto4 = require("node:crypto");
var import_ulid = require("ulid");
function idMaker(clock) {
  const random = new Uint32Array(1);
  const next = (0, import_ulid.monotonicFactory)(() => (import_node_crypto4.webcrypto.getRandomValues(random)[0] ?? 0) / 4294967296);
  return () => next(clock.now());
}

// core/src/platform/jobs/definition.ts
var timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/;
function defineJob(definition) {
  const { name, every } = definition;
  if (every && "ms" in every && !(Number.isSafeInteger(every.ms) && every.ms >= 1e3)) {
    throw new RangeError(`${name}: a job recurs in whole milliseconds, at most once a second`);
  }
  if (every && "dailyAt" in every && !timeOfDay.test(every.dailyAt)) {
    throw new RangeError(`${name}: dailyAt is HH:MM`);
  }
  return definition;
}
function latestSlot(every, now) {
  if ("ms" in every) {
    const dueAt = now - now % every.ms;
    return { key: String(dueAt), dueAt };
  }
  const [, hours, minutes] = timeOfDay.exec(every.dailyAt) ?? [];
  const sinceMidnightMs = (Number(hours) * 60 + Number(minutes)) * 6e4;
  const on = dayOf(now);
  const at = (day2) => ({ key: day2, dueAt: startOfDay(day2) + sinceMidnightMs });
  return at(on).dueAt <= now ? at(on) : at(addDays(on, -1));
}

// core/src/platform/loop.ts
var import_promises = require("node:timers/promises");

// core/src/platform/backoff.ts
function waitAfter(failures, backoff) {
  if (failures >= backoff.attemptLimit) return null;
  return Math.min(backoff.longestWaitMs, backoff.firstWaitMs * 2 ** (failures - 1));
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// core/src/platform/loop.ts
function loopOf(options) {
  let timer = null;
  let isAwake = false;
  let running = null;
  const run = async () => {
    while (isAwake && timer) {
      isAwake = false;
      try {
        await options.round();
      } catch (error) {
        options.log.warn({ error: messageOf(error) }, `${options.name} could not do its round`);
      }
    }
  };
  const wake = () => {
    isAwake = true;
    if (!timer || running) return;
    running = run().finally(() => {
      running = null;
      if (isAwake) wake();
    });
  };
  return {
    wake,
    start() {
      if (timer) return;
      timer = setInterval(wake, options.pollMs);
      wake();
    },
    async stop(longestWaitMs2) {
      if (timer) clearInterval(timer);
      timer = null;
      if (running) await within(running, longestWaitMs2);
    }
  };
}
async function within(work, longestWaitMs2) {
  const enough = new AbortController();
  const bound = (0, import_promises.setTimeout)(longestWaitMs2, void 0, { signal: enough.signal }).catch(() => void 0);
  await Promise.race([work.catch(() => void 0), bound]);
  enough.abort();
}

// core/src/platform/jobs/run-job.ts
var import_node_crypto5 = require("node:crypto");

// core/src/platform/jobs/tables.ts
var slotKeyLength = 160;
var lastErrorLength = 500;
var jobTable = table(
  "job",
  {
    id: id(),
    name: text(60),
    slotKey: text(slotKeyLength),
    payload: orNull(json()),
    state: text(8),
    dueAt: big(),
    runAt: big(),
    attempts: integer(),
    owner: orNull(id()),
    lockedUntil: orNull(big()),
    lastError: orNull(text(lastErrorLength)),
    finishedAt: orNull(big())
  },
  {
    primary: ["id"],
    unique: [["slotKey"]],
    index: [
      ["state", "runAt"],
      ["name", "state"]
    ]
  }
);

// core/src/platform/jobs/store.ts
var jobStore = (tx) => {
  const sql = sqlOf(tx);
  const mine = "WHERE id = ? AND owner = ? AND state = 'running'";
  return {
    insertMissing: (job) => sql.insertMissing(jobTable, [job]),
    /** How many runs of a job are waiting or under way. */
    unfinished: async (name) => {
      const [row] = await sql.rows(
        "SELECT COUNT(*) AS jobs FROM job WHERE name = ? AND state IN ('queued', 'running')",
        [name]
      );
      return row?.jobs ?? 0;
    },
    /** Jobs that may start: queued ones whose time has come, and those whose runner fell silent. */
    due: (names, now, limit) => sql.select(
      jobTable,
      `WHERE name IN (?) AND ((state = 'queued' AND runAt <= ?) OR (state = 'running' AND lockedUntil <= ?))
         ORDER BY runAt, id LIMIT ?`,
      [names, now, now, limit]
    ),
    /** Takes a job as it was seen; no row when somebody was faster. */
    claim: (job, claim) => sql.run(
      `UPDATE job SET state = 'running', owner = ?, lockedUntil = ?, attempts = attempts + 1
         WHERE id = ? AND state = ? AND attempts = ? AND (lockedUntil IS NULL OR lockedUntil = ?)`,
      [claim.owner, claim.lockedUntil, job.id, job.state, job.attempts, job.lockedUntil]
    ),
    renew: (id2, owner, lockedUntil) => sql.run(`UPDATE job SET lockedUntil = ? ${mine}`, [lockedUntil, id2, owner]),
    finish: (id2, owner, now) => sql.run(
      `UPDATE job SET state = 'done', finishedAt = ?, owner = NULL, lockedUntil = NULL, lastError = NULL ${mine}`,
      [now, id2, owner]
    ),
    fail: (id2, owner, failure) => sql.run(
      `UPDATE job SET state = ?, runAt = ?, finishedAt = ?, owner = NULL, lockedUntil = NULL, lastError = ? ${mine}`,
      [
        failure.state,
        failure.runAt,
        failure.finishedAt,
        failure.error.slice(0, lastErrorLength),
        id2,
        owner
      ]
    ),
    dead: (limit) => sql.select(jobTable, "WHERE state = 'dead' ORDER BY finishedAt, id LIMIT ?", [limit]),
    revive: (id2, now) => sql.run(
      "UPDATE job SET state = 'queued', attempts = 0, runAt = ?, finishedAt = NULL WHERE id = ? AND state = 'dead'",
      [now, id2]
    ),
    counts: async () => {
      const rows = await sql.rows(
        "SELECT state, COUNT(*) AS jobs FROM job WHERE state <> 'done' GROUP BY state"
      );
      const of = (state) => rows.find((row) => row.state === state)?.jobs ?? 0;
      return { queued: of("queued"), running: of("running"), dead: of("dead") };
    },
    /** Removes finished runs that were due long ago. */
    removeDone: async (before, limit) => {
      const rows = await sql.rows(
        "SELECT id FROM job WHERE state = 'done' AND runAt < ? ORDER BY runAt LIMIT ?",
        [before, limit]
      );
      if (rows.length === 0) return 0;
      return sql.run("DELETE FROM job WHERE id IN (?)", [rows.map(({ id: id2 }) => id2)]);
    }
  };
};

// core/src/platform/jobs/run-job.ts
async function claimJob({ database, clock, leaseMs }, job) {
  const owner = (0, import_node_crypto5.randomUUID)();
  const lockedUntil = clock.now() + leaseMs;
  const claimed = await database.transaction((tx) => jobStore(tx).claim(job, { owner, lockedUntil }));
  return claimed > 0 ? { job: { ...job, attempts: job.attempts + 1 }, owner } : null;
}
async function runClaimed(run, { job, owner }, definition, stopping) {
  const lease = keepLease(run, job.id, owner);
  const context = {
    key: job.slotKey.slice(job.name.length + 1),
    payload: job.payload,
    dueAt: job.dueAt,
    attempt: job.attempts,
    signal: AbortSignal.any([lease.lost, stopping]),
    log: run.log,
    assertMine: async (tx) => {
      const renewed = await jobStore(tx).renew(job.id, owner, run.clock.now() + run.leaseMs);
      if (renewed === 0) throw new Error(`${job.slotKey} was taken over`);
    }
  };
  try {
    if (job.attempts > run.backoff.attemptLimit) throw new Error("its runner fell silent every time");
    await definition.run(context);
    await run.database.transaction((tx) => jobStore(tx).finish(job.id, owner, run.clock.now()));
  } catch (error) {
    await writeFailure(run, { job, owner }, messageOf(error)).catch(
      (unwritten) => (
        // Its lease runs out, and somebody tries again.
        run.log.warn({ job: job.slotKey, error: messageOf(unwritten) }, "job failure is not written")
      )
    );
  } finally {
    await lease.end();
  }
}
async function writeFailure(run, { job, owner }, error) {
  const now = run.clock.now();
  const waitMs = waitAfter(job.attempts, run.backoff);
  const fields = { job: job.slotKey, attempt: job.attempts, error };
  if (waitMs === null) run.log.error(fields, "job is dead");
  else run.log.warn(fields, "job failed");
  await run.database.transaction(
    (tx) => jobStore(tx).fail(
      job.id,
      owner,
      waitMs === null ? { state: "dead", runAt: job.runAt, finishedAt: now, error } : { state: "queued", runAt: now + waitMs, finishedAt: null, error }
    )
  );
}
function keepLease({ database, clock, log, leaseMs }, id2, owner) {
  const lost = new AbortController();
  let renewing = Promise.resolve();
  const renew2 = async () => {
    try {
      const kept = await database.transaction((tx) => jobStore(tx).renew(id2, owner, clock.now() + leaseMs));
      if (kept === 0) lost.abort();
    } catch (error) {
      log.warn({ job: id2, error: messageOf(error) }, "job lease is not renewed");
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew2);
  }, leaseMs / 3);
  return {
    lost: lost.signal,
    async end() {
      clearInterval(timer);
      await renewing;
    }
  };
}

// core/src/platform/jobs/jobs.ts
var defaults = {
  pollMs: 1e3,
  leaseMs: 3e4,
  atOnce: 4,
  backoff: { firstWaitMs: 5e3, longestWaitMs: 18e5, attemptLimit: 8 },
  keptDays: 30,
  stopWaitMs: 15e3
};
var purgedTogether = 500;
var abortWaitMs = 1e3;
function openJobs(parts, options = {}) {
  const { database, clock, newId, log } = parts;
  const settings = { ...defaults, ...options };
  const run = { ...parts, ...settings };
  const definitions = /* @__PURE__ */ new Map();
  const knownSlots = /* @__PURE__ */ new Map();
  const running = /* @__PURE__ */ new Set();
  let stopping = new AbortController();
  const enqueue = async (tx, { name, key, payload, runAt }) => {
    const slotKey = `${name}:${key}`;
    if (slotKey.length > slotKeyLength) throw new RangeError(`a job's key is too long: ${slotKey}`);
    const added = await jobStore(tx).insertMissing({
      id: newId(),
      name,
      slotKey,
      payload,
      state: "queued",
      dueAt: runAt,
      runAt,
      attempts: 0,
      owner: null,
      lockedUntil: null,
      lastError: null,
      finishedAt: null
    });
    return added > 0;
  };
  const enqueueSlots = async () => {
    for (const { name, every } of definitions.values()) {
      if (!every) continue;
      const { key, dueAt } = latestSlot(every, clock.now());
      if (knownSlots.get(name) === key) continue;
      await database.transaction(async (tx) => {
        if ("ms" in every && await jobStore(tx).unfinished(name) > 0) return;
        await enqueue(tx, { name, key, payload: null, runAt: dueAt });
      });
      knownSlots.set(name, key);
    }
  };
  const startDue = async () => {
    await enqueueSlots();
    const free = settings.atOnce - running.size;
    if (free <= 0) return 0;
    const names = [...definitions.keys()];
    const due = await database.read((tx) => jobStore(tx).due(names, clock.now(), free));
    let started = 0;
    for (const job of due) {
      const definition = definitions.get(job.name);
      if (!definition || stopping.signal.aborted) continue;
      const claimed = await claimJob(run, job);
      if (!claimed) continue;
      started += 1;
      const work = runClaimed(run, claimed, definition, stopping.signal).finally(() => {
        running.delete(work);
        loop.wake();
      });
      running.add(work);
    }
    return started;
  };
  const loop = loopOf({
    name: "jobs",
    pollMs: settings.pollMs,
    log,
    round: async () => {
      await startDue();
    }
  });
  return {
    register(...added) {
      for (const definition of added) {
        if (definitions.has(definition.name)) throw new Error(`two jobs are called ${definition.name}`);
        definitions.set(definition.name, definition);
      }
    },
    enqueue,
    start() {
      stopping = new AbortController();
      loop.start();
    },
    async stop() {
      await loop.stop(settings.stopWaitMs);
      const ended = Promise.all(running);
      await within(ended, settings.stopWaitMs);
      stopping.abort();
      await within(ended, abortWaitMs);
    },
    poke: loop.wake,
    async runDue() {
      do
        await Promise.all(running);
      while (await startDue() > 0);
    },
    dead: (limit) => database.read((tx) => jobStore(tx).dead(limit)),
    retry: async (jobId) => {
      const revived = await database.transaction((tx) => jobStore(tx).revive(jobId, clock.now()));
      if (revived > 0) loop.wake();
      return revived > 0;
    },
    counts: () => database.read((tx) => jobStore(tx).counts()),
    async purge() {
      const before = clock.now() - settings.keptDays * dayMs;
      for (let purged = 0; ; ) {
        const removed = await database.transaction((tx) => jobStore(tx).removeDone(before, purgedTogether));
        purged += removed;
        if (removed < purgedTogether) return purged;
      }
    }
  };
}

// core/src/platform/log.ts
var nowhere = () => void 0;
var silentLog = { info: nowhere, warn: nowhere, error: nowhere };

// core/src/platform/money.ts
var e4PerFen = 100;
function divideHalfUp(numerator, denominator) {
  const doubled = 2n * numerator + denominator;
  const twice = 2n * denominator;
  const quotient = doubled / twice;
  return Number(doubled % twice < 0n ? quotient - 1n : quotient);
}
function lineAmountFen(unitPriceE4, quantity) {
  const product = unitPriceE4 * quantity;
  if (Number.isSafeInteger(product)) return Math.floor((product + e4PerFen / 2) / e4PerFen);
  return divideHalfUp(BigInt(unitPriceE4) * BigInt(quantity), BigInt(e4PerFen));
}
function formatYuan(amountFen) {
  const sign = amountFen < 0 ? "-" : "";
  const whole = Math.abs(amountFen);
  const yuan = Math.floor(whole / 100).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}\xA5${yuan}.${(whole % 100).toString().padStart(2, "0")}`;
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// core/src/platform/database/open.ts
var import_node_path2 = __toESM(require("node:path"));

// core/src/platform/database/mysql.ts
var import_promise = __toESM(require("mysql2/promise"));
var import_typeorm2 = require("typeorm");

// core/src/platform/database/replay.ts
var import_promises2 = require("node:timers/promises");
var replayLimit = 12;
var firstWaitMs = 4;
var longestWaitMs = 250;
async function replaying(attempt) {
  for (let replay = 0; ; replay += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isReplayable(error)) throw isLost(error) ? new Unavailable("database", { cause: error }) : error;
      if (replay >= replayLimit) throw new Unavailable("database too contended", { cause: error });
      const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** replay);
      await (0, import_promises2.setTimeout)(longest * (0.5 + Math.random() / 2));
    }
  }
}
var replayableNumbers = /* @__PURE__ */ new Set([1213, 1205, 1020, 1047]);
function isReplayable(error) {
  if (error instanceof Contended) return true;
  const driver = driverErrorOf(error);
  if (driver.errno !== void 0 && replayableNumbers.has(driver.errno)) return true;
  return /^SQLITE_BUSY/.test(driver.code ?? "") || /database is locked/.test(driver.message ?? "");
}
function isLost(error) {
  return /^(PROTOCOL_|ECONN|ETIMEDOUT|EPIPE|ER_SERVER_SHUTDOWN|ER_CON_COUNT|POOL_CLOSED)/.test(
    driverErrorOf(error).code ?? ""
  );
}
function driverErrorOf(error) {
  const outer = error ?? {};
  return outer.driverError ?? outer;
}

// core/src/platform/database/mysql.ts
var migrationLockSeconds = 120;
async function openMysql(options) {
  const engine = await prepareServer(options.url);
  const source = new import_typeorm2.DataSource({
    type: engine,
    url: options.url,
    charset: "utf8mb4_bin",
    poolSize: options.poolSize,
    supportBigNumbers: true,
    bigNumberStrings: false,
    entities: options.tables.map((table3) => schemaFor(table3, engine)),
    migrations: options.migrations,
    migrationsTableName: "schemaMigration",
    logging: false,
    extra: { decimalNumbers: true, connectTimeout: 5e3 }
  });
  await source.initialize().catch((error) => {
    throw new Unavailable("database", { cause: error });
  });
  await setIsolation(source);
  const onConnection = async (begin, kind, work) => {
    const runner = source.createQueryRunner();
    try {
      await runner.connect();
      if (!begin) return await withTx(kind, sqlOver(runner, engine), work);
      for (const statement of begin.split(";")) await runner.query(statement);
      try {
        const answer = await withTx(kind, sqlOver(runner, engine), work);
        await runner.query("COMMIT");
        return answer;
      } catch (error) {
        await runner.query("ROLLBACK").catch(() => void 0);
        throw error;
      }
    } finally {
      await runner.release();
    }
  };
  return {
    engine,
    transaction: (work) => replaying(() => onConnection("START TRANSACTION", "write", work)),
    read: (work) => replaying(() => onConnection(null, "read", work)),
    snapshot: (work) => replaying(
      () => onConnection(
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;START TRANSACTION WITH CONSISTENT SNAPSHOT",
        "read",
        work
      )
    ),
    migrate: async () => {
      const runner = source.createQueryRunner();
      try {
        await runner.query("SELECT GET_LOCK(?, ?)", ["tongpan.migrate", migrationLockSeconds]);
        await source.runMigrations({ transaction: "none" });
      } finally {
        await runner.query("SELECT RELEASE_LOCK(?)", ["tongpan.migrate"]);
        await runner.release();
      }
    },
    ping: async () => {
      await replaying(() => source.query("SELECT 1"));
    },
    close: () => source.destroy()
  };
}
async function prepareServer(address2) {
  const url = new URL(address2);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = "/";
  const connection = await import_promise.default.createConnection({ uri: url.toString(), connectTimeout: 5e3 }).catch((error) => {
    throw new Unavailable("database", { cause: error });
  });
  try {
    const [rows] = await connection.query("SELECT VERSION() AS version");
    const [known] = await connection.query("SHOW DATABASES LIKE ?", [name]);
    if (known.length === 0) {
      await connection.query("CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", [name]);
    }
    const { version = "" } = rows[0] ?? {};
    return /mariadb/i.test(version) ? "mariadb" : "mysql";
  } finally {
    await connection.end();
  }
}
var readCommitted = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
async function setIsolation(source) {
  const { pool } = source.driver;
  pool.on("connection", (connection) => {
    connection.query(readCommitted);
  });
  await source.query(readCommitted);
}

// core/src/platform/database/sqlite.ts
var import_node_fs = require("node:fs");
var import_node_path = __toESM(require("node:path"));
var import_async_mutex = require("async-mutex");
var import_libsql = __toESM(require("libsql"));
var import_typeorm3 = require("typeorm");
var busyTimeoutMs = 5e3;
async function openSqlite(options) {
  (0, import_node_fs.mkdirSync)(import_node_path.default.dirname(options.file), { recursive: true });
  const writer = await openConnection(options);
  const reader = await openConnection(options);
  await reader.query("PRAGMA query_only = ON");
  const turn = new import_async_mutex.Mutex();
  const writeRunner = writer.createQueryRunner();
  const readRunner = reader.createQueryRunner();
  const inTurn = (work) => turn.runExclusive(async () => {
    await writeRunner.query("BEGIN IMMEDIATE");
    try {
      const answer = await withTx("write", sqlOver(writeRunner, "sqlite"), work);
      await writeRunner.query("COMMIT");
      return answer;
    } catch (error) {
      await writeRunner.query("ROLLBACK").catch(() => void 0);
      throw error;
    }
  });
  return {
    engine: "sqlite",
    transaction: (work) => replaying(() => inTurn(work)),
    read: (work) => replaying(() => withTx("read", sqlOver(readRunner, "sqlite"), work)),
    // A connection of its own: other reads must not be held at this moment of the past.
    snapshot: async (work) => {
      const source = await openConnection(options);
      const runner = source.createQueryRunner();
      try {
        await runner.query("BEGIN");
        return await withTx("read", sqlOver(runner, "sqlite"), work);
      } finally {
        await runner.query("COMMIT").catch(() => void 0);
        await source.destroy();
      }
    },
    // DDL is transactional here, so one transaction around all migrations keeps processes apart.
    migrate: () => replaying(
      () => turn.runExclusive(async () => {
        await writeRunner.query("BEGIN IMMEDIATE");
        try {
          await writer.runMigrations({ transaction: "none" });
          await writeRunner.query("COMMIT");
        } catch (error) {
          await writeRunner.query("ROLLBACK").catch(() => void 0);
          throw error;
        }
      })
    ),
    ping: async () => {
      await readRunner.query("SELECT 1");
    },
    close: async () => {
      await turn.runExclusive(async () => {
        await writer.destroy();
        await reader.destroy();
      });
    }
  };
}
async function openConnection({ file, tables: tables3, migrations: migrations2 }) {
  const source = new import_typeorm3.DataSource({
    type: "better-sqlite3",
    database: file,
    driver: import_libsql.default,
    timeout: busyTimeoutMs,
    statementCacheSize: 200,
    entities: tables3.map((table3) => schemaFor(table3, "sqlite")),
    migrations: migrations2,
    migrationsTableName: "schemaMigration",
    logging: false
  });
  await source.initialize();
  for (const pragma of [`busy_timeout = ${busyTimeoutMs}`, "journal_mode = WAL", "synchronous = FULL"]) {
    await source.query(`PRAGMA ${pragma}`);
  }
  return source;
}

// core/src/platform/database/open.ts
var databaseFile = "tongpan.sqlite";
function openDatabase(settings, schema) {
  const { databaseUrl, databasePool, dataDir } = settings;
  return databaseUrl ? openMysql({ ...schema, url: databaseUrl, poolSize: databasePool }) : openSqlite({ ...schema, file: import_node_path2.default.join(dataDir, databaseFile) });
}

// core/src/platform/outbox/tables.ts
var lastErrorLength2 = 500;
var outboxEventTable = table(
  "outboxEvent",
  {
    position: position(),
    id: id(),
    name: text(60),
    version: integer(),
    aggregate: text(80),
    at: big(),
    payload: json(),
    state: text(8),
    attempts: integer(),
    nextAttemptAt: big(),
    lastError: orNull(text(lastErrorLength2)),
    deliveredAt: orNull(big())
  },
  {
    primary: ["position"],
    unique: [["id"]],
    index: [
      ["state", "position"],
      ["aggregate", "state"]
    ]
  }
);
var outboxSeenTable = table(
  "outboxSeen",
  { eventId: id(), consumer: text(60) },
  { primary: ["eventId", "consumer"] }
);

// core/src/platform/outbox/emit.ts
async function emit(tx, events) {
  if (events.length === 0) return;
  await sqlOf(tx).insert(
    outboxEventTable,
    events.map(({ id: id2, name, version, aggregate, at, payload }) => ({
      position: 0,
      id: id2,
      name,
      version,
      aggregate,
      at,
      payload,
      state: "open",
      attempts: 0,
      nextAttemptAt: at,
      lastError: null,
      deliveredAt: null
    }))
  );
}

// core/src/platform/outbox/outbox.ts
var import_node_crypto6 = require("node:crypto");

// core/src/platform/outbox/store.ts
var outboxStore = (tx) => {
  const sql = sqlOf(tx);
  return {
    /** Events that may be delivered now, in order; none whose aggregate waits for an earlier one. */
    due: (now, limit) => sql.select(
      outboxEventTable,
      `WHERE state = 'open' AND nextAttemptAt <= ? AND NOT EXISTS (
           SELECT 1 FROM outboxEvent AS earlier
           WHERE earlier.aggregate = outboxEvent.aggregate AND earlier.position < outboxEvent.position
             AND (earlier.state = 'dead' OR (earlier.state = 'open' AND earlier.nextAttemptAt > ?)))
         ORDER BY position LIMIT ?`,
      [now, now, limit]
    ),
    seenOf: (eventIds) => sql.select(outboxSeenTable, "WHERE eventId IN (?)", [eventIds]),
    /** Remembers before the effects are made, so that a second deliverer waits and then knows. */
    markSeen: (rows) => sql.insertMissing(outboxSeenTable, rows),
    markDelivered: (positions, now) => sql.run(
      "UPDATE outboxEvent SET state = 'done', deliveredAt = ?, lastError = NULL WHERE position IN (?) AND state <> 'done'",
      [now, positions]
    ),
    /** Counts a failure once, whoever else saw the same attempt fail. */
    markFailed: (event, failure) => sql.run(
      `UPDATE outboxEvent SET attempts = attempts + 1, state = ?, nextAttemptAt = ?, lastError = ?
         WHERE position = ? AND state = 'open' AND attempts = ?`,
      [
        failure.state,
        failure.nextAttemptAt,
        failure.error.slice(0, lastErrorLength2),
        event.position,
        event.attempts
      ]
    ),
    dead: (limit) => sql.select(outboxEventTable, "WHERE state = 'dead' ORDER BY position LIMIT ?", [limit]),
    revive: (eventId, now) => sql.run(
      "UPDATE outboxEvent SET state = 'open', attempts = 0, nextAttemptAt = ? WHERE id = ? AND state = 'dead'",
      [now, eventId]
    ),
    counts: async () => {
      const rows = await sql.rows(
        "SELECT state, COUNT(*) AS events, MIN(at) AS oldestAt FROM outboxEvent WHERE state IN ('open', 'dead') GROUP BY state"
      );
      const open = rows.find(({ state }) => state === "open");
      const dead = rows.find(({ state }) => state === "dead");
      return { open: open?.events ?? 0, dead: dead?.events ?? 0, oldestOpenAt: open?.oldestAt ?? null };
    },
    oldestDelivered: (limit) => sql.rows(
      "SELECT position, id, deliveredAt FROM outboxEvent WHERE state = 'done' ORDER BY position LIMIT ?",
      [limit]
    ),
    remove: async (events) => {
      await sql.run("DELETE FROM outboxSeen WHERE eventId IN (?)", [events.map(({ id: id2 }) => id2)]);
      await sql.run("DELETE FROM outboxEvent WHERE position IN (?)", [
        events.map(({ position: position2 }) => position2)
      ]);
    }
  };
};

// core/src/platform/outbox/deliver.ts
async function deliverBatch(delivery) {
  const { database, clock, log, batchSize } = delivery;
  const events = await database.read((tx) => outboxStore(tx).due(clock.now(), batchSize));
  if (events.length === 0) return 0;
  try {
    await deliverTogether(delivery, events);
  } catch (error) {
    log.warn({ error: messageOf(error), events: events.length }, "outbox batch is delivered one by one");
    await deliverOneByOne(delivery, events);
  }
  return events.length;
}
async function deliverTogether({ database, clock, consumers }, events) {
  await database.transaction(async (tx) => {
    const store = outboxStore(tx);
    const seen = new Set((await store.seenOf(events.map(({ id: id2 }) => id2))).map(seenKey));
    const wanted = events.flatMap(
      (event) => consumersOf(consumers, event).filter((consumer) => !seen.has(seenKey({ eventId: event.id, consumer: consumer.name }))).map((consumer) => ({ event, consumer }))
    );
    const rows = wanted.map(({ event, consumer }) => ({ eventId: event.id, consumer: consumer.name }));
    if (rows.length > 0 && await store.markSeen(rows) < rows.length) {
      throw new Contended("another process delivers the same events");
    }
    for (const { event, consumer } of wanted) await consumer.handle(tx, event);
    await store.markDelivered(
      events.map(({ position: position2 }) => position2),
      clock.now()
    );
  });
}
async function deliverOneByOne(delivery, events) {
  const heldBack = /* @__PURE__ */ new Set();
  for (const event of events) {
    if (heldBack.has(event.aggregate)) continue;
    const error = await deliverOne(delivery, event);
    if (error !== null) heldBack.add(event.aggregate);
    await settle(delivery, event, error);
  }
}
async function deliverOne({ database, consumers, log }, event) {
  let failed = null;
  for (const consumer of consumersOf(consumers, event)) {
    try {
      await database.transaction(async (tx) => {
        const isFirst = await outboxStore(tx).markSeen([{ eventId: event.id, consumer: consumer.name }]);
        if (isFirst) await consumer.handle(tx, event);
      });
    } catch (error) {
      failed = `${consumer.name}: ${messageOf(error)}`;
      log.warn(
        { event: event.id, name: event.name, attempt: event.attempts + 1, error: failed },
        "event failed"
      );
    }
  }
  return failed;
}
async function settle({ database, clock, log, backoff }, event, error) {
  const now = clock.now();
  if (error === null) {
    await database.transaction((tx) => outboxStore(tx).markDelivered([event.position], now));
    return;
  }
  const waitMs = waitAfter(event.attempts + 1, backoff);
  const state = waitMs === null ? "dead" : "open";
  if (waitMs === null) log.error({ event: event.id, name: event.name, error }, "event is dead");
  await database.transaction(
    (tx) => outboxStore(tx).markFailed(event, { state, nextAttemptAt: now + (waitMs ?? 0), error })
  );
}
var seenKey = ({ eventId, consumer }) => `${eventId} ${consumer}`;
var consumersOf = (consumers, event) => consumers.filter(({ events }) => events.includes(event.name));

// core/src/platform/outbox/outbox.ts
var defaults2 = {
  batchSize: 100,
  pollMs: 1e3,
  leaseMs: 15e3,
  backoff: { firstWaitMs: 1e3, longestWaitMs: 6e5, attemptLimit: 12 },
  keptDays: 7,
  stopWaitMs: 1e4
};
var topic = "outbox";
var purgedTogether2 = 500;
function openOutbox(parts, options = {}) {
  const { database, coordination, clock, log } = parts;
  const settings = { ...defaults2, ...options };
  const consumers = [];
  const delivery = { ...parts, ...settings, consumers };
  const origin = (0, import_node_crypto6.randomUUID)();
  let isStopping = false;
  let isTelling = false;
  let unsubscribe = null;
  const drain = async () => {
    const lock2 = await coordination.lock(topic, settings).catch(workUnlocked);
    if (!lock2) return;
    const kept = lock2 === "unlocked" ? null : keepLock(lock2, settings.leaseMs);
    try {
      while (!isStopping && !kept?.lost.aborted && await deliverBatch(delivery) > 0) ;
    } finally {
      await kept?.end();
    }
  };
  const loop = loopOf({ name: "outbox", pollMs: settings.pollMs, log, round: drain });
  const tell = () => {
    isTelling = false;
    coordination.publish(topic, origin).catch(() => void 0);
  };
  return {
    register(...added) {
      for (const consumer of added) {
        if (consumers.some(({ name }) => name === consumer.name)) {
          throw new Error(`two consumers are called ${consumer.name}`);
        }
        consumers.push(consumer);
      }
    },
    async start() {
      isStopping = false;
      unsubscribe ??= await coordination.subscribe(topic, (from) => {
        if (from !== origin) loop.wake();
      });
      loop.start();
    },
    async stop() {
      isStopping = true;
      await loop.stop(settings.stopWaitMs);
      await unsubscribe?.().catch(() => void 0);
      unsubscribe = null;
    },
    poke() {
      loop.wake();
      if (isTelling) return;
      isTelling = true;
      setImmediate(tell);
    },
    drain,
    dead: (limit) => database.read((tx) => outboxStore(tx).dead(limit)),
    retry: async (eventId) => {
      const revived = await database.transaction((tx) => outboxStore(tx).revive(eventId, clock.now()));
      if (revived > 0) loop.wake();
      return revived > 0;
    },
    counts: () => database.read((tx) => outboxStore(tx).counts()),
    purge: () => purgeBefore(database, clock.now() - settings.keptDays * dayMs)
  };
}
function workUnlocked(error) {
  if (error instanceof Unavailable) return "unlocked";
  throw error;
}
async function purgeBefore(database, before) {
  for (let purged = 0; ; ) {
    const removed = await database.transaction(async (tx) => {
      const store = outboxStore(tx);
      const oldest = await store.oldestDelivered(purgedTogether2);
      const gone = oldest.filter(({ deliveredAt }) => deliveredAt < before);
      if (gone.length > 0) await store.remove(gone);
      return gone.length;
    });
    purged += removed;
    if (removed < purgedTogether2) return purged;
  }
}

// core/src/platform/tables.ts
var platformTables = [
  commandAnswerTable,
  outboxEventTable,
  outboxSeenTable,
  jobTable
];

// core/src/platform/open.ts
async function openPlatform(settings, { tables: tables3, migrations: migrations2, clock = systemClock, log = silentLog }) {
  const allTables = [.../* @__PURE__ */ new Set([...platformTables, ...tables3])];
  const database = await openDatabase(settings, { tables: allTables, migrations: migrations2 });
  try {
    await database.migrate();
    const coordination = await openCoordination({ redisUrl: settings.redisUrl ?? void 0, clock });
    const newId = idMaker(clock);
    const outbox = openOutbox({ database, coordination, clock, log });
    const jobs = openJobs({ database, clock, newId, log });
    jobs.register(purgeJob(outbox, jobs));
    return {
      database,
      coordination,
      outbox,
      jobs,
      clock,
      newId,
      log,
      async close() {
        await Promise.all([outbox.stop(), jobs.stop()]);
        await coordination.close();
        await database.close();
      }
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
var purgeJob = (outbox, jobs) => defineJob({
  name: "platform.purge",
  every: { dailyAt: "03:40" },
  run: async ({ log }) => {
    const events = await outbox.purge();
    const runs = await jobs.purge();
    log.info({ events, runs }, "purged");
  }
});

// core/src/platform/settings.ts
var import_node_net = require("node:net");
var import_zod = require("zod");
var wholeNumber = (from, to, otherwise) => import_zod.z.string().regex(/^\d{1,9}$/).transform(Number).refine((value) => value >= from && value <= to).default(otherwise);
var address = (expected) => import_zod.z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return expected.protocols.includes(protocol) && hostname !== "" && (!expected.namesPath || pathname.length > 1);
}).nullable().default(null);
var onOff = (otherwise) => import_zod.z.enum(["on", "off", "true", "false", "1", "0"]).transform((value) => ["on", "true", "1"].includes(value)).default(otherwise);
var roles = import_zod.z.string().transform((value) => value.split(",").map((role) => role.trim())).pipe(import_zod.z.array(import_zod.z.enum(["web", "worker"])).min(1)).transform((value) => [...new Set(value)]);
var isNetwork = (word) => {
  const [network = "", prefix2, ...rest] = word.split("/");
  const longest = (0, import_node_net.isIP)(network) === 6 ? 128 : 32;
  const fits2 = prefix2 === void 0 || /^\d{1,3}$/.test(prefix2) && Number(prefix2) <= longest;
  return rest.length === 0 && (0, import_node_net.isIP)(network) !== 0 && fits2;
};
var trustedProxies = import_zod.z.string().transform((value) => value === "off" ? "" : value).refine(
  (value) => value === "" || value.split(",").map((word) => word.trim()).every((word) => word === "loopback" || word === "private" || isNetwork(word))
).default("");
var perMinute = "a whole number of requests per minute from 1 to 1000000";
var table2 = {
  port: { variable: "PORT", expected: "a port from 0 to 65535", schema: wholeNumber(0, 65535, 8080) },
  host: { variable: "HOST", expected: "an address to listen on", schema: import_zod.z.string().default("127.0.0.1") },
  dataDir: { variable: "DATA_DIR", expected: "a folder", schema: import_zod.z.string().default("./.data") },
  databaseUrl: {
    variable: "DATABASE_URL",
    expected: "mysql://user:password@host:port/database, or nothing for the embedded database",
    schema: address({ protocols: ["mysql:"], namesPath: true })
  },
  redisUrl: {
    variable: "REDIS_URL",
    expected: "redis://host:port or rediss://host:port, or nothing for a single process",
    schema: address({ protocols: ["redis:", "rediss:"], namesPath: false })
  },
  roles: {
    variable: "ROLES",
    expected: "web, worker or web,worker",
    schema: roles.default(["web", "worker"])
  },
  databasePool: {
    variable: "DATABASE_POOL",
    expected: "a whole number of connections from 1 to 64",
    schema: wholeNumber(1, 64, 12)
  },
  logLevel: {
    variable: "LOG_LEVEL",
    expected: "fatal, error, warn, info, debug, trace or silent",
    schema: import_zod.z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info")
  },
  sessionDays: {
    variable: "SESSION_DAYS",
    expected: "a whole number of days from 1 to 365",
    schema: wholeNumber(1, 365, 14)
  },
  demo: { variable: "DEMO", expected: "on or off", schema: onOff(true) },
  trustProxy: {
    variable: "TRUST_PROXY",
    expected: "off, or addresses, networks, loopback and private separated by commas",
    schema: trustedProxies
  },
  loginLimitPerAddress: {
    variable: "LOGIN_LIMIT_PER_ADDRESS",
    expected: perMinute,
    schema: wholeNumber(1, 1e6, 20)
  },
  requestLimitPerAddress: {
    variable: "REQUEST_LIMIT_PER_ADDRESS",
    expected: perMinute,
    schema: wholeNumber(1, 1e6, 1200)
  }
};

// core/src/platform/cursor.ts
function writeCursor(values) {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}
function readCursor(cursor, ...shape) {
  const values = parse(cursor);
  const fits2 = Array.isArray(values) && values.length === shape.length;
  if (!fits2 || !shape.every((type, at) => typeof values[at] === type))
    throw new Refused("request.cursorUnknown");
  return values;
}
function parse(cursor) {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return void 0;
  }
}
function pageOf(rows, limit, keyOf) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== void 0 ? writeCursor(keyOf(last)) : null };
}

// core/src/platform/database/case-by-id.ts
function caseById(amounts, column = "id") {
  const parameters2 = [];
  let cases = "";
  for (const [id2, amount] of amounts) {
    cases += " WHEN ? THEN ?";
    parameters2.push(id2, amount);
  }
  return { text: `CASE ${column}${cases} ELSE 0 END`, parameters: parameters2 };
}
function addAmounts(amounts) {
  const totals = /* @__PURE__ */ new Map();
  for (const [id2, amount] of amounts) totals.set(id2, (totals.get(id2) ?? 0) + amount);
  return totals;
}

// core/src/catalog/choose-price.ts
var lookupOrder = [
  "customer",
  "levelRegionChannel",
  "region",
  "level",
  "standard"
];
function choosePrice(prices, buyer, on) {
  let best = null;
  for (const price of prices) {
    if (!applies(price, buyer, on)) continue;
    if (best === null || comparePrices(price, best) < 0) best = price;
  }
  return best;
}
function applies(list, buyer, on) {
  return isWithin(on, list.startsOn, list.endsOn) && (list.buyerId === null || list.buyerId === buyer.id) && (list.level === null || list.level === buyer.level) && (list.regionPrefix === null || buyer.regionCode.startsWith(list.regionPrefix)) && (list.channel === null || list.channel === buyer.channel);
}
function comparePrices(left, right) {
  return lookupOrder.indexOf(left.kind) - lookupOrder.indexOf(right.kind) || right.priority - left.priority || compareText(right.startsOn, left.startsOn) || compareText(left.priceListId, right.priceListId);
}
var compareText = (left, right) => left < right ? -1 : left > right ? 1 : 0;

// core/src/catalog/service.ts
var import_pinyin_pro = require("pinyin-pro");

// core/src/catalog/tables.ts
var skuTable = table(
  "sku",
  {
    id: id(),
    name: text(80),
    spec: text(40),
    brand: text(40),
    category: text(40),
    productLine: text(40),
    barcode: text(32),
    baseUnit: text(8),
    units: json(),
    shelfLifeDays: integer(),
    taxRateBp: integer(),
    minimumQuantity: big(),
    multipleQuantity: big(),
    maximumQuantity: orNull(big()),
    status: text(16),
    searchText: longText()
  },
  { primary: ["id"], index: [["category", "name", "id"], ["name", "id"], ["barcode"]] }
);
var priceListTable = table(
  "priceList",
  {
    id: id(),
    sellerId: id(),
    name: text(80),
    kind: text(24),
    buyerId: orNull(id()),
    level: orNull(integer()),
    regionPrefix: orNull(text(6)),
    channel: orNull(text(16)),
    priority: integer(),
    startsOn: day(),
    endsOn: orNull(day())
  },
  { primary: ["id"], index: [["sellerId", "buyerId"]] }
);
var priceListLineTable = table(
  "priceListLine",
  { priceListId: id(), skuId: id(), unitPriceE4: big(), floorPriceE4: orNull(big()) },
  { primary: ["priceListId", "skuId"] }
);
var catalogTables = [skuTable, priceListTable, priceListLineTable];

// core/src/catalog/store.ts
var likePattern = (word) => `%${word.toLowerCase().replace(/[!%_]/g, "!$&")}%`;
function catalogStore(tx) {
  const sql = sqlOf(tx);
  return {
    skus: (ids) => sql.select(skuTable, "WHERE id IN (?)", [ids]),
    /** Every list of these sellers that may price these SKUs for these buyers. */
    prices: (sellerIds, buyerIds, skuIds) => sql.rows(
      `SELECT list.*, line.priceListId, line.skuId, line.unitPriceE4, line.floorPriceE4
         FROM priceList list JOIN priceListLine line ON line.priceListId = list.id
         WHERE list.sellerId IN (?) AND (list.buyerId IS NULL OR list.buyerId IN (?)) AND line.skuId IN (?)`,
      [sellerIds, buyerIds, skuIds]
    ),
    search({ words, category, after, limit }) {
      const conditions = [`status = 'active'`];
      const parameters2 = [];
      for (const word of words) {
        conditions.push(`searchText LIKE ? ESCAPE '!'`);
        parameters2.push(likePattern(word));
      }
      if (category !== null) {
        conditions.push("category = ?");
        parameters2.push(category);
      }
      if (after !== null) {
        conditions.push("(name > ? OR (name = ? AND id > ?))");
        parameters2.push(after[0], ...after);
      }
      return sql.select(skuTable, `WHERE ${conditions.join(" AND ")} ORDER BY name, id LIMIT ?`, [
        ...parameters2,
        limit
      ]);
    },
    categories: () => sql.rows(
      `SELECT category, COUNT(*) AS skuCount FROM sku WHERE status = 'active' GROUP BY category ORDER BY category`
    ),
    addSkus: (skus) => sql.insertMissing(skuTable, skus),
    addPriceList: (list) => sql.insertMissing(priceListTable, [list]),
    addPrices: (lines) => sql.insertMissing(priceListLineTable, lines)
  };
}

// core/src/catalog/service.ts
async function loadSkus(tx, ids) {
  const skus = await catalogStore(tx).skus(ids);
  return keyBy(skus, (sku) => sku.id);
}
async function loadPrices(tx, sellerIds, buyerIds, skuIds) {
  const prices = await catalogStore(tx).prices(sellerIds, buyerIds, skuIds);
  return groupBy(prices, (price) => priceKey(price.sellerId, price.skuId));
}
var priceKey = (sellerId, skuId) => `${sellerId} ${skuId}`;
async function addSkus(tx, skus) {
  return catalogStore(tx).addSkus(skus.map((sku) => ({ ...sku, searchText: searchTextOf(sku) })));
}
async function addPriceList(tx, list, lines) {
  await catalogStore(tx).addPriceList(list);
  await catalogStore(tx).addPrices(lines);
}
function searchTextOf(sku) {
  const full = (0, import_pinyin_pro.pinyin)(sku.name, { toneType: "none", type: "array", nonZh: "consecutive" }).join("");
  const initials = (0, import_pinyin_pro.pinyin)(sku.name, {
    pattern: "first",
    toneType: "none",
    type: "array",
    nonZh: "removed"
  }).join("");
  return [sku.name, sku.brand, sku.spec, full, initials, sku.barcode, sku.id].join(" ").toLowerCase();
}
function catalogService(database) {
  return {
    /** SKUs by name, page by page. A query's words must all be found. */
    search: (query) => database.read(async (tx) => {
      const found = await catalogStore(tx).search({
        words: (query.q ?? "").split(/\s+/).filter(Boolean),
        category: query.category ?? null,
        after: query.cursor ? readCursor(query.cursor, "string", "string") : null,
        limit: query.limit + 1
      });
      return pageOf(found, query.limit, (sku) => [sku.name, sku.id]);
    }),
    /** @throws catalog.skuUnknown */
    get: (skuId) => database.read(async (tx) => {
      const sku = (await loadSkus(tx, [skuId])).get(skuId);
      if (!sku) throw new Refused("catalog.skuUnknown");
      return sku;
    }),
    categories: () => database.read((tx) => catalogStore(tx).categories()),
    /** What one buyer pays one seller for each SKU on a day; SKUs without a price are absent. */
    pricesFor: (sellerId, buyer, skuIds, on) => database.read(async (tx) => {
      const listed = await loadPrices(tx, [sellerId], [buyer.id], skuIds);
      const prices = /* @__PURE__ */ new Map();
      for (const skuId of skuIds) {
        const price = choosePrice(listed.get(priceKey(sellerId, skuId)) ?? [], buyer, on);
        if (price) prices.set(skuId, price);
      }
      return prices;
    })
  };
}

// core/src/catalog/units.ts
function caseOf(sku) {
  const sellable = sku.units.filter((unit) => unit.sellable);
  return sellable.at(-1) ?? { unit: sku.baseUnit, factor: 1, sellable: true };
}

// core/src/credit/assess-credit.ts
function exposureFen(buckets2) {
  return buckets2.heldFen + buckets2.shippedFen + buckets2.receivableFen - buckets2.unappliedFen;
}
function availableFen(account) {
  return account.limitFen - exposureFen(account);
}
function assessCredit(account, amountFen) {
  if (!account) return { answer: "none" };
  const available2 = availableFen(account);
  if (amountFen <= available2) return { answer: "enough" };
  return { answer: "over", availableFen: available2, missingFen: amountFen - available2 };
}
var overdueLockDays = 8;
var overdueIgnoredFen = 5e4;
function assessOverdue(overdue, limitFen, on) {
  if (!overdue) return null;
  const overdueDays = daysBetween(overdue.oldestDueOn, on);
  if (overdueDays <= 0) return null;
  const matters = overdue.overdueFen > Math.max(overdueIgnoredFen, Math.floor(limitFen / 100));
  return { overdueDays, overdueFen: overdue.overdueFen, locks: matters && overdueDays >= overdueLockDays };
}

// core/src/credit/check-books.ts
var bucketsDiffer = ["heldFen", "shippedFen", "receivableFen", "unappliedFen"].map((bucket) => `account.${bucket} <> COALESCE(entries.${bucket}, 0)`).join(" OR ");
var creditBooks = [
  {
    name: "an account's buckets are what its entries sum to",
    table: "creditEntry",
    mismatches: `
      SELECT account.id, account.heldFen, entries.heldFen AS heldSum, account.shippedFen,
             entries.shippedFen AS shippedSum, account.receivableFen, entries.receivableFen AS receivableSum,
             account.unappliedFen, entries.unappliedFen AS unappliedSum
      FROM creditAccount account LEFT JOIN (
        SELECT accountId, SUM(heldFen) AS heldFen, SUM(shippedFen) AS shippedFen,
               SUM(receivableFen) AS receivableFen, SUM(unappliedFen) AS unappliedFen
        FROM creditEntry GROUP BY accountId
      ) entries ON entries.accountId = account.id
      WHERE ${bucketsDiffer} LIMIT 5`
  },
  {
    name: "no bucket of an account is negative",
    table: "creditAccount",
    mismatches: `
      SELECT id, heldFen, shippedFen, receivableFen, unappliedFen FROM creditAccount
      WHERE heldFen < 0 OR shippedFen < 0 OR receivableFen < 0 OR unappliedFen < 0 LIMIT 5`
  },
  {
    name: "an account's receivable is what its bills are open for",
    table: "creditAccount",
    mismatches: `
      SELECT account.id, account.receivableFen, COALESCE(SUM(bill.amountFen - bill.paidFen), 0) AS openFen
      FROM creditAccount account LEFT JOIN bill ON bill.accountId = account.id
      GROUP BY account.id, account.receivableFen
      HAVING account.receivableFen <> COALESCE(SUM(bill.amountFen - bill.paidFen), 0) LIMIT 5`
  },
  {
    name: "a bill is paid what receipts gave it, and settled when that is all",
    table: "bill",
    mismatches: `
      SELECT bill.id, bill.amountFen, bill.paidFen, bill.settled, COALESCE(SUM(application.amountFen), 0) AS appliedFen
      FROM bill LEFT JOIN application ON application.billId = bill.id
      GROUP BY bill.id, bill.amountFen, bill.paidFen, bill.settled
      HAVING bill.paidFen <> COALESCE(SUM(application.amountFen), 0)
          OR bill.settled <> CASE WHEN bill.paidFen = bill.amountFen THEN 1 ELSE 0 END LIMIT 5`
  },
  {
    name: "money received is applied or unapplied, and nothing else",
    table: "receipt",
    mismatches: `
      SELECT account.id, account.unappliedFen, received.amountFen, applied.amountFen AS appliedFen
      FROM creditAccount account
      LEFT JOIN (SELECT accountId, SUM(amountFen) AS amountFen FROM receipt GROUP BY accountId) received
        ON received.accountId = account.id
      LEFT JOIN (
        SELECT receipt.accountId, SUM(application.amountFen) AS amountFen
        FROM application JOIN receipt ON receipt.id = application.receiptId GROUP BY receipt.accountId
      ) applied ON applied.accountId = account.id
      WHERE COALESCE(received.amountFen, 0) <> COALESCE(applied.amountFen, 0) + account.unappliedFen LIMIT 5`
  }
];

// core/src/credit/apply-receipt.ts
function applyReceipt(bills, amountFen, namedBillId) {
  const inOrder = [...bills].sort(
    (left, right) => Number(right.id === namedBillId) - Number(left.id === namedBillId) || (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0) || (left.id < right.id ? -1 : 1)
  );
  const shares = [];
  let leftFen = amountFen;
  for (const bill of inOrder) {
    const share = Math.min(leftFen, bill.amountFen - bill.paidFen);
    if (share <= 0) continue;
    shares.push({ billId: bill.id, amountFen: share });
    leftFen -= share;
  }
  return { shares, leftFen };
}

// core/src/credit/tables.ts
var buckets = { heldFen: big(), shippedFen: big(), receivableFen: big(), unappliedFen: big() };
var creditAccountTable = table(
  "creditAccount",
  { id: id(), sellerId: id(), buyerId: id(), limitFen: big(), termDays: integer(), ...buckets },
  { primary: ["id"], unique: [["buyerId", "sellerId"]], index: [["sellerId", "id"]] }
);
var creditEntryTable = table(
  "creditEntry",
  {
    id: id(),
    accountId: id(),
    kind: text(16),
    ...buckets,
    documentKind: text(16),
    documentId: id(),
    actorId: id(),
    at: big()
  },
  { primary: ["id"], index: [["accountId", "id"], ["documentId"]] }
);
var billTable = table(
  "bill",
  {
    id: id(),
    accountId: id(),
    sellerId: id(),
    buyerId: id(),
    orderId: id(),
    orderNumber: text(40),
    amountFen: big(),
    paidFen: big(),
    issuedAt: big(),
    dueOn: day(),
    settled: flag()
  },
  {
    primary: ["id"],
    index: [
      ["accountId", "settled", "dueOn", "id"],
      ["sellerId", "settled", "dueOn", "id"],
      ["buyerId", "settled", "dueOn", "id"]
    ]
  }
);
var receiptTable = table(
  "receipt",
  { id: id(), accountId: id(), amountFen: big(), actorId: id(), at: big() },
  { primary: ["id"], index: [["accountId"]] }
);
var applicationTable = table(
  "application",
  { receiptId: id(), billId: id(), amountFen: big() },
  { primary: ["receiptId", "billId"], index: [["billId"]] }
);
var creditTables = [creditAccountTable, creditEntryTable, billTable, receiptTable, applicationTable];

// core/src/credit/store.ts
var available = "limitFen + unappliedFen - heldFen - shippedFen - receivableFen";
function creditStore(tx) {
  const sql = sqlOf(tx);
  return {
    accounts: (buyerIds, sellerIds, locked) => {
      const rest = "WHERE buyerId IN (?) AND sellerId IN (?) ORDER BY id";
      return locked ? sql.selectForUpdate(creditAccountTable, rest, [buyerIds, sellerIds]) : sql.select(creditAccountTable, rest, [buyerIds, sellerIds]);
    },
    accountsOfBuyer: (buyerId) => sql.select(creditAccountTable, "WHERE buyerId = ? ORDER BY id LIMIT 100", [buyerId]),
    accountsOfSeller: (sellerId, after, limit) => sql.select(creditAccountTable, "WHERE sellerId = ? AND id > ? ORDER BY id LIMIT ?", [
      sellerId,
      after,
      limit
    ]),
    addAccounts: (accounts) => sql.insertMissing(creditAccountTable, accounts),
    setLimit: (accountId, limitFen, termDays) => sql.run("UPDATE creditAccount SET limitFen = ?, termDays = ? WHERE id = ?", [
      limitFen,
      termDays,
      accountId
    ]),
    overdue: (accountIds, on) => sql.rows(
      `SELECT accountId, MIN(dueOn) AS oldestDueOn, SUM(amountFen - paidFen) AS overdueFen FROM bill
         WHERE accountId IN (?) AND settled = 0 AND dueOn < ? GROUP BY accountId`,
      [accountIds, on]
    ),
    /**
     * Moves every entry's amounts into its account. With `withinLimit` an account that would go over
     * its limit spoils all, and the work is replayed against the account as it now is.
     */
    async post(entries, withinLimit) {
      const parameters2 = [];
      const buckets2 = ["heldFen", "shippedFen", "receivableFen", "unappliedFen"];
      const sets = buckets2.map((bucket) => {
        const change = caseById(addAmounts(entries.map((entry) => [entry.accountId, entry[bucket]])));
        parameters2.push(...change.parameters);
        return `${bucket} = ${bucket} + ${change.text}`;
      });
      const ids = [...new Set(entries.map((entry) => entry.accountId))];
      let guard = "";
      if (withinLimit) {
        const grown = addAmounts(
          entries.map((entry) => [
            entry.accountId,
            entry.heldFen + entry.shippedFen + entry.receivableFen - entry.unappliedFen
          ])
        );
        const growth = caseById(grown);
        guard = ` AND ${available} >= ${growth.text}`;
        parameters2.push(...growth.parameters);
      }
      const changed = await sql.run(
        `UPDATE creditAccount SET ${sets.join(", ")} WHERE 1 = 1${guard} AND id IN (?)`,
        [...parameters2, ids]
      );
      if (changed !== ids.length) throw new Contended("credit changed since it was read");
      await sql.insert(creditEntryTable, entries);
    },
    entries: (accountId, before, limit) => before === null ? sql.select(creditEntryTable, "WHERE accountId = ? ORDER BY id DESC LIMIT ?", [accountId, limit]) : sql.select(creditEntryTable, "WHERE accountId = ? AND id < ? ORDER BY id DESC LIMIT ?", [
      accountId,
      before,
      limit
    ]),
    addBills: (bills) => sql.insert(billTable, bills),
    openBillsLocked: (accountId) => sql.selectForUpdate(billTable, "WHERE accountId = ? AND settled = 0 ORDER BY dueOn, id", [accountId]),
    bill: async (billId) => (await sql.select(billTable, "WHERE id = ?", [billId]))[0],
    async pay(applications) {
      const shares = addAmounts(applications.map(({ billId, amountFen }) => [billId, amountFen]));
      if (shares.size === 0) return;
      const { text: text2, parameters: parameters2 } = caseById(shares);
      const changed = await sql.run(
        `UPDATE bill SET settled = CASE WHEN paidFen + ${text2} = amountFen THEN 1 ELSE 0 END, paidFen = paidFen + ${text2}
         WHERE paidFen + ${text2} <= amountFen AND id IN (?)`,
        [...parameters2, ...parameters2, ...parameters2, [...shares.keys()]]
      );
      if (changed !== shares.size) throw new Contended("bills changed since they were read");
      await sql.insert(applicationTable, applications);
    },
    addReceipts: (receipts) => sql.insert(receiptTable, receipts),
    openBills: ({ sellerId, buyerId, after, limit }) => {
      const conditions = ["settled = 0"];
      const parameters2 = [];
      if (sellerId !== null) {
        conditions.push("sellerId = ?");
        parameters2.push(sellerId);
      }
      if (buyerId !== null) {
        conditions.push("buyerId = ?");
        parameters2.push(buyerId);
      }
      if (after !== null) {
        conditions.push("(dueOn > ? OR (dueOn = ? AND id > ?))");
        parameters2.push(after[0], ...after);
      }
      return sql.select(billTable, `WHERE ${conditions.join(" AND ")} ORDER BY dueOn, id LIMIT ?`, [
        ...parameters2,
        limit
      ]);
    }
  };
}

// core/src/credit/service.ts
var accountKey = (buyerId, sellerId) => `${buyerId} ${sellerId}`;
async function loadAccounts(tx, buyerIds, sellerIds, locked) {
  const accounts = await creditStore(tx).accounts(buyerIds, sellerIds, locked);
  return keyBy(accounts, (account) => accountKey(account.buyerId, account.sellerId));
}
async function loadOverdue(tx, accountIds, on) {
  return keyBy(await creditStore(tx).overdue(accountIds, on), (overdue) => overdue.accountId);
}
async function postCredit(tx, newId, postings, { withinLimit }) {
  const entries = postings.map(({ change, ...posting }) => ({
    id: newId(),
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0,
    ...change,
    ...posting
  }));
  if (entries.length > 0) await creditStore(tx).post(entries, withinLimit);
}
async function issueBill(tx, newId, { account, ...bill }) {
  const issued = {
    id: newId(),
    accountId: account.id,
    sellerId: account.sellerId,
    buyerId: account.buyerId,
    ...bill,
    paidFen: 0,
    dueOn: addDays(dayOf(bill.issuedAt), account.termDays),
    settled: false
  };
  await creditStore(tx).addBills([issued]);
  return issued;
}
async function addAccounts(tx, accounts) {
  await creditStore(tx).addAccounts(accounts);
}
function creditService({ database, newId }) {
  const statementsOf = async (tx, accounts, on) => {
    const overdue = await loadOverdue(
      tx,
      accounts.map(({ id: id2 }) => id2),
      on
    );
    return accounts.map((account) => {
      const late = assessOverdue(overdue.get(account.id), account.limitFen, on);
      return {
        account,
        exposureFen: exposureFen(account),
        availableFen: availableFen(account),
        overdueFen: late?.overdueFen ?? 0,
        overdueDays: late?.overdueDays ?? 0
      };
    });
  };
  const accountOf = async (tx, buyerId, sellerId, locked) => {
    const account = (await loadAccounts(tx, [buyerId], [sellerId], locked)).get(
      accountKey(buyerId, sellerId)
    );
    if (!account) throw new Refused("credit.accountUnknown");
    return account;
  };
  const statement = async (tx, caller, buyerId) => {
    const account = await accountOf(tx, buyerId, caller.partyId, false);
    const [found] = await statementsOf(tx, [account], dayOf(caller.at));
    return found;
  };
  return {
    /** The caller's credit with each of its suppliers. */
    mine: (caller) => database.read(
      async (tx) => statementsOf(tx, await creditStore(tx).accountsOfBuyer(caller.partyId), dayOf(caller.at))
    ),
    /** The credit the caller gives. */
    given: (caller, page) => database.read(async (tx) => {
      const after = page.cursor ? readCursor(page.cursor, "string")[0] : "";
      const found = await creditStore(tx).accountsOfSeller(caller.partyId, after, page.limit + 1);
      const { items, nextCursor } = pageOf(found, page.limit, ({ id: id2 }) => [id2]);
      return { items: await statementsOf(tx, items, dayOf(caller.at)), nextCursor };
    }),
    /** Open bills, oldest due first. */
    bills: (caller, filter) => database.read(async (tx) => {
      const other = filter.partyId ?? null;
      const found = await creditStore(tx).openBills({
        sellerId: filter.side === "seller" ? caller.partyId : other,
        buyerId: filter.side === "buyer" ? caller.partyId : other,
        after: filter.cursor ? readCursor(filter.cursor, "string", "string") : null,
        limit: filter.limit + 1
      });
      return pageOf(found, filter.limit, ({ dueOn, id: id2 }) => [dueOn, id2]);
    }),
    /** The ledger of one account, newest first, for either of its sides. @throws credit.accountUnknown */
    entries: (caller, query) => database.read(async (tx) => {
      const concerns2 = caller.partyId === query.sellerId || caller.partyId === query.buyerId;
      if (!concerns2) throw new Refused("credit.accountUnknown");
      const account = await accountOf(tx, query.buyerId, query.sellerId, false);
      const before = query.cursor ? readCursor(query.cursor, "string")[0] : null;
      const found = await creditStore(tx).entries(account.id, before, query.limit + 1);
      return pageOf(found, query.limit, ({ id: id2 }) => [id2]);
    }),
    /**
     * Books money from a buyer: the named bill first, then the oldest due; the rest stays unapplied.
     * @throws credit.accountUnknown, credit.billUnknown, command.idReused
     */
    receive: (caller, input) => database.transaction(async (tx) => {
      const command = {
        commandId: input.receiptId,
        partyId: caller.partyId,
        kind: "credit.receive",
        input,
        at: caller.at
      };
      await answerOnce(tx, command, async () => {
        const account = await accountOf(tx, input.buyerId, caller.partyId, true);
        const store = creditStore(tx);
        const bills = await store.openBillsLocked(account.id);
        if (input.billId !== void 0 && (await store.bill(input.billId))?.accountId !== account.id) {
          throw new Refused("credit.billUnknown");
        }
        const { receiptId, amountFen } = input;
        const { shares, leftFen } = applyReceipt(bills, amountFen, input.billId ?? null);
        await store.addReceipts([
          { id: receiptId, accountId: account.id, amountFen, actorId: caller.userId, at: caller.at }
        ]);
        await store.pay(shares.map((share) => ({ receiptId, ...share })));
        const posting = {
          accountId: account.id,
          kind: "receive",
          change: { receivableFen: leftFen - amountFen, unappliedFen: leftFen },
          documentKind: "receipt",
          documentId: receiptId,
          actorId: caller.userId,
          at: caller.at
        };
        await postCredit(tx, newId, [posting], { withinLimit: false });
        return {};
      });
      return statement(tx, caller, input.buyerId);
    }),
    /** Sets limit and terms. @throws credit.accountUnknown, command.idReused */
    setLimit: (caller, input) => database.transaction(async (tx) => {
      const command = {
        commandId: input.commandId,
        partyId: caller.partyId,
        kind: "credit.setLimit",
        input,
        at: caller.at
      };
      await answerOnce(tx, command, async () => {
        const account = await accountOf(tx, input.buyerId, caller.partyId, true);
        await creditStore(tx).setLimit(account.id, input.limitFen, input.termDays);
        return {};
      });
      return statement(tx, caller, input.buyerId);
    })
  };
}

// core/src/demo/goods.ts
var range = {
  \u996E\u7528\u6C34: [
    ["\u6E05\u8C37\u5929\u7136\u6C34", "550ml", "\u74F6", 24, 730, 1.1],
    ["\u6E05\u8C37\u5929\u7136\u6C34", "1.5L", "\u74F6", 12, 730, 2.4],
    ["\u6E05\u8C37\u5929\u7136\u6C34", "4.5L", "\u6876", 4, 730, 6.8],
    ["\u6E05\u8C37\u82CF\u6253\u6C34", "400ml", "\u74F6", 15, 365, 2.6],
    ["\u6E05\u8C37\u82CF\u6253\u6C34 \u67E0\u6AAC\u5473", "400ml", "\u74F6", 15, 365, 2.6]
  ],
  \u8336\u996E\u6599: [
    ["\u6E05\u8C37\u4E4C\u9F99\u8336 \u65E0\u7CD6", "500ml", "\u74F6", 15, 365, 3.2],
    ["\u6E05\u8C37\u8309\u8389\u82B1\u8336 \u65E0\u7CD6", "500ml", "\u74F6", 15, 365, 3.2],
    ["\u6E05\u8C37\u51B0\u7EA2\u8336", "500ml", "\u74F6", 15, 365, 2.4],
    ["\u6E05\u8C37\u7EFF\u8336 \u8702\u871C\u5473", "500ml", "\u74F6", 15, 365, 2.4],
    ["\u6E05\u8C37\u67E0\u6AAC\u8336", "1L", "\u74F6", 12, 365, 3.9],
    ["\u6E05\u8C37\u9648\u76AE\u666E\u6D31", "500ml", "\u74F6", 15, 365, 3.6]
  ],
  \u78B3\u9178\u996E\u6599: [
    ["\u6E05\u8C37\u53EF\u4E50", "330ml", "\u7F50", 24, 365, 1.8],
    ["\u6E05\u8C37\u53EF\u4E50 \u96F6\u7CD6", "330ml", "\u7F50", 24, 270, 1.9],
    ["\u6E05\u8C37\u6A59\u5473\u6C7D\u6C34", "330ml", "\u7F50", 24, 365, 1.7],
    ["\u6E05\u8C37\u76D0\u6C7D\u6C34", "600ml", "\u74F6", 20, 365, 1.9],
    ["\u6E05\u8C37\u6C14\u6CE1\u6C34 \u767D\u6843", "480ml", "\u74F6", 15, 270, 3.1],
    ["\u6E05\u8C37\u6C14\u6CE1\u6C34 \u9752\u74DC", "480ml", "\u74F6", 15, 270, 3.1]
  ],
  \u679C\u6C41: [
    ["\u6E05\u8C37\u9C9C\u6A59\u591A\u6C41", "450ml", "\u74F6", 15, 270, 2.7],
    ["\u6E05\u8C37\u6C34\u871C\u6843\u6C41", "450ml", "\u74F6", 15, 270, 2.7],
    ["\u6E05\u8C37\u9178\u6885\u6C64", "1L", "\u74F6", 12, 270, 4.2],
    ["\u6E05\u8C37\u6930\u5B50\u6C34", "330ml", "\u76D2", 24, 365, 4.6]
  ],
  \u4E73\u54C1: [
    ["\u6E05\u8C37\u7EAF\u725B\u5976", "250ml", "\u76D2", 24, 180, 2.3],
    ["\u6E05\u8C37\u9AD8\u9499\u4F4E\u8102\u5976", "250ml", "\u76D2", 24, 180, 2.6],
    ["\u6E05\u8C37\u5E38\u6E29\u9178\u5976", "205g", "\u76D2", 12, 180, 3.4],
    ["\u6E05\u8C37\u71D5\u9EA6\u5976", "250ml", "\u76D2", 18, 240, 3.2],
    ["\u6E05\u8C37\u5DF4\u6C0F\u9C9C\u5976", "950ml", "\u74F6", 6, 15, 9.8],
    ["\u6E05\u8C37\u513F\u7AE5\u6210\u957F\u5976", "190ml", "\u76D2", 16, 180, 2.9]
  ],
  \u65B9\u4FBF\u98DF\u54C1: [
    ["\u6E05\u8C37\u7EA2\u70E7\u725B\u8089\u9762", "105g", "\u6876", 12, 180, 3.1],
    ["\u6E05\u8C37\u8001\u575B\u9178\u83DC\u9762", "110g", "\u6876", 12, 180, 3.1],
    ["\u6E05\u8C37\u756A\u8304\u9E21\u86CB\u9762", "102g", "\u888B", 24, 180, 1.9],
    ["\u6E05\u8C37\u87BA\u86F3\u7C89", "300g", "\u888B", 20, 240, 6.9],
    ["\u6E05\u8C37\u81EA\u70ED\u7C73\u996D \u9C7C\u9999\u8089\u4E1D", "260g", "\u76D2", 12, 270, 11.5],
    ["\u6E05\u8C37\u516B\u5B9D\u7CA5", "280g", "\u7F50", 12, 540, 2.8]
  ],
  \u81A8\u5316\u98DF\u54C1: [
    ["\u6E05\u8C37\u85AF\u7247 \u539F\u5473", "75g", "\u888B", 22, 270, 4.3],
    ["\u6E05\u8C37\u85AF\u7247 \u70E7\u70E4\u5473", "75g", "\u888B", 22, 270, 4.3],
    ["\u6E05\u8C37\u867E\u6761", "60g", "\u888B", 30, 240, 2.6],
    ["\u6E05\u8C37\u96EA\u997C", "84g", "\u888B", 20, 270, 3.7],
    ["\u6E05\u8C37\u9505\u5DF4 \u9EBB\u8FA3\u5473", "108g", "\u888B", 24, 240, 3.2]
  ],
  \u997C\u5E72\u7CD5\u70B9: [
    ["\u6E05\u8C37\u82CF\u6253\u997C\u5E72", "400g", "\u76D2", 12, 365, 8.4],
    ["\u6E05\u8C37\u5939\u5FC3\u997C\u5E72 \u5DE7\u514B\u529B", "97g", "\u888B", 24, 365, 3.9],
    ["\u6E05\u8C37\u5168\u9EA6\u9762\u5305", "400g", "\u888B", 12, 12, 7.2],
    ["\u6E05\u8C37\u86CB\u9EC4\u6D3E", "138g", "\u76D2", 16, 180, 6.1],
    ["\u6E05\u8C37\u5A01\u5316 \u699B\u5B50\u5473", "150g", "\u888B", 20, 365, 5.2]
  ],
  \u7CD6\u679C\u575A\u679C: [
    ["\u6E05\u8C37\u6C34\u679C\u786C\u7CD6", "120g", "\u888B", 40, 540, 3.8],
    ["\u6E05\u8C37\u8584\u8377\u7CD6", "22g", "\u76D2", 96, 540, 2.7],
    ["\u6E05\u8C37\u725B\u8F67\u7CD6", "200g", "\u888B", 24, 300, 9.6],
    ["\u6E05\u8C37\u6BCF\u65E5\u575A\u679C", "25g", "\u888B", 60, 240, 2.9],
    ["\u6E05\u8C37\u4E94\u9999\u74DC\u5B50", "160g", "\u888B", 30, 270, 4.4],
    ["\u6E05\u8C37\u602A\u5473\u82B1\u751F", "110g", "\u888B", 40, 270, 3.1]
  ],
  \u8C03\u5473\u54C1: [
    ["\u6E05\u8C37\u751F\u62BD", "500ml", "\u74F6", 12, 720, 6.2],
    ["\u6E05\u8C37\u9648\u918B", "420ml", "\u74F6", 12, 1080, 4.5],
    ["\u6E05\u8C37\u869D\u6CB9", "700g", "\u74F6", 12, 720, 7.9],
    ["\u6E05\u8C37\u9999\u8FA3\u9171", "210g", "\u74F6", 24, 540, 7.4],
    ["\u6E05\u8C37\u6599\u9152", "500ml", "\u74F6", 12, 1080, 4.8]
  ],
  \u9152\u7C7B: [
    ["\u6E05\u8C37\u6DE1\u723D\u5564\u9152", "500ml", "\u7F50", 12, 365, 3.4],
    ["\u6E05\u8C37\u539F\u6D46\u5564\u9152", "330ml", "\u7F50", 24, 240, 4.1],
    ["\u6E05\u8C37\u65E0\u9187\u5564\u9152", "330ml", "\u7F50", 24, 365, 4.4],
    ["\u6E05\u8C37\u7C73\u9152", "480ml", "\u74F6", 12, 365, 8.8]
  ]
};
var drinks = /* @__PURE__ */ new Set(["\u996E\u7528\u6C34", "\u8336\u996E\u6599", "\u78B3\u9178\u996E\u6599", "\u679C\u6C41", "\u4E73\u54C1", "\u9152\u7C7B"]);
function demoGoods() {
  let count = 0;
  return Object.entries(range).flatMap(
    ([category, goods]) => goods.map(([name, spec, baseUnit, perCase, shelfLifeDays, yuan]) => {
      count += 1;
      return {
        storePriceE4: Math.round(yuan * 1e4),
        sku: {
          id: `QG${String(1e3 + count)}`,
          name,
          spec: `${spec}\xD7${perCase}`,
          brand: "\u6E05\u8C37",
          category,
          productLine: drinks.has(category) ? "\u996E\u54C1" : "\u98DF\u54C1",
          barcode: withCheckDigit(`29${String(1e9 + count * 37)}`.slice(0, 12)),
          baseUnit,
          units: [{ unit: "\u7BB1", factor: perCase, sellable: true }],
          shelfLifeDays,
          taxRateBp: 1300,
          minimumQuantity: count % 7 === 0 ? perCase : 0,
          multipleQuantity: count % 7 === 0 ? perCase : 1,
          maximumQuantity: null,
          status: "active"
        }
      };
    })
  );
}
function withCheckDigit(twelve) {
  const total = [...twelve].reduce((sum2, digit, at) => sum2 + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - total % 10) % 10}`;
}

// core/src/partners/password.ts
var import_argon2 = require("@node-rs/argon2");
var parameters = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
var hashPassword = (password) => (0, import_argon2.hash)(password, parameters);
var decoyHash;
async function isPassword(passwordHash, password) {
  if (passwordHash !== void 0) return (0, import_argon2.verify)(passwordHash, password);
  decoyHash ??= hashPassword("nobody has this password");
  await (0, import_argon2.verify)(await decoyHash, password);
  return false;
}

// core/src/partners/service.ts
var import_node_crypto7 = require("node:crypto");

// core/src/partners/tables.ts
var partyTable = table(
  "party",
  {
    id: id(),
    code: text(16),
    kind: text(16),
    name: text(80),
    level: integer(),
    channel: text(16),
    regionCode: text(6),
    status: text(16),
    orderMinimumFen: big(),
    minimumLifeBp: orNull(integer()),
    createdAt: big()
  },
  { primary: ["id"], unique: [["code"]], index: [["kind", "name"]] }
);
var userTable = table(
  "user",
  {
    id: id(),
    partyId: id(),
    loginName: text(64),
    name: text(40),
    passwordHash: text(200),
    roles: json(),
    status: text(16),
    createdAt: big()
  },
  { primary: ["id"], unique: [["loginName"]], index: [["partyId"]] }
);
var sessionTable = table(
  "session",
  {
    id: id(),
    tokenHash: text(64),
    userId: id(),
    device: text(100),
    ip: text(64),
    createdAt: big(),
    lastSeenAt: big(),
    expiresAt: big(),
    endedAt: orNull(big()),
    carriesClock: flag()
  },
  { primary: ["id"], unique: [["tokenHash"]], index: [["userId"], ["expiresAt"]] }
);
var addressTable = table(
  "address",
  {
    id: id(),
    partyId: id(),
    receiver: text(40),
    phone: text(24),
    regionCode: text(6),
    detail: text(200),
    isDefault: flag()
  },
  { primary: ["id"], index: [["partyId"]] }
);
var supplyTable = table(
  "supply",
  { buyerId: id(), sellerId: id(), since: big() },
  { primary: ["buyerId", "sellerId"], index: [["sellerId", "buyerId"]] }
);
var partnerTables = [partyTable, userTable, sessionTable, addressTable, supplyTable];

// core/src/partners/store.ts
function partnerStore(tx) {
  const sql = sqlOf(tx);
  return {
    parties: (ids) => sql.select(partyTable, "WHERE id IN (?)", [ids]),
    headquarters: () => sql.select(partyTable, `WHERE kind = 'hq' LIMIT 1`),
    users: (ids) => sql.select(userTable, "WHERE id IN (?)", [ids]),
    userByLoginName: async (loginName) => (await sql.select(userTable, "WHERE loginName = ?", [loginName]))[0],
    usersOf: (partyId) => sql.select(userTable, "WHERE partyId = ? ORDER BY id", [partyId]),
    setPassword: (userId, passwordHash) => sql.run("UPDATE user SET passwordHash = ? WHERE id = ?", [passwordHash, userId]),
    addresses: (ids, partyIds) => sql.select(addressTable, "WHERE id IN (?) OR (partyId IN (?) AND isDefault = 1)", [ids, partyIds]),
    addressesOf: (partyId) => sql.select(addressTable, "WHERE partyId = ? ORDER BY isDefault DESC, id", [partyId]),
    supplies: (buyerIds) => sql.select(supplyTable, "WHERE buyerId IN (?) ORDER BY buyerId, since, sellerId", [buyerIds]),
    suppliersOf: (buyerId) => sql.select(
      partyTable,
      "WHERE id IN (SELECT sellerId FROM supply WHERE buyerId = ?) ORDER BY level DESC, name, id",
      [buyerId]
    ),
    isSuppliedBy: async (buyerId, sellerId) => (await sql.select(supplyTable, "WHERE buyerId = ? AND sellerId = ?", [buyerId, sellerId])).length > 0,
    search({ sellerId, q, after, limit }) {
      const conditions = ["name LIKE ? ESCAPE '!'"];
      const parameters2 = [`%${q.replace(/[!%_]/g, "!$&")}%`];
      if (sellerId !== null) {
        conditions.push("id IN (SELECT buyerId FROM supply WHERE sellerId = ?)");
        parameters2.push(sellerId);
      }
      if (after !== null) {
        conditions.push("(name > ? OR (name = ? AND id > ?))");
        parameters2.push(after[0], ...after);
      }
      return sql.select(partyTable, `WHERE ${conditions.join(" AND ")} ORDER BY name, id LIMIT ?`, [
        ...parameters2,
        limit
      ]);
    },
    signedIn: async (tokenHash) => (await sql.rows(
      `SELECT session.id AS sessionId, session.lastSeenAt, session.expiresAt, session.endedAt,
                  session.carriesClock, user.id AS userId, user.name AS userName, user.roles,
                  user.status AS userStatus, party.id AS partyId, party.kind AS partyKind,
                  party.status AS partyStatus
           FROM session JOIN user ON user.id = session.userId JOIN party ON party.id = user.partyId
           WHERE session.tokenHash = ?`,
      [tokenHash]
    ))[0],
    addSessions: (sessions) => sql.insert(sessionTable, sessions),
    touchSession: (id2, at) => sql.run("UPDATE session SET lastSeenAt = ? WHERE id = ? AND lastSeenAt < ?", [at, id2, at]),
    liveSessions: (userId, at) => sql.select(
      sessionTable,
      "WHERE userId = ? AND endedAt IS NULL AND expiresAt > ? ORDER BY lastSeenAt DESC, id LIMIT 100",
      [userId, at]
    ),
    endSession: (userId, sessionId, at) => sql.run("UPDATE session SET endedAt = ? WHERE id = ? AND userId = ? AND endedAt IS NULL", [
      at,
      sessionId,
      userId
    ]),
    endOtherSessions: (userId, keptSessionId, at) => sql.run("UPDATE session SET endedAt = ? WHERE userId = ? AND id <> ? AND endedAt IS NULL", [
      at,
      userId,
      keptSessionId
    ]),
    addParties: (parties) => sql.insertMissing(partyTable, parties),
    addUsers: (users) => sql.insertMissing(userTable, users),
    addAddresses: (addresses) => sql.insertMissing(addressTable, addresses),
    addSupplies: (supplies) => sql.insertMissing(supplyTable, supplies)
  };
}
var rolesOf = (signedIn) => JSON.parse(signedIn.roles);

// core/src/partners/service.ts
var wrongPasswordLimit = 10;
var lockMs = 15 * 6e4;
var touchMs = 6e4;
var tokenHashOf = (token) => (0, import_node_crypto7.createHash)("sha256").update(token).digest("hex");
async function loadParties(tx, ids) {
  return keyBy(await partnerStore(tx).parties(ids), (party) => party.id);
}
async function loadAddresses(tx, ids, partyIds) {
  return keyBy(await partnerStore(tx).addresses(ids, partyIds), (address2) => address2.id);
}
async function loadSupplies(tx, buyerIds) {
  return partnerStore(tx).supplies(buyerIds);
}
async function addPartners(tx, added) {
  const store = partnerStore(tx);
  await store.addParties(added.parties ?? []);
  await store.addUsers(added.users ?? []);
  await store.addAddresses(added.addresses ?? []);
  await store.addSupplies(added.supplies ?? []);
}
function partnerService({ database, coordination, newId }, sessionDays) {
  const newSession = (userId, visit, device) => {
    const token = (0, import_node_crypto7.randomBytes)(32).toString("base64url");
    const session = {
      id: newId(),
      tokenHash: tokenHashOf(token),
      userId,
      device: device || visit.deviceId,
      ip: visit.ip,
      createdAt: visit.at,
      lastSeenAt: visit.at,
      expiresAt: visit.at + sessionDays * dayMs,
      endedAt: null,
      carriesClock: false
    };
    return { token, session };
  };
  const checkPassword = async (loginName, password) => {
    const counter = `{login:${loginName.toLowerCase()}}`;
    if ((await coordination.get(counter) ?? 0) >= wrongPasswordLimit) throw new Refused("auth.locked");
    const user = await database.read((tx) => partnerStore(tx).userByLoginName(loginName));
    if (!await isPassword(user?.passwordHash, password) || !user) {
      await coordination.increment(counter, 1, { expiresAfterMs: lockMs });
      throw new Refused("auth.wrong");
    }
    return user;
  };
  const loadMe = (userId) => database.read(async (tx) => {
    const store = partnerStore(tx);
    const [user] = await store.users([userId]);
    const [party] = user ? await store.parties([user.partyId]) : [];
    if (!user || !party) throw new Refused("auth.required");
    return { user, party };
  });
  return {
    /**
     * Checks a password and begins a session. Ten wrong ones lock the name for fifteen minutes.
     * @throws auth.wrong, auth.locked, auth.suspended
     */
    async logIn(visit, input) {
      const user = await checkPassword(input.loginName, input.password);
      const me = await loadMe(user.id);
      if (user.status !== "active" || me.party.status !== "active") throw new Refused("auth.suspended");
      const { token, session } = newSession(user.id, visit, input.device);
      await database.transaction((tx) => partnerStore(tx).addSessions([session]));
      return { token, expiresAt: session.expiresAt, me };
    },
    /** Who a bearer token stands for; null when it is unknown, ended or its user is suspended. */
    async authenticate(token, visit) {
      const found = await database.read((tx) => partnerStore(tx).signedIn(tokenHashOf(token)));
      if (!found || found.endedAt !== null || found.expiresAt <= visit.at) return null;
      if (found.userStatus !== "active" || found.partyStatus !== "active") return null;
      if (visit.at - found.lastSeenAt > touchMs) {
        await database.transaction((tx) => partnerStore(tx).touchSession(found.sessionId, visit.at));
      }
      return {
        caller: {
          ...visit,
          userId: found.userId,
          userName: found.userName,
          partyId: found.partyId,
          partyKind: found.partyKind,
          roles: rolesOf(found),
          sessionId: found.sessionId
        },
        sessionId: found.sessionId,
        carriesClock: found.carriesClock === 1
      };
    },
    me: (caller) => loadMe(caller.userId),
    sessions: (caller) => database.read((tx) => partnerStore(tx).liveSessions(caller.userId, caller.at)),
    /** @throws auth.sessionUnknown */
    async endSession(caller, sessionId) {
      const ended = await database.transaction(
        (tx) => partnerStore(tx).endSession(caller.userId, sessionId, caller.at)
      );
      if (ended === 0) throw new Refused("auth.sessionUnknown");
    },
    /** Ends every other session of the user. @throws auth.wrong, auth.locked */
    async changePassword(caller, currentPassword, newPassword) {
      const { user } = await loadMe(caller.userId);
      await checkPassword(user.loginName, currentPassword);
      const passwordHash = await hashPassword(newPassword);
      await database.transaction(async (tx) => {
        await partnerStore(tx).setPassword(user.id, passwordHash);
        await partnerStore(tx).endOtherSessions(user.id, caller.sessionId, caller.at);
      });
    },
    /**
     * Begins sessions without a password, for load generators and replays, which have the database
     * itself. Such a session may say what time its requests are made at.
     */
    async mintSessions(userIds, at) {
      const visit = { channel: "replay", deviceId: "replay", ip: "", at };
      const minted = userIds.map((userId) => newSession(userId, visit, "replay"));
      await database.transaction(
        (tx) => partnerStore(tx).addSessions(minted.map(({ session }) => ({ ...session, carriesClock: true })))
      );
      return minted.map(({ token }) => token);
    },
    suppliers: (caller) => database.read((tx) => partnerStore(tx).suppliersOf(caller.partyId)),
    addresses: (caller) => database.read((tx) => partnerStore(tx).addressesOf(caller.partyId)),
    /**
     * The supplier a buyer means: the one named, else the first of its own.
     * @throws partners.notSupplied
     */
    supplierFor: (caller, supplierId) => database.read(async (tx) => {
      const suppliers = await partnerStore(tx).suppliersOf(caller.partyId);
      const chosen = supplierId ? suppliers.find((party) => party.id === supplierId) : suppliers[0];
      if (!chosen) throw new Refused("partners.notSupplied");
      return chosen;
    }),
    parties: (ids) => database.read((tx) => loadParties(tx, ids)),
    /** HQ finds every party; anyone else the ones it supplies. */
    search: (caller, filter) => database.read(async (tx) => {
      const found = await partnerStore(tx).search({
        sellerId: caller.partyKind === "hq" ? null : caller.partyId,
        q: filter.q ?? "",
        after: filter.cursor ? readCursor(filter.cursor, "string", "string") : null,
        limit: filter.limit + 1
      });
      return pageOf(found, filter.limit, (party) => [party.name, party.id]);
    }),
    /** HQ itself, or null before it has been set up. */
    headquarters: () => database.read(async (tx) => (await partnerStore(tx).headquarters())[0] ?? null),
    usersOf: (partyId) => database.read((tx) => partnerStore(tx).usersOf(partyId))
  };
}

// core/src/stock/allocate.ts
function allocate(lots, want) {
  const picks = [];
  let short = want.quantity;
  let tooOld = 0;
  for (const lot of [...lots].sort(byExpiry)) {
    const free = lot.onHand - lot.reserved;
    if (lot.quality !== "available" || free <= 0) continue;
    if (lot.expiresOn < want.lastsUntil) {
      tooOld += free;
      continue;
    }
    if (short === 0) break;
    const quantity = Math.min(short, free);
    picks.push({ lotId: lot.id, quantity });
    short -= quantity;
  }
  return { picks, short, ageing: Math.min(short, tooOld) };
}
function byExpiry(left, right) {
  return compare(left.expiresOn, right.expiresOn) || compare(left.producedOn, right.producedOn) || left.receivedAt - right.receivedAt || compare(left.id, right.id);
}
var compare = (left, right) => left < right ? -1 : left > right ? 1 : 0;

// core/src/stock/check-books.ts
var stockBooks = [
  {
    name: "a lot has on hand what its movements sum to",
    table: "lot",
    mismatches: `
      SELECT lot.id, lot.onHand, COALESCE(SUM(movement.quantity), 0) AS moved
      FROM lot LEFT JOIN movement ON movement.lotId = lot.id
      GROUP BY lot.id, lot.onHand HAVING lot.onHand <> COALESCE(SUM(movement.quantity), 0) LIMIT 5`
  },
  {
    name: "a lot has reserved what its open reservations sum to",
    table: "reservation",
    mismatches: `
      SELECT lot.id, lot.reserved, COALESCE(SUM(reservation.open), 0) AS promised
      FROM lot LEFT JOIN reservation ON reservation.lotId = lot.id
      GROUP BY lot.id, lot.reserved HAVING lot.reserved <> COALESCE(SUM(reservation.open), 0) LIMIT 5`
  },
  {
    name: "no lot is negative or promised beyond what is there",
    table: "lot",
    mismatches: `
      SELECT id, onHand, reserved FROM lot
      WHERE onHand < 0 OR reserved < 0 OR reserved > onHand LIMIT 5`
  },
  {
    name: "every reservation belongs to a lot and an order line",
    table: "reservation",
    mismatches: `
      SELECT reservation.orderId, reservation.lineNo, reservation.lotId
      FROM reservation LEFT JOIN lot ON lot.id = reservation.lotId
      LEFT JOIN orderLine ON orderLine.orderId = reservation.orderId AND orderLine.lineNo = reservation.lineNo
      WHERE lot.id IS NULL OR orderLine.skuId IS NULL OR orderLine.skuId <> lot.skuId OR reservation.open < 0
      LIMIT 5`
  }
];

// core/src/stock/required-life.ts
var lifeByChannel = {
  modern: 6667,
  ecommerce: 6667,
  convenience: 5e3,
  traditional: 5e3,
  special: 5e3,
  catering: 3333
};
var deliveryDays = 1;
function lastsUntil(on, shelfLifeDays, buyer) {
  const shareBp = buyer.minimumLifeBp ?? lifeByChannel[buyer.channel] ?? 0;
  const days = Math.ceil(shelfLifeDays * shareBp / 1e4);
  return addDays(on, deliveryDays + Math.max(days, 1));
}

// core/src/stock/tables.ts
var warehouseTable = table(
  "warehouse",
  { id: id(), ownerId: id(), name: text(80), regionCode: text(6) },
  { primary: ["id"], index: [["ownerId"]] }
);
var lotTable = table(
  "lot",
  {
    id: id(),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quality: text(16),
    onHand: big(),
    reserved: big(),
    receivedAt: big()
  },
  {
    primary: ["id"],
    unique: [["warehouseId", "skuId", "lotNo", "quality"]],
    index: [
      ["ownerId", "skuId"],
      ["ownerId", "expiresOn", "id"]
    ]
  }
);
var movementTable = table(
  "movement",
  {
    id: id(),
    lotId: id(),
    ownerId: id(),
    warehouseId: id(),
    skuId: id(),
    quantity: big(),
    kind: text(16),
    documentKind: text(16),
    documentId: id(),
    actorId: id(),
    at: big()
  },
  { primary: ["id"], index: [["lotId"], ["warehouseId", "at"]] }
);
var reservationTable = table(
  "reservation",
  { orderId: id(), lineNo: integer(), lotId: id(), open: big() },
  { primary: ["orderId", "lineNo", "lotId"], index: [["lotId"]] }
);
var stockDayTable = table(
  "stockDay",
  {
    day: day(),
    warehouseId: id(),
    skuId: id(),
    ownerId: id(),
    onHand: big(),
    reserved: big(),
    received: big(),
    shipped: big(),
    stockOut: flag()
  },
  { primary: ["day", "warehouseId", "skuId"], index: [["skuId", "day"]] }
);
var stockTables = [warehouseTable, lotTable, movementTable, reservationTable, stockDayTable];

// core/src/stock/store.ts
function stockStore(tx) {
  const sql = sqlOf(tx);
  const changeLots = async (amounts, set, guard) => {
    if (amounts.size === 0) return;
    const { text: text2, parameters: parameters2 } = caseById(amounts);
    const change = (part) => part.replaceAll("$amount", text2);
    const timesUsed = `${set} ${guard}`.split("$amount").length - 1;
    const changed = await sql.run(`UPDATE lot SET ${change(set)} WHERE ${change(guard)} AND id IN (?)`, [
      ...Array.from({ length: timesUsed }, () => parameters2).flat(),
      [...amounts.keys()]
    ]);
    if (changed !== amounts.size) throw new Contended("lots changed since they were read");
  };
  return {
    warehousesOf: (ownerIds) => sql.select(warehouseTable, "WHERE ownerId IN (?) ORDER BY id", [ownerIds]),
    warehouses: (ids) => sql.select(warehouseTable, "WHERE id IN (?)", [ids]),
    addWarehouses: (warehouses) => sql.insertMissing(warehouseTable, warehouses),
    /** Lots with something free, in id order; locked when a promise is to be made from them. */
    freeLots: (ownerIds, skuIds, locked) => {
      const rest = `WHERE ownerId IN (?) AND skuId IN (?) AND quality = 'available' AND onHand > reserved ORDER BY id`;
      return locked ? sql.selectForUpdate(lotTable, rest, [ownerIds, skuIds]) : sql.select(lotTable, rest, [ownerIds, skuIds]);
    },
    lots: (ids) => sql.select(lotTable, "WHERE id IN (?) ORDER BY id", [ids]),
    lotAt: async (place) => (await sql.selectForUpdate(
      lotTable,
      "WHERE warehouseId = ? AND skuId = ? AND lotNo = ? AND quality = ?",
      [place.warehouseId, place.skuId, place.lotNo, place.quality]
    ))[0],
    addLots: (lots) => sql.insertMissing(lotTable, lots),
    lotPage: ({ ownerId, skuId, after, limit }) => {
      const conditions = ["ownerId = ?", "onHand > 0"];
      const parameters2 = [ownerId];
      if (skuId !== null) {
        conditions.push("skuId = ?");
        parameters2.push(skuId);
      }
      if (after !== null) {
        conditions.push("(expiresOn > ? OR (expiresOn = ? AND id > ?))");
        parameters2.push(after[0], ...after);
      }
      return sql.select(lotTable, `WHERE ${conditions.join(" AND ")} ORDER BY expiresOn, id LIMIT ?`, [
        ...parameters2,
        limit
      ]);
    },
    free: (ownerId, skuIds, lastsUntil2) => sql.rows(
      `SELECT skuId, SUM(onHand - reserved) AS quantity FROM lot
         WHERE ownerId = ? AND skuId IN (?) AND quality = 'available' AND expiresOn >= ?
         GROUP BY skuId`,
      [ownerId, skuIds, lastsUntil2]
    ),
    reservations: (orderIds) => sql.select(reservationTable, "WHERE orderId IN (?) AND open > 0 ORDER BY orderId, lineNo, lotId", [
      orderIds
    ]),
    async reserve(reservations) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await changeLots(amounts, "reserved = reserved + $amount", "onHand - reserved >= $amount");
      await sql.insert(reservationTable, reservations);
    },
    async release(reservations) {
      const amounts = addAmounts(reservations.map(({ lotId, open }) => [lotId, open]));
      await changeLots(amounts, "reserved = reserved - $amount", "reserved >= $amount");
      const orderIds = [...new Set(reservations.map(({ orderId }) => orderId))];
      await sql.run("DELETE FROM reservation WHERE orderId IN (?)", [orderIds]);
    },
    /** Goods leave: the promise and the goods go together. */
    async issue(releases) {
      const amounts = addAmounts(releases.map(({ lotId, quantity }) => [lotId, quantity]));
      await changeLots(
        amounts,
        "onHand = onHand - $amount, reserved = reserved - $amount",
        "reserved >= $amount AND onHand >= $amount"
      );
      for (const { orderId, lineNo, lotId, quantity } of releases) {
        const changed = await sql.run(
          "UPDATE reservation SET open = open - ? WHERE orderId = ? AND lineNo = ? AND lotId = ? AND open >= ?",
          [quantity, orderId, lineNo, lotId, quantity]
        );
        if (changed !== 1) throw new Contended("a reservation changed since it was read");
      }
    },
    add: (amounts) => changeLots(amounts, "onHand = onHand + $amount", "onHand >= 0"),
    addMovements: (movements) => sql.insert(movementTable, movements),
    /** What each SKU of a warehouse came to at an instant, and what moved since another. */
    dayOf: (warehouseId, from, to) => sql.rows(
      `SELECT lot.warehouseId, lot.skuId, lot.ownerId,
                SUM(lot.onHand - COALESCE(moved.since, 0)) AS onHand,
                SUM(CASE WHEN lot.quality = 'available' THEN lot.reserved ELSE 0 END) AS reserved,
                SUM(COALESCE(moved.received, 0)) AS received, SUM(COALESCE(moved.shipped, 0)) AS shipped
         FROM lot LEFT JOIN (
           SELECT lotId, SUM(CASE WHEN at >= ? THEN quantity ELSE 0 END) AS since,
                  SUM(CASE WHEN at < ? AND quantity > 0 THEN quantity ELSE 0 END) AS received,
                  SUM(CASE WHEN at < ? AND quantity < 0 THEN -quantity ELSE 0 END) AS shipped
           FROM movement WHERE warehouseId = ? AND at >= ? GROUP BY lotId
         ) moved ON moved.lotId = lot.id
         WHERE lot.warehouseId = ? GROUP BY lot.warehouseId, lot.skuId, lot.ownerId ORDER BY lot.skuId`,
      [to, to, to, warehouseId, from, warehouseId]
    ),
    addStockDays: (days) => sql.insertMissing(stockDayTable, days),
    allWarehouses: () => sql.select(warehouseTable, "ORDER BY id")
  };
}

// core/src/stock/service.ts
async function loadFreeLots(tx, sellerIds, skuIds, locked) {
  return stockStore(tx).freeLots(sellerIds, skuIds, locked);
}
async function reserveLots(tx, reservations) {
  if (reservations.length > 0) await stockStore(tx).reserve(reservations);
}
async function loadReservations(tx, orderIds) {
  return stockStore(tx).reservations(orderIds);
}
async function releaseOrders(tx, orderIds) {
  const store = stockStore(tx);
  const reservations = await store.reservations(orderIds);
  if (reservations.length > 0) await store.release(reservations);
}
async function issueLots(tx, newId, releases, movers) {
  const store = stockStore(tx);
  const lots = keyBy(await store.lots([...new Set(releases.map(({ lotId }) => lotId))]), (lot) => lot.id);
  await store.issue(releases);
  await store.addMovements(
    releases.map(({ lotId, quantity }) => {
      const { ownerId, warehouseId, skuId } = lots.get(lotId);
      return { id: newId(), lotId, ownerId, warehouseId, skuId, quantity: -quantity, ...movers };
    })
  );
  return lots;
}
async function takeIn(tx, newId, arrivals, movers) {
  const store = stockStore(tx);
  const taken = [];
  for (const arrival of arrivals) {
    const { quantity, ...place } = arrival;
    await store.addLots([{ ...place, id: newId(), onHand: 0, reserved: 0, receivedAt: movers.at }]);
    const lot = await store.lotAt(place);
    if (!lot) throw new Error("a lot that was just added is not there");
    if (lot.producedOn !== arrival.producedOn || lot.ownerId !== arrival.ownerId) {
      throw new Refused("stock.lotDiffers");
    }
    await store.add(/* @__PURE__ */ new Map([[lot.id, quantity]]));
    const { ownerId, warehouseId, skuId } = lot;
    await store.addMovements([
      { id: newId(), lotId: lot.id, ownerId, warehouseId, skuId, quantity, ...movers }
    ]);
    taken.push({ ...lot, onHand: lot.onHand + quantity });
  }
  return taken;
}
async function loadWarehouses(tx, ownerIds) {
  return stockStore(tx).warehousesOf(ownerIds);
}
async function loadLots(tx, lotIds) {
  const store = stockStore(tx);
  const lots = await store.lots(lotIds);
  const warehouses = await store.warehouses([...new Set(lots.map((lot) => lot.warehouseId))]);
  return {
    lots: keyBy(lots, (lot) => lot.id),
    warehouseNames: new Map(warehouses.map(({ id: id2, name }) => [id2, name]))
  };
}
async function addWarehouses(tx, warehouses) {
  await stockStore(tx).addWarehouses(warehouses);
}
function stockService({ database, newId }) {
  return {
    warehouses: (caller) => database.read((tx) => stockStore(tx).warehousesOf([caller.partyId])),
    /** The caller's lots, first to expire first. */
    lots: (caller, filter) => database.read(async (tx) => {
      const store = stockStore(tx);
      const found = await store.lotPage({
        ownerId: caller.partyId,
        skuId: filter.skuId ?? null,
        after: filter.cursor ? readCursor(filter.cursor, "string", "string") : null,
        limit: filter.limit + 1
      });
      const page = pageOf(found, filter.limit, (lot) => [lot.expiresOn, lot.id]);
      const warehouses = await store.warehousesOf([caller.partyId]);
      return { ...page, warehouseNames: new Map(warehouses.map(({ id: id2, name }) => [id2, name])) };
    }),
    /** How much of each SKU a seller could promise for tomorrow; absent means none. */
    free: (sellerId, skuIds, on) => database.read(async (tx) => {
      const rows = await stockStore(tx).free(sellerId, skuIds, addDays(on, 1));
      return new Map(rows.map(({ skuId, quantity }) => [skuId, quantity]));
    }),
    /**
     * Receives a lot into one of the caller's warehouses.
     * @throws stock.warehouseUnknown, stock.dateInFuture, stock.lotDiffers, command.idReused
     */
    receive: (caller, input) => database.transaction(async (tx) => {
      const { receiptId, shelfLifeDays, ...place } = input;
      const command = {
        commandId: receiptId,
        partyId: caller.partyId,
        kind: "stock.receive",
        input,
        at: caller.at
      };
      const { lotId } = await answerOnce(tx, command, async () => {
        const [warehouse] = await stockStore(tx).warehouses([input.warehouseId]);
        if (warehouse?.ownerId !== caller.partyId) throw new Refused("stock.warehouseUnknown");
        if (daysBetween(dayOf(caller.at), input.producedOn) > 0) throw new Refused("stock.dateInFuture");
        const arrival = {
          ...place,
          ownerId: caller.partyId,
          quality: "available",
          expiresOn: addDays(input.producedOn, shelfLifeDays)
        };
        const [lot2] = await takeIn(tx, newId, [arrival], {
          kind: "receive",
          documentKind: "receipt",
          documentId: receiptId,
          actorId: caller.userId,
          at: caller.at
        });
        return { lotId: lot2.id };
      });
      const { lots, warehouseNames } = await loadLots(tx, [lotId]);
      const lot = lots.get(lotId);
      return { lot, warehouseName: warehouseNames.get(lot.warehouseId) ?? "" };
    })
  };
}
function recordDayJob({
  database,
  clock
}) {
  return {
    name: "stock.recordDay",
    every: { dailyAt: "00:20" },
    run: async () => {
      const day2 = addDays(dayOf(clock.now()), -1);
      const warehouses = await database.read((tx) => stockStore(tx).allWarehouses());
      for (const { id: id2 } of warehouses) {
        await database.transaction((tx) => recordDay(tx, id2, day2));
      }
    }
  };
}
async function recordDay(tx, warehouseId, day2) {
  const store = stockStore(tx);
  const rows = await store.dayOf(warehouseId, startOfDay(day2), startOfDay(addDays(day2, 1)));
  return store.addStockDays(rows.map((row) => ({ ...row, day: day2, stockOut: row.onHand - row.reserved <= 0 })));
}

// core/src/territory/check-territory.ts
function checkTerritory(grants, passage) {
  const forLine = grants.filter((grant) => coversGoods(grant, passage));
  if (forLine.length === 0) return { answer: "block", reason: "line" };
  const forArea = forLine.filter((grant) => grant.areas.some((area) => coversArea(area, passage.regionCode)));
  if (forArea.length === 0) return { answer: "block", reason: "area" };
  const forChannel = forArea.filter(
    (grant) => grant.channels.length === 0 || grant.channels.includes(passage.channel)
  );
  if (forChannel.length === 0) return { answer: "block", reason: "channel" };
  const inForce = forChannel.filter((grant) => isWithin(passage.on, grant.startsOn, grant.endsOn));
  const regular = inForce.find((grant) => grant.kind === "regular");
  if (regular) return { answer: "pass", grantId: regular.id };
  const temporary = inForce[0];
  return temporary ? { answer: "review", grantId: temporary.id } : { answer: "block", reason: "date" };
}
function coversGoods(grant, { skuId, productLine }) {
  if (grant.excludedSkuIds.includes(skuId)) return false;
  return grant.productLine === "*" || grant.productLine === productLine || grant.includedSkuIds.includes(skuId);
}
function coversArea(area, regionCode) {
  if (area === "*") return true;
  return regionCode.startsWith(area.replace(/(00)+$/, ""));
}

// core/src/territory/region-names.ts
var import_area_data = require("@vant/area-data");

// core/src/territory/tables.ts
var grantTable = table(
  "territoryGrant",
  {
    id: id(),
    sellerId: id(),
    name: text(80),
    productLine: text(40),
    includedSkuIds: json(),
    excludedSkuIds: json(),
    areas: json(),
    channels: json(),
    startsOn: day(),
    endsOn: orNull(day()),
    exclusive: flag(),
    kind: text(16)
  },
  { primary: ["id"], index: [["sellerId"]] }
);
var territoryTables = [grantTable];

// core/src/territory/store.ts
function territoryStore(tx) {
  const sql = sqlOf(tx);
  return {
    grantsOf: (sellerIds) => sql.select(grantTable, "WHERE sellerId IN (?) ORDER BY id", [sellerIds]),
    add: (grants) => sql.insertMissing(grantTable, grants)
  };
}

// core/src/territory/service.ts
async function loadGrants(tx, sellerIds) {
  const grants = await territoryStore(tx).grantsOf(sellerIds);
  return groupBy(grants, (grant) => grant.sellerId);
}
async function addGrants(tx, grants) {
  return territoryStore(tx).add(grants);
}

// core/src/demo/partners.ts
var headquarters = { code: "HQ", name: "\u6E05\u8C37\u98DF\u54C1\u96C6\u56E2", regionCode: "330106" };
var distributors = [
  {
    code: "D01",
    name: "\u676D\u5DDE\u6C47\u4E30\u98DF\u54C1\u5546\u884C",
    areas: ["3301"],
    place: ["330108", "\u957F\u6CB3\u8857\u9053\u6C5F\u5357\u5927\u9053 588 \u53F7 2 \u53F7\u5E93"],
    contact: "\u5468\u56FD\u5E73"
  },
  {
    code: "D02",
    name: "\u5B81\u6CE2\u6D77\u8054\u5546\u8D38",
    areas: ["3302", "3306"],
    place: ["330212", "\u6F58\u706B\u8857\u9053\u5B81\u6A2A\u8DEF 1288 \u53F7"],
    contact: "\u9648\u6D77\u6CE2"
  },
  {
    code: "D03",
    name: "\u4E0A\u6D77\u7533\u8FBE\u4F9B\u5E94\u94FE",
    areas: ["310000"],
    place: ["310114", "\u6C5F\u6865\u9547\u534E\u6C5F\u8DEF 850 \u53F7"],
    contact: "\u6C88\u4F1F"
  }
];
var hangzhou = [
  ["330106", "\u6587\u4E09\u8DEF 478 \u53F7"],
  ["330106", "\u53E4\u58A9\u8DEF 97 \u53F7"],
  ["330105", "\u83AB\u5E72\u5C71\u8DEF 811 \u53F7"],
  ["330102", "\u5E86\u6625\u8DEF 225 \u53F7"],
  ["330108", "\u6EE8\u76DB\u8DEF 1509 \u53F7"],
  ["330109", "\u5E02\u5FC3\u4E2D\u8DEF 260 \u53F7"],
  ["330110", "\u826F\u6E1A\u8857\u9053\u91D1\u660C\u8DEF 33 \u53F7"],
  ["330113", "\u4E34\u5E73\u5927\u9053 502 \u53F7"]
];
var ningbo = [
  ["330203", "\u4E2D\u5C71\u897F\u8DEF 136 \u53F7"],
  ["330205", "\u4EBA\u6C11\u8DEF 88 \u53F7"],
  ["330206", "\u65B0\u78B6\u8857\u9053\u660E\u5DDE\u8DEF 306 \u53F7"],
  ["330212", "\u5929\u7AE5\u5317\u8DEF 933 \u53F7"],
  ["330211", "\u9A86\u9A7C\u8857\u9053\u6148\u6D77\u5357\u8DEF 20 \u53F7"],
  ["330602", "\u89E3\u653E\u5317\u8DEF 419 \u53F7"],
  ["330603", "\u67EF\u6865\u8857\u9053\u88D5\u6C11\u8DEF 66 \u53F7"]
];
var shanghai = [
  ["310101", "\u798F\u5DDE\u8DEF 318 \u53F7"],
  ["310104", "\u6F15\u6EAA\u5317\u8DEF 41 \u53F7"],
  ["310105", "\u5B9A\u897F\u8DEF 1018 \u53F7"],
  ["310106", "\u897F\u5EB7\u8DEF 501 \u53F7"],
  ["310110", "\u56DB\u5E73\u8DEF 1396 \u53F7"],
  ["310112", "\u8398\u5EFA\u4E1C\u8DEF 58 \u53F7"],
  ["310115", "\u6D66\u5EFA\u8DEF 729 \u53F7"]
];
var shopNames = ["\u597D\u90BB\u5C45", "\u963F\u798F", "\u4E07\u5BB6", "\u5C0F\u6843\u56ED", "\u6668\u5149", "\u8001\u8857\u574A", "\u798F\u6EE1", "\u7EA2\u65D7"];
var shopKinds = [
  ["\u4FBF\u5229\u5E97", "convenience"],
  ["\u8D85\u5E02", "modern"],
  ["\u70DF\u9152\u526F\u98DF", "traditional"],
  ["\u9910\u996E\u5E97", "catering"]
];
var surnames = "\u738B\u674E\u5F20\u5218\u9648\u6768\u8D75\u9EC4";
var stores = [
  ...hangzhou.map((place) => ["D01", place]),
  ...ningbo.map((place) => ["D02", place]),
  ...shanghai.map((place) => ["D03", place])
].map(([distributorCode, place], at) => {
  const [kind, channel] = shopKinds[at % shopKinds.length] ?? ["\u4FBF\u5229\u5E97", "convenience"];
  return {
    code: `S${String(at + 1).padStart(3, "0")}`,
    name: `${shopNames[at % shopNames.length]}${kind}\uFF08${place[1].replace(/ .*$/, "")}\u5E97\uFF09`,
    distributorCode,
    channel,
    place,
    contact: `${surnames[at % surnames.length]}\u8001\u677F`
  };
});
var demoParty = (given, at) => ({
  id: given.code,
  status: "active",
  orderMinimumFen: given.kind === "hq" ? 1e5 : given.kind === "distributor" ? 5e3 : 0,
  minimumLifeBp: given.kind === "distributor" ? 3333 : null,
  createdAt: at,
  ...given
});

// core/src/demo/random.ts
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}

// core/src/demo/load-demo.ts
var demoPassword = "tongpan-demo";
var demoAccounts = [
  { loginName: "hq", who: "\u603B\u90E8\uFF08\u63A7\u5236\u53F0 /admin/\uFF09" },
  { loginName: "d01", who: "\u7ECF\u9500\u5546 \u676D\u5DDE\u6C47\u4E30\u98DF\u54C1\u5546\u884C" },
  { loginName: "s001", who: `\u95E8\u5E97 ${stores[0]?.name ?? ""}` }
];
async function loadDemo({ database, newId, clock }) {
  const now = clock.now();
  const today = dayOf(now);
  const goods = demoGoods();
  const passwordHash = await hashPassword(demoPassword);
  const partners = demoPartners(now - 200 * dayMs, passwordHash);
  await database.transaction(async (tx) => {
    await addPartners(tx, partners);
    await addSkus(
      tx,
      goods.map(({ sku }) => sku)
    );
    for (const { list, lines } of demoPrices(goods, today)) await addPriceList(tx, list, lines);
    await addGrants(tx, demoGrants(today));
    await addAccounts(tx, demoCredit(partners.supplies));
    await addWarehouses(tx, demoWarehouses);
    const movers = { documentId: "demo", actorId: "system", at: now - 30 * dayMs };
    await takeIn(tx, newId, demoLots(goods, today), { kind: "receive", documentKind: "receipt", ...movers });
  });
}
function demoPartners(at, passwordHash) {
  const parties = [];
  const users = [];
  const addresses = [];
  const supplies = [];
  const addParty = (party, contact, roles2) => {
    parties.push(party);
    const loginName = party.code.toLowerCase();
    users.push({
      id: `U-${party.code}`,
      partyId: party.id,
      loginName,
      name: contact,
      passwordHash,
      roles: roles2,
      status: "active",
      createdAt: at
    });
  };
  const addAddress = (partyId, receiver, [regionCode, detail], at2) => addresses.push({
    id: `A-${partyId}`,
    partyId,
    receiver,
    phone: `1390000${String(1e3 + at2).slice(0, 4)}`,
    regionCode,
    detail,
    isDefault: true
  });
  addParty(demoParty({ ...headquarters, kind: "hq", level: 0, channel: "traditional" }, at), "\u6797\u603B\u76D1", [
    "owner"
  ]);
  distributors.forEach(({ code, name, place, contact }, index) => {
    addParty(
      demoParty(
        { code, name, kind: "distributor", level: 1, channel: "traditional", regionCode: place[0] },
        at
      ),
      contact,
      ["owner"]
    );
    addAddress(code, contact, place, index);
    supplies.push({ buyerId: code, sellerId: headquarters.code, since: at });
  });
  stores.forEach(({ code, name, place, contact, channel, distributorCode }, index) => {
    addParty(demoParty({ code, name, kind: "store", level: 2, channel, regionCode: place[0] }, at), contact, [
      "owner"
    ]);
    addAddress(code, contact, place, 100 + index);
    supplies.push({ buyerId: code, sellerId: distributorCode, since: at });
  });
  return { parties, users, addresses, supplies };
}
function demoPrices(goods, today) {
  const listOf = (sellerId, shareOfStorePrice) => {
    const id2 = `PL-${sellerId}`;
    const list = {
      id: id2,
      sellerId,
      name: sellerId === headquarters.code ? "\u7ECF\u9500\u5546\u51FA\u5382\u4EF7" : "\u95E8\u5E97\u6807\u51C6\u4EF7",
      kind: "standard",
      buyerId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      priority: 0,
      startsOn: addDays(today, -365),
      endsOn: null
    };
    const lines = goods.map(({ sku, storePriceE4 }) => {
      const unitPriceE4 = Math.round(storePriceE4 * shareOfStorePrice / 100) * 100;
      return { priceListId: id2, skuId: sku.id, unitPriceE4, floorPriceE4: Math.floor(unitPriceE4 * 0.9) };
    });
    return { list, lines };
  };
  return [listOf(headquarters.code, 0.82), listOf("D01", 1), listOf("D02", 1.01), listOf("D03", 1.03)];
}
function demoGrants(today) {
  const grant = (sellerId, name, areas) => ({
    id: `G-${sellerId}`,
    sellerId,
    name,
    productLine: "*",
    includedSkuIds: [],
    excludedSkuIds: [],
    areas,
    channels: [],
    startsOn: addDays(today, -365),
    endsOn: null,
    exclusive: true,
    kind: "regular"
  });
  return [
    grant(headquarters.code, "\u5168\u56FD", ["*"]),
    ...distributors.map(({ code, name, areas }) => grant(code, `${name}\u6388\u6743\u533A\u57DF`, areas))
  ];
}
function demoCredit(supplies) {
  return supplies.map(({ buyerId, sellerId }) => ({
    id: `C-${buyerId}`,
    sellerId,
    buyerId,
    limitFen: sellerId === headquarters.code ? 5e7 : 8e5,
    termDays: sellerId === headquarters.code ? 45 : 30,
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0
  }));
}
var demoWarehouses = [
  { id: "W-HQ", ownerId: headquarters.code, name: "\u603B\u90E8\u676D\u5DDE\u4E2D\u5FC3\u4ED3", regionCode: headquarters.regionCode },
  ...distributors.map(({ code, name, place }) => ({
    id: `W-${code}`,
    ownerId: code,
    name: `${name}\u4ED3`,
    regionCode: place[0]
  }))
];
function demoLots(goods, today) {
  const random = randomOf(20260101);
  return demoWarehouses.flatMap(
    ({ id: warehouseId, ownerId }) => goods.flatMap(({ sku }) => {
      const perCase = sku.units[0]?.factor ?? 1;
      const cases = ownerId === headquarters.code ? 400 : 30;
      const isShort = ownerId !== headquarters.code && random() < 0.06;
      return [0.05 + random() * 0.1, 0.25 + random() * 0.2, 0.55 + random() * 0.3].map((age, at) => {
        const producedOn = addDays(today, -Math.ceil(age * sku.shelfLifeDays));
        const share = isShort ? 0.02 : 0.5 + random();
        return {
          ownerId,
          warehouseId,
          skuId: sku.id,
          lotNo: `${producedOn.replaceAll("-", "").slice(2)}${"ABC"[at]}`,
          producedOn,
          expiresOn: addDays(producedOn, sku.shelfLifeDays),
          quality: "available",
          quantity: Math.max(1, Math.round(cases * share * (at === 2 ? 0.2 : 1))) * perCase
        };
      });
    })
  );
}

// core/src/demo/play-demo.ts
var pastDays = 14;
async function playDemo({ orders, credit, clock, newId }) {
  const random = randomOf(7);
  const goods = demoGoods();
  const now = clock.now();
  const basket = () => Array.from(
    { length: 3 + Math.floor(random() * 6) },
    () => goods[Math.floor(random() * goods.length)]
  ).filter((good, at, all) => all.indexOf(good) === at).map(({ sku }) => ({
    skuId: sku.id,
    quantity: (sku.units[0]?.factor ?? 1) * (1 + Math.floor(random() * 3))
  }));
  for (let daysAgo = pastDays; daysAgo >= 0; daysAgo -= 1) {
    for (const store of stores) {
      if (random() > 0.22) continue;
      const at = now - daysAgo * dayMs - Math.floor(random() * 6) * 36e5;
      const buyer = callerOf(store.code, "store", at);
      const seller = callerOf(store.distributorCode, "distributor", at + 36e5);
      const { order } = await orders.place(buyer, { orderId: newId(), lines: basket(), note: "" });
      if (order.state !== "approved" || daysAgo === 0) continue;
      const shipmentId = newId();
      await orders.ship(seller, { orderId: order.id, shipmentId, carrier: "\u81EA\u6709\u8F66\u961F", trackingNo: "" });
      if (daysAgo <= 1) continue;
      const signedAt = { ...buyer, at: at + dayMs };
      await orders.sign(signedAt, { orderId: order.id, shipmentId, commandId: newId(), differences: [] });
      if (random() < 0.3) {
        await credit.receive(
          { ...seller, at: at + 3 * dayMs },
          { receiptId: newId(), buyerId: store.code, amountFen: order.payableFen }
        );
      }
    }
  }
}
var callerOf = (code, partyKind, at) => ({
  userId: `U-${code}`,
  userName: stores.find((store) => store.code === code)?.contact ?? "\u7ECF\u9500\u5546",
  partyId: code,
  partyKind,
  roles: ["owner"],
  sessionId: "",
  channel: partyKind === "store" ? "weapp" : "pc",
  deviceId: `demo-${code}`,
  ip: "127.0.0.1",
  at
});

// core/src/orders/check-books.ts
var orderBooks = [
  {
    name: "an order comes to what its lines come to",
    table: "salesOrder",
    mismatches: `
      SELECT salesOrder.id, salesOrder.goodsFen, SUM(orderLine.amountFen) AS lineGoodsFen,
             salesOrder.payableFen, SUM(orderLine.payableFen) AS linePayableFen
      FROM salesOrder LEFT JOIN orderLine ON orderLine.orderId = salesOrder.id
      GROUP BY salesOrder.id, salesOrder.goodsFen, salesOrder.payableFen
      HAVING salesOrder.goodsFen <> COALESCE(SUM(orderLine.amountFen), -1)
          OR salesOrder.payableFen <> COALESCE(SUM(orderLine.payableFen), -1) LIMIT 5`
  },
  {
    name: "no line gives more than was ordered",
    table: "orderLine",
    mismatches: `
      SELECT orderId, lineNo, quantity, reserved, shipped, signed, cancelled FROM orderLine
      WHERE reserved < 0 OR shipped < 0 OR signed < 0 OR cancelled < 0
         OR reserved + shipped + cancelled > quantity OR signed > shipped LIMIT 5`
  },
  {
    name: "an approved order has every unit promised, shipped or cancelled",
    table: "orderLine",
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, quantity, reserved, shipped, cancelled
      FROM orderLine JOIN salesOrder ON salesOrder.id = orderLine.orderId
      WHERE salesOrder.state IN ('approved', 'picking', 'shipped', 'signed', 'completed')
        AND reserved + shipped + cancelled <> quantity LIMIT 5`
  },
  {
    name: "an order that ended holds no stock and no credit",
    table: "salesOrder",
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, salesOrder.heldFen, SUM(orderLine.reserved) AS reserved
      FROM salesOrder JOIN orderLine ON orderLine.orderId = salesOrder.id
      WHERE salesOrder.state IN ('rejected', 'cancelled', 'shortClosed', 'shipped', 'signed', 'completed')
      GROUP BY salesOrder.id, salesOrder.state, salesOrder.heldFen
      HAVING salesOrder.heldFen <> 0 OR SUM(orderLine.reserved) <> 0 LIMIT 5`
  },
  {
    name: "a line has reserved what its open reservations sum to",
    table: "orderLine",
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, orderLine.reserved, COALESCE(SUM(reservation.open), 0) AS promised
      FROM orderLine LEFT JOIN reservation
        ON reservation.orderId = orderLine.orderId AND reservation.lineNo = orderLine.lineNo
      GROUP BY orderLine.orderId, orderLine.lineNo, orderLine.reserved
      HAVING orderLine.reserved <> COALESCE(SUM(reservation.open), 0) LIMIT 5`
  },
  {
    name: "a line has shipped and signed what its shipments say",
    table: "shipmentLine",
    mismatches: `
      SELECT orderLine.orderId, orderLine.lineNo, orderLine.shipped, orderLine.signed,
             COALESCE(SUM(shipmentLine.quantity), 0) AS shippedSum, COALESCE(SUM(shipmentLine.accepted), 0) AS signedSum
      FROM orderLine LEFT JOIN shipmentLine
        ON shipmentLine.orderId = orderLine.orderId AND shipmentLine.lineNo = orderLine.lineNo
      GROUP BY orderLine.orderId, orderLine.lineNo, orderLine.shipped, orderLine.signed
      HAVING orderLine.shipped <> COALESCE(SUM(shipmentLine.quantity), 0)
          OR orderLine.signed <> COALESCE(SUM(shipmentLine.accepted), 0) LIMIT 5`
  },
  {
    name: "a signed shipment line accounts for every unit",
    table: "shipmentLine",
    mismatches: `
      SELECT shipmentId, shipmentLineNo, quantity, accepted, short, damaged, refused FROM shipmentLine
      WHERE accepted IS NOT NULL AND accepted + short + damaged + refused <> quantity LIMIT 5`
  },
  {
    name: "what was shipped left the lots it names",
    table: "shipment",
    mismatches: `
      SELECT shipped.shipmentId, shipped.lotId, shipped.quantity, moved.quantity AS moved
      FROM (SELECT shipmentId, lotId, SUM(quantity) AS quantity FROM shipmentLine GROUP BY shipmentId, lotId) shipped
      LEFT JOIN (
        SELECT documentId, lotId, SUM(-quantity) AS quantity FROM movement
        WHERE kind = 'ship' GROUP BY documentId, lotId
      ) moved ON moved.documentId = shipped.shipmentId AND moved.lotId = shipped.lotId
      WHERE moved.quantity IS NULL OR moved.quantity <> shipped.quantity LIMIT 5`
  },
  {
    name: "an account holds what its orders hold",
    table: "creditAccount",
    mismatches: `
      SELECT account.id, account.heldFen, COALESCE(SUM(salesOrder.heldFen), 0) AS orderFen
      FROM creditAccount account LEFT JOIN salesOrder
        ON salesOrder.buyerId = account.buyerId AND salesOrder.sellerId = account.sellerId
      GROUP BY account.id, account.heldFen HAVING account.heldFen <> COALESCE(SUM(salesOrder.heldFen), 0) LIMIT 5`
  },
  {
    name: "an account has shipped what waits to be signed for",
    table: "creditAccount",
    mismatches: `
      SELECT account.id, account.shippedFen, COALESCE(SUM(shipmentLine.amountFen), 0) AS unsignedFen
      FROM creditAccount account
      LEFT JOIN salesOrder ON salesOrder.buyerId = account.buyerId AND salesOrder.sellerId = account.sellerId
      LEFT JOIN shipmentLine ON shipmentLine.orderId = salesOrder.id AND shipmentLine.accepted IS NULL
      GROUP BY account.id, account.shippedFen
      HAVING account.shippedFen <> COALESCE(SUM(shipmentLine.amountFen), 0) LIMIT 5`
  },
  {
    name: "an order is billed for what was accepted",
    table: "bill",
    mismatches: `
      SELECT signed.orderId, signed.amountFen, billed.amountFen AS billedFen
      FROM (SELECT orderId, SUM(acceptedFen) AS amountFen FROM shipmentLine GROUP BY orderId) signed
      LEFT JOIN (SELECT orderId, SUM(amountFen) AS amountFen FROM bill GROUP BY orderId) billed
        ON billed.orderId = signed.orderId
      WHERE signed.amountFen <> COALESCE(billed.amountFen, 0) LIMIT 5`
  },
  {
    name: "a held order says why, and only a held order waits",
    table: "orderHold",
    mismatches: `
      SELECT salesOrder.id, salesOrder.state, COUNT(orderHold.kind) AS openHolds
      FROM salesOrder LEFT JOIN orderHold ON orderHold.orderId = salesOrder.id AND orderHold.status = 'open'
      GROUP BY salesOrder.id, salesOrder.state
      HAVING (salesOrder.state = 'held' AND COUNT(orderHold.kind) = 0)
          OR (salesOrder.state <> 'held' AND COUNT(orderHold.kind) > 0) LIMIT 5`
  },
  {
    name: "the orders a seller was counted are the orders there are",
    table: "orderCount",
    mismatches: `
      SELECT counted.sellerId, counted.orderCount, COALESCE(stored.orderCount, 0) AS stored
      FROM (SELECT sellerId, SUM(orderCount) AS orderCount FROM orderCount GROUP BY sellerId) counted
      LEFT JOIN (SELECT sellerId, COUNT(*) AS orderCount FROM salesOrder GROUP BY sellerId) stored
        ON stored.sellerId = counted.sellerId
      WHERE counted.orderCount <> COALESCE(stored.orderCount, 0) LIMIT 5`
  }
];

// core/src/risk/score-order.ts
var dayMs2 = 864e5;
var indicatorScore = {
  amountJump: 25,
  quantityJump: 20,
  orderBurst: 20,
  orderSlicing: 30,
  newAddress: 15
};
function scoreOrder(order, history, approvalLimitFen) {
  const indicators = [
    amountJump(order, history),
    quantityJump(order, history),
    orderBurst(order, history),
    orderSlicing(order, history, approvalLimitFen),
    newAddress(order, history)
  ].filter((indicator) => indicator !== null);
  const score = Math.min(
    100,
    indicators.reduce((total, indicator) => total + indicator.score, 0)
  );
  return { score, indicators };
}
var leastHistory = 5;
function amountJump(order, history) {
  if (history.length < leastHistory) return null;
  const amounts = history.map(({ payableFen }) => payableFen);
  const mean = amounts.reduce((total, amount) => total + amount, 0) / amounts.length;
  const variance = amounts.reduce((total, amount) => total + (amount - mean) ** 2, 0) / amounts.length;
  const deviation = Math.sqrt(variance);
  if (order.payableFen <= 3 * mean || order.payableFen - mean <= 3 * deviation) return null;
  return fired(
    "amountJump",
    `\u91D1\u989D ${formatYuan(order.payableFen)}\uFF0C\u8FD1 90 \u5929\u5747\u503C ${formatYuan(Math.round(mean))}`
  );
}
function quantityJump(order, history) {
  const recent = history.slice(-6);
  if (recent.length < 6) return null;
  for (const [skuId, quantity] of Object.entries(order.quantities)) {
    const most = Math.max(0, ...recent.map(({ quantities }) => quantities[skuId] ?? 0));
    if (most > 0 && quantity > 3 * most) {
      return fired("quantityJump", `${skuId} \u672C\u5355 ${quantity}\uFF0C\u8FD1 6 \u5355\u6700\u591A ${most}`);
    }
  }
  return null;
}
function orderBurst(order, history) {
  const within2 = history.filter(({ placedAt }) => order.placedAt - placedAt < 6e5).length + 1;
  return within2 >= 5 ? fired("orderBurst", `10 \u5206\u949F\u5185 ${within2} \u5355`) : null;
}
function orderSlicing(order, history, limitFen) {
  if (limitFen === null || limitFen <= 0) return null;
  const justUnder = ({ payableFen }) => payableFen >= 0.8 * limitFen && payableFen <= limitFen;
  const sliced = [...history.filter(({ placedAt }) => order.placedAt - placedAt < dayMs2), order].filter(
    justUnder
  );
  return sliced.length >= 3 && justUnder(order) ? fired("orderSlicing", `24 \u5C0F\u65F6\u5185 ${sliced.length} \u5355\u8D34\u8FD1\u5BA1\u6279\u7EBF ${formatYuan(limitFen)}`) : null;
}
function newAddress(order, history) {
  if (history.length < leastHistory) return null;
  if (history.some(({ addressId }) => addressId === order.addressId)) return null;
  const sorted = history.map(({ payableFen }) => payableFen).sort((left, right) => left - right);
  const p90 = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
  return order.payableFen > p90 ? fired("newAddress", `\u65B0\u5730\u5740\u9996\u5355 ${formatYuan(order.payableFen)}\uFF0C\u5386\u53F2 P90 ${formatYuan(p90)}`) : null;
}
function fired(indicator, evidence) {
  return { indicator, score: indicatorScore[indicator], evidence };
}

// core/src/risk/tables.ts
var assessmentTable = table(
  "riskAssessment",
  {
    orderId: id(),
    sellerId: id(),
    buyerId: id(),
    addressId: id(),
    payableFen: big(),
    quantities: json(),
    placedAt: big(),
    score: integer(),
    indicators: json(),
    mode: text(16)
  },
  { primary: ["orderId"], index: [["buyerId", "placedAt"]] }
);
var riskTables = [assessmentTable];

// core/src/risk/store.ts
function riskStore(tx) {
  const sql = sqlOf(tx);
  return {
    history: (buyerId, from, to, limit) => sql.select(
      assessmentTable,
      "WHERE buyerId = ? AND placedAt >= ? AND placedAt <= ? ORDER BY placedAt DESC, orderId DESC LIMIT ?",
      [buyerId, from, to, limit]
    ),
    add: (assessments) => sql.insertMissing(assessmentTable, assessments),
    assessment: async (orderId) => (await sql.select(assessmentTable, "WHERE orderId = ?", [orderId]))[0] ?? null
  };
}

// core/src/risk/service.ts
var historyDays = 90;
var historyLimit = 500;
async function assessInShadow(tx, order, approvalLimitFen) {
  const store = riskStore(tx);
  const from = order.placedAt - historyDays * dayMs;
  const history = await store.history(order.buyerId, from, order.placedAt, historyLimit);
  const before = history.filter(({ orderId }) => orderId !== order.orderId).reverse();
  const assessment = { ...order, ...scoreOrder(order, before, approvalLimitFen), mode: "shadow" };
  await store.add([assessment]);
  return assessment;
}
async function loadAssessment(tx, orderId) {
  return riskStore(tx).assessment(orderId);
}

// core/src/orders/consumers.ts
function orderConsumers({ newId }) {
  return [
    {
      name: "risk.shadow",
      events: ["order.placed"],
      async handle(tx, event) {
        const placed = event.payload;
        const { orderId, sellerId, buyerId, addressId, payableFen, quantities, placedAt } = placed;
        const facts = { orderId, sellerId, buyerId, addressId, payableFen, quantities, placedAt };
        await assessInShadow(tx, facts, placed.approvalLimitFen);
      }
    },
    {
      // A distributor's purchase becomes its stock: two sellers, two transactions, joined by the outbox.
      name: "stock.arrival",
      events: ["order.signed"],
      async handle(tx, event) {
        const signed = event.payload;
        const [warehouse] = await loadWarehouses(tx, [signed.buyerId]);
        if (!warehouse) return;
        const arrivals = signed.accepted.map((lot) => ({
          ...lot,
          ownerId: signed.buyerId,
          warehouseId: warehouse.id,
          quality: "available"
        }));
        await takeIn(tx, newId, arrivals, {
          kind: "receive",
          documentKind: "signing",
          documentId: signed.shipmentId,
          actorId: "system",
          at: event.at
        });
      }
    }
  ];
}

// core/src/orders/states.ts
var ways = {
  held: ["approved", "rejected", "cancelled"],
  approved: ["picking", "shipped", "cancelled"],
  /** Something has gone out and something is still to go. */
  picking: ["picking", "shipped", "shortClosed"],
  shipped: ["signed", "completed"],
  /** All is signed for, and a difference is still open. */
  signed: ["completed"],
  completed: [],
  rejected: [],
  cancelled: [],
  shortClosed: []
};
var mayBecome = (from, to) => ways[from].includes(to);
var afterShipping = (everythingShipped) => everythingShipped ? "shipped" : "picking";
function afterSigning(state, everythingSigned, hasDifferences) {
  if (state !== "shipped" || !everythingSigned) return state;
  return hasDifferences ? "signed" : "completed";
}

// core/src/orders/allowed-actions.ts
var has = ({ roles: roles2 }, role) => roles2.includes("owner") || roles2.includes(role);
function allowedActions(person, { order, holds, reserved, shipmentLines }) {
  const isSeller = person.partyId === order.sellerId;
  const isBuyer = person.partyId === order.buyerId;
  const reviews = (isSeller || person.partyKind === "hq") && has(person, "reviewer");
  const decides = reviews && order.state === "held" && mayClear(person, holds);
  const cancels = reviews || isBuyer && has(person, "purchaser");
  const actions = [];
  if (decides) actions.push("approve", "reject");
  if (isSeller && has(person, "warehouse") && reserved > 0 && mayShip(order.state)) actions.push("ship");
  if (isBuyer && has(person, "purchaser") && shipmentLines.some((line) => line.accepted === null))
    actions.push("sign");
  if (cancels && mayBecome(order.state, "cancelled")) actions.push("cancel");
  return actions;
}
function mayClear(person, holds) {
  return person.partyKind === "hq" || holds.every(({ status, owner }) => status !== "open" || owner === "seller");
}
var mayShip = (state) => mayBecome(state, "shipped");

// core/src/orders/balances.ts
var lotKey = (ownerId, skuId) => `${ownerId} ${skuId}`;
function balancesOf(facts) {
  const lots = keyBy(facts.lots, (lot) => lot.id);
  const idsByGoods = groupBy(facts.lots, (lot) => lotKey(lot.ownerId, lot.skuId));
  const accounts = new Map(facts.accounts);
  return {
    lotsOf: (sellerId, skuId) => (idsByGoods.get(lotKey(sellerId, skuId)) ?? []).map(({ id: id2 }) => lots.get(id2)),
    accountOf: (buyerId, sellerId) => accounts.get(accountKey(buyerId, sellerId)),
    take(reservations, buyerId, sellerId, heldFen) {
      for (const { lotId, open } of reservations) {
        const lot = lots.get(lotId);
        lots.set(lotId, { ...lot, reserved: lot.reserved + open });
      }
      const key = accountKey(buyerId, sellerId);
      const account = accounts.get(key);
      if (account) accounts.set(key, { ...account, heldFen: account.heldFen + heldFen });
    }
  };
}

// core/src/orders/tables.ts
var orderTable = table(
  "salesOrder",
  {
    id: id(),
    number: text(40),
    sellerId: id(),
    buyerId: id(),
    userId: id(),
    state: text(16),
    verdict: text(16),
    findings: json(),
    channel: text(16),
    deviceId: text(64),
    ip: text(64),
    payerId: id(),
    addressId: id(),
    receiver: text(40),
    phone: text(24),
    regionCode: text(6),
    addressDetail: text(200),
    goodsFen: big(),
    payableFen: big(),
    heldFen: big(),
    note: text(200),
    placedAt: big(),
    reservedUntil: orNull(big()),
    requestHash: text(64)
  },
  {
    primary: ["id"],
    unique: [["number"]],
    index: [
      ["sellerId", "state", "placedAt", "id"],
      ["sellerId", "placedAt", "id"],
      ["buyerId", "state", "placedAt", "id"],
      ["buyerId", "placedAt", "id"],
      ["state", "placedAt", "id"],
      ["placedAt", "id"],
      ["reservedUntil"]
    ]
  }
);
var orderLineTable = table(
  "orderLine",
  {
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    skuName: text(80),
    spec: text(40),
    baseUnit: text(8),
    caseUnit: text(8),
    caseFactor: integer(),
    quantity: big(),
    unitPriceE4: big(),
    priceListId: id(),
    amountFen: big(),
    payableFen: big(),
    reserved: big(),
    shipped: big(),
    signed: big(),
    cancelled: big()
  },
  { primary: ["orderId", "lineNo"] }
);
var holdTable = table(
  "orderHold",
  {
    orderId: id(),
    kind: text(16),
    status: text(16),
    owner: text(16),
    openedAt: big(),
    dueAt: big(),
    clearedBy: orNull(text(40)),
    clearedAt: orNull(big())
  },
  { primary: ["orderId", "kind"] }
);
var orderEventTable = table(
  "orderEvent",
  {
    orderId: id(),
    eventNo: integer(),
    kind: text(16),
    actorId: id(),
    actorName: text(40),
    detail: json(),
    at: big()
  },
  { primary: ["orderId", "eventNo"] }
);
var shipmentTable = table(
  "shipment",
  {
    id: id(),
    orderId: id(),
    carrier: text(40),
    trackingNo: text(60),
    shippedAt: big(),
    signedAt: orNull(big())
  },
  { primary: ["id"], index: [["orderId"]] }
);
var shipmentLineTable = table(
  "shipmentLine",
  {
    shipmentId: id(),
    shipmentLineNo: integer(),
    orderId: id(),
    lineNo: integer(),
    skuId: id(),
    lotId: id(),
    lotNo: text(40),
    producedOn: day(),
    expiresOn: day(),
    quantity: big(),
    amountFen: big(),
    accepted: orNull(big()),
    acceptedFen: big(),
    short: big(),
    damaged: big(),
    refused: big()
  },
  { primary: ["shipmentId", "shipmentLineNo"], index: [["orderId"], ["lotId"]] }
);
var orderCountTable = table(
  "orderCount",
  { sellerId: id(), day: day(), orderCount: big() },
  { primary: ["sellerId", "day"] }
);
var orderTables = [
  orderTable,
  orderLineTable,
  holdTable,
  orderEventTable,
  shipmentTable,
  shipmentLineTable,
  orderCountTable
];

// core/src/orders/store.ts
function orderStore(tx) {
  const sql = sqlOf(tx);
  const scope = (side, partyId) => side === "all" ? [["1 = 1"], []] : [[`${side}Id = ?`], [partyId]];
  return {
    orders: (ids) => sql.select(orderTable, "WHERE id IN (?)", [ids]),
    orderLocked: async (id2) => (await sql.selectForUpdate(orderTable, "WHERE id = ?", [id2]))[0],
    lines: (orderIds) => sql.select(orderLineTable, "WHERE orderId IN (?) ORDER BY orderId, lineNo", [orderIds]),
    holds: (orderIds) => sql.select(holdTable, "WHERE orderId IN (?) ORDER BY orderId, openedAt, kind", [orderIds]),
    events: (orderId) => sql.select(orderEventTable, "WHERE orderId = ? ORDER BY eventNo", [orderId]),
    shipments: (orderId) => sql.select(shipmentTable, "WHERE orderId = ? ORDER BY shippedAt, id", [orderId]),
    shipmentLines: (orderId) => sql.select(shipmentLineTable, "WHERE orderId = ? ORDER BY shipmentId, shipmentLineNo", [orderId]),
    lineHeads: (orderIds) => sql.rows(
      `SELECT orderId, COUNT(*) AS lineCount, MIN(CASE WHEN lineNo = 1 THEN skuName END) AS firstSkuName
         FROM orderLine WHERE orderId IN (?) GROUP BY orderId`,
      [orderIds]
    ),
    /** Newest first. */
    page({ side, partyId, state, q, after, limit }) {
      const [conditions, parameters2] = scope(side, partyId);
      if (state !== null) {
        conditions.push("state = ?");
        parameters2.push(state);
      }
      if (q !== "") {
        conditions.push(`(number = ? OR buyerId IN (SELECT id FROM party WHERE name LIKE ? ESCAPE '!'))`);
        parameters2.push(q.toUpperCase(), `%${q.replace(/[!%_]/g, "!$&")}%`);
      }
      if (after !== null) {
        conditions.push("(placedAt < ? OR (placedAt = ? AND id < ?))");
        parameters2.push(after[0], ...after);
      }
      return sql.select(
        orderTable,
        `WHERE ${conditions.join(" AND ")} ORDER BY placedAt DESC, id DESC LIMIT ?`,
        [...parameters2, limit]
      );
    },
    counts(side, partyId) {
      const [conditions, parameters2] = scope(side, partyId);
      return sql.rows(
        `SELECT state, COUNT(*) AS orderCount FROM salesOrder WHERE ${conditions.join(" AND ")} GROUP BY state`,
        parameters2
      );
    },
    /** Counts orders of a seller's day up by `added` and answers the count before. */
    async countUp(sellerId, day2, added) {
      const counted = () => sql.selectForUpdate(orderCountTable, "WHERE sellerId = ? AND day = ?", [sellerId, day2]);
      let [row] = await counted();
      if (!row) {
        await sql.insertMissing(orderCountTable, [{ sellerId, day: day2, orderCount: 0 }]);
        [row] = await counted();
      }
      const before = row?.orderCount ?? 0;
      const changed = await sql.run(
        "UPDATE orderCount SET orderCount = orderCount + ? WHERE sellerId = ? AND day = ? AND orderCount = ?",
        [added, sellerId, day2, before]
      );
      if (changed !== 1) throw new Contended("order count");
      return before;
    },
    /** An id that came in twice at once replays the work, which then finds the first. */
    async addOrders(orders) {
      const added = await sql.insertMissing(orderTable, orders);
      if (added !== orders.length) throw new Contended("an order came in twice");
    },
    addLines: (lines) => sql.insert(orderLineTable, lines),
    addEvents: (events) => sql.insert(orderEventTable, events),
    addHolds: (holds) => sql.insert(holdTable, holds),
    async addEvent(event) {
      const [last] = await sql.rows(
        "SELECT MAX(eventNo) AS eventNo FROM orderEvent WHERE orderId = ?",
        [event.orderId]
      );
      await sql.insert(orderEventTable, [{ ...event, eventNo: (last?.eventNo ?? 0) + 1 }]);
    },
    /** Replaces what a review may change. The order's row is locked by `orderLocked`. */
    async changeOrder(before, change) {
      const changed = await sql.run(
        `UPDATE salesOrder SET state = ?, findings = ?, payableFen = ?, heldFen = ?, reservedUntil = ?
         WHERE id = ? AND state = ? AND heldFen = ?`,
        [
          change.state,
          JSON.stringify(change.findings),
          change.payableFen,
          change.heldFen,
          change.reservedUntil,
          before.id,
          before.state,
          before.heldFen
        ]
      );
      if (changed !== 1) throw new Contended("an order changed since it was read");
    },
    async changeLines(lines) {
      for (const line of lines) {
        await sql.run(
          `UPDATE orderLine SET payableFen = ?, reserved = ?, shipped = ?, signed = ?, cancelled = ?
           WHERE orderId = ? AND lineNo = ?`,
          [
            line.payableFen,
            line.reserved,
            line.shipped,
            line.signed,
            line.cancelled,
            line.orderId,
            line.lineNo
          ]
        );
      }
    },
    async replaceHolds(orderId, holds) {
      await sql.run("DELETE FROM orderHold WHERE orderId = ?", [orderId]);
      await sql.insert(holdTable, holds);
    },
    addShipment: (shipment) => sql.insert(shipmentTable, [shipment]),
    addShipmentLines: (lines) => sql.insert(shipmentLineTable, lines),
    async signShipment(shipmentId, at, lines) {
      const changed = await sql.run("UPDATE shipment SET signedAt = ? WHERE id = ? AND signedAt IS NULL", [
        at,
        shipmentId
      ]);
      if (changed !== 1) throw new Contended("a shipment was signed since it was read");
      for (const line of lines) {
        await sql.run(
          `UPDATE shipmentLine SET accepted = ?, acceptedFen = ?, short = ?, damaged = ?, refused = ?
           WHERE shipmentId = ? AND shipmentLineNo = ? AND accepted IS NULL`,
          [
            line.accepted,
            line.acceptedFen,
            line.short,
            line.damaged,
            line.refused,
            line.shipmentId,
            line.shipmentLineNo
          ]
        );
      }
    },
    /** Held orders whose time is over. A replay's orders live on its own clock and are named by it. */
    lapsed: (before, isReplay, limit) => sql.select(
      orderTable,
      `WHERE reservedUntil < ? AND channel ${isReplay ? "=" : "<>"} 'replay' ORDER BY reservedUntil, id LIMIT ?`,
      [before, limit]
    )
  };
}

// core/src/orders/browse-service.ts
var concerns = (caller, order) => caller.partyKind === "hq" || caller.partyId === order.sellerId || caller.partyId === order.buyerId;
async function loadDetail(tx, caller, orderId) {
  const store = orderStore(tx);
  const [order] = await store.orders([orderId]);
  if (!order || !concerns(caller, order)) throw new Refused("orders.unknown");
  const parties = await loadParties(tx, [order.sellerId, order.buyerId]);
  const reservations = await loadReservations(tx, [orderId]);
  const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
  return {
    order,
    sellerName: parties.get(order.sellerId)?.name ?? "",
    buyerName: parties.get(order.buyerId)?.name ?? "",
    sellerKind: parties.get(order.sellerId)?.kind ?? "distributor",
    lines: await store.lines([orderId]),
    holds: await store.holds([orderId]),
    promised: reservations.flatMap(({ lineNo, lotId, open }) => {
      const lot = lots.get(lotId);
      return lot ? [
        {
          lineNo,
          lotNo: lot.lotNo,
          expiresOn: lot.expiresOn,
          quantity: open,
          warehouseId: lot.warehouseId
        }
      ] : [];
    }),
    shipments: await store.shipments(orderId),
    shipmentLines: await store.shipmentLines(orderId),
    trail: await store.events(orderId)
  };
}
function browseService({ database }) {
  const sideOf = (caller, side) => side === "all" && caller.partyKind !== "hq" ? "seller" : side;
  const summarise = async (tx, orders) => {
    const store = orderStore(tx);
    const ids = orders.map(({ id: id2 }) => id2);
    const parties = await loadParties(tx, [
      ...new Set(orders.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]))
    ]);
    const heads = keyBy(await store.lineHeads(ids), ({ orderId }) => orderId);
    const holds = await store.holds(ids);
    return orders.map((order) => ({
      order,
      sellerName: parties.get(order.sellerId)?.name ?? "",
      buyerName: parties.get(order.buyerId)?.name ?? "",
      lineCount: heads.get(order.id)?.lineCount ?? 0,
      firstSkuName: heads.get(order.id)?.firstSkuName ?? "",
      openHolds: holds.filter(({ orderId, status }) => orderId === order.id && status === "open")
    }));
  };
  return {
    /** Newest first. */
    list: (caller, query) => database.read(async (tx) => {
      const found = await orderStore(tx).page({
        side: sideOf(caller, query.side),
        partyId: caller.partyId,
        state: query.state ?? null,
        q: query.q ?? "",
        after: query.cursor ? readCursor(query.cursor, "number", "string") : null,
        limit: query.limit + 1
      });
      const { items, nextCursor } = pageOf(found, query.limit, ({ placedAt, id: id2 }) => [placedAt, id2]);
      return { items: await summarise(tx, items), nextCursor };
    }),
    counts: (caller, side) => database.read((tx) => orderStore(tx).counts(sideOf(caller, side), caller.partyId)),
    /** @throws orders.unknown */
    get: (caller, orderId) => database.read((tx) => loadDetail(tx, caller, orderId)),
    /** What an order scored in shadow: for HQ's eyes only, so null for everyone else. */
    risk: (caller, orderId) => caller.partyKind === "hq" ? database.read((tx) => loadAssessment(tx, orderId)) : Promise.resolve(null)
  };
}

// core/src/orders/audit-order.ts
function auditOrder(facts) {
  const found = [
    ...facts.lines.flatMap((line) => [
      ...auditGoods(line),
      ...auditQuantity(line),
      ...auditRegion(line, facts),
      ...auditStock(line)
    ]),
    ...auditOrderMinimum(facts),
    ...auditCredit(facts)
  ];
  return found.map(
    (finding) => finding.severity === "review" && facts.request.accepted.has(finding.rule) ? { ...finding, severity: "notice" } : finding
  );
}
var onLine = (rule, severity, { lineNo, sku }, numbers = {}) => ({ rule, severity, lineNo, skuId: sku.id, numbers: { name: sku.name, ...numbers } });
var onOrder = (rule, severity, numbers) => ({
  rule,
  severity,
  lineNo: null,
  skuId: null,
  numbers
});
function auditGoods(line) {
  if (line.sku.status !== "active") return [onLine("sku.inactive", "block", line)];
  if (!line.price) return [onLine("price.missing", "block", line)];
  const { unitPriceE4, list } = line.price;
  const floorE4 = list?.floorPriceE4 ?? null;
  return floorE4 !== null && unitPriceE4 < floorE4 ? [onLine("price.floor", "review", line, { unitPriceE4, floorE4 })] : [];
}
function auditQuantity(line) {
  const { sku, quantity, check } = line;
  const limits = {
    minimum: sku.minimumQuantity,
    multiple: sku.multipleQuantity,
    maximum: sku.maximumQuantity ?? 0
  };
  return check.faults.map(
    (fault) => onLine(`quantity.${fault}`, "block", line, {
      quantity,
      limit: limits[fault],
      suggested: check.suggested ?? 0,
      unit: sku.baseUnit
    })
  );
}
function auditRegion(line, { grants, request }) {
  const { regionCode } = request.shipTo;
  const answer = checkTerritory(grants, {
    skuId: line.sku.id,
    productLine: line.sku.productLine,
    regionCode,
    channel: request.buyer.channel,
    on: dayOf(request.at)
  });
  if (answer.answer === "pass") return [];
  if (answer.answer === "block")
    return [onLine("region.blocked", "block", line, { regionCode, reason: answer.reason })];
  return [onLine("region.review", "review", line, { regionCode, grantId: answer.grantId })];
}
function auditStock(line) {
  const { short, ageing } = line.allocation;
  if (short === 0) return [];
  const { baseUnit: unit } = line.sku;
  const found = [onLine("stock.short", "review", line, { quantity: line.quantity, short, unit })];
  if (ageing > 0) found.push(onLine("stock.ageing", "notice", line, { ageing, unit }));
  return found;
}
function auditOrderMinimum({ request, payableFen }) {
  const minimumFen = request.seller.orderMinimumFen;
  if (payableFen >= minimumFen || request.accepted.has("stock.short")) return [];
  return [onOrder("order.minimum", "block", { payableFen, minimumFen, missingFen: minimumFen - payableFen })];
}
function auditCredit({ account, overdue, payableFen, request }) {
  const found = [];
  const credit = assessCredit(account, payableFen);
  if (credit.answer === "none") {
    found.push(onOrder("credit.over", "review", { payableFen, availableFen: 0, missingFen: payableFen }));
  }
  if (credit.answer === "over") {
    const { availableFen: availableFen2, missingFen } = credit;
    found.push(onOrder("credit.over", "review", { payableFen, availableFen: availableFen2, missingFen }));
  }
  const late = assessOverdue(overdue, account?.limitFen ?? 0, dayOf(request.at));
  if (late) {
    const { overdueDays, overdueFen, locks } = late;
    found.push(onOrder("credit.overdue", locks ? "review" : "notice", { overdueDays, overdueFen }));
  }
  return found;
}

// core/src/orders/holds.ts
var hourMs = 36e5;
var desks = {
  "credit.over": { kind: "credit", owner: "seller", withinMs: 24 * hourMs },
  "credit.overdue": { kind: "credit", owner: "seller", withinMs: 24 * hourMs },
  "region.review": { kind: "region", owner: "hq", withinMs: 24 * hourMs },
  "stock.short": { kind: "review", owner: "seller", withinMs: 4 * hourMs },
  "price.floor": { kind: "review", owner: "seller", withinMs: 4 * hourMs }
};
var reservedForMs = 24 * hourMs;
function holdsFor(findings, at) {
  const holds = /* @__PURE__ */ new Map();
  for (const { rule, severity } of findings) {
    if (severity !== "review") continue;
    const { kind, owner, withinMs } = desks[rule] ?? {
      kind: "review",
      owner: "seller",
      withinMs: 4 * hourMs
    };
    if (!holds.has(kind)) holds.set(kind, { kind, owner, openedAt: at, dueAt: at + withinMs });
  }
  return [...holds.values()];
}
var reservesNothing = ({ kind }) => kind === "credit" || kind === "region";

// core/src/orders/share.ts
function partOfFen(amountFen, quantity, from, to) {
  return upTo(amountFen, quantity, to) - upTo(amountFen, quantity, from);
}
function upTo(amountFen, quantity, units) {
  if (units === quantity) return amountFen;
  return divideHalfUp(BigInt(amountFen) * BigInt(units), BigInt(quantity));
}

// core/src/orders/decide-order.ts
function decideOrder(facts, balances, request) {
  const { orderId, buyer, seller } = request;
  const lines = request.lines.map((line) => decideLine(facts, balances, request, line));
  const payableFen = sum(lines.map((line) => line.payableFen));
  const account = balances.accountOf(buyer.id, seller.id);
  const findings = auditOrder({
    request,
    lines,
    payableFen,
    grants: facts.grants.get(seller.id) ?? [],
    account,
    overdue: account && facts.overdue.get(account.id)
  });
  const verdict = verdictOf(findings);
  const holds = verdict === "held" ? holdsFor(findings, request.at) : [];
  const takes = verdict === "approved" || verdict === "held" && !holds.some(reservesNothing);
  return {
    request,
    lines,
    goodsFen: sum(lines.map((line) => line.amountFen)),
    payableFen,
    findings,
    verdict,
    holds,
    account,
    reservations: takes ? lines.flatMap((line) => reservationsOf(orderId, line)) : [],
    heldFen: takes ? payableFen : 0
  };
}
function decideLine(facts, balances, request, line) {
  const { buyer, seller, orderId } = request;
  const sku = facts.skus.get(line.skuId);
  const on = dayOf(request.at);
  const price = priceOf(facts, request, line);
  const amountFen = price ? lineAmountFen(price.unitPriceE4, line.quantity) : 0;
  const allocation = allocate(balances.lotsOf(seller.id, sku.id), {
    orderId,
    lineNo: line.lineNo,
    sellerId: seller.id,
    skuId: sku.id,
    quantity: line.quantity,
    lastsUntil: lastsUntil(on, sku.shelfLifeDays, buyer)
  });
  const cancelled = request.accepted.has("stock.short") ? allocation.short : 0;
  const { unit, factor } = caseOf(sku);
  return {
    lineNo: line.lineNo,
    sku,
    quantity: line.quantity,
    price,
    amountFen,
    payableFen: partOfFen(amountFen, line.quantity, 0, line.quantity - cancelled),
    check: checkQuantity(line.quantity, sku),
    allocation,
    cancelled,
    caseUnit: unit,
    caseFactor: factor
  };
}
function priceOf(facts, { buyer, seller, at }, line) {
  const listed = facts.prices.get(priceKey(seller.id, line.skuId)) ?? [];
  const { agreed } = line;
  if (agreed) {
    return { ...agreed, list: listed.find(({ priceListId }) => priceListId === agreed.priceListId) ?? null };
  }
  const list = choosePrice(listed, buyer, dayOf(at));
  return list && { unitPriceE4: list.unitPriceE4, priceListId: list.priceListId, list };
}
function verdictOf(findings) {
  if (findings.some(({ severity }) => severity === "block")) return "rejected";
  return findings.some(({ severity }) => severity === "review") ? "held" : "approved";
}
function reservationsOf(orderId, { lineNo, allocation }) {
  return allocation.picks.map(({ lotId, quantity }) => ({ orderId, lineNo, lotId, open: quantity }));
}

// core/src/orders/events.ts
function orderEvent(id2, name, at, payload) {
  return { id: id2, name, version: 1, aggregate: `order:${payload.orderId}`, at, payload };
}

// core/src/orders/plan-shipment.ts
function planShipment(orderId, lines, reservations, lots, wanted) {
  const asked = wanted ?? lines.map(({ lineNo, reserved }) => ({ lineNo, quantity: reserved }));
  const byLine = addAmounts(asked.map(({ lineNo, quantity }) => [String(lineNo), quantity]));
  const releases = [];
  for (const [key, quantity] of byLine) {
    const lineNo = Number(key);
    let left = quantity;
    const promised = reservations.filter((reservation) => reservation.lineNo === lineNo).sort(
      (one, other) => expiryOf(lots, one) - expiryOf(lots, other) || (one.lotId < other.lotId ? -1 : 1)
    );
    for (const { lotId, open } of promised) {
      const taken = Math.min(left, open);
      if (taken > 0) releases.push({ orderId, lineNo, lotId, quantity: taken });
      left -= taken;
    }
    if (left > 0) return null;
  }
  return releases.length > 0 ? releases : null;
}
var expiryOf = (lots, { lotId }) => Date.parse(lots.get(lotId)?.expiresOn ?? "9999-12-31");

// core/src/orders/compose-order.ts
var stateOf = {
  approved: "approved",
  held: "held",
  rejected: "rejected"
};
function composeOrder(decision, { caller, number, note, requestHash }) {
  const { request, verdict } = decision;
  const { orderId, shipTo, at } = request;
  const order = {
    id: orderId,
    number,
    sellerId: request.seller.id,
    buyerId: request.buyer.id,
    userId: caller.userId,
    state: stateOf[verdict],
    verdict,
    findings: decision.findings,
    channel: caller.channel,
    deviceId: caller.deviceId,
    ip: caller.ip,
    payerId: request.buyer.id,
    addressId: shipTo.id,
    receiver: shipTo.receiver,
    phone: shipTo.phone,
    regionCode: shipTo.regionCode,
    addressDetail: shipTo.detail,
    goodsFen: decision.goodsFen,
    payableFen: decision.payableFen,
    heldFen: decision.heldFen,
    note,
    placedAt: at,
    reservedUntil: reservedUntil(decision),
    requestHash
  };
  const event = {
    orderId,
    eventNo: 1,
    kind: "placed",
    actorId: caller.userId,
    actorName: caller.userName,
    detail: { verdict, rules: [...new Set(decision.findings.map(({ rule }) => rule))] },
    at
  };
  return { order, lines: composeLines(decision), holds: composeHolds(decision), event };
}
function composeLines({ request, lines, reservations }) {
  const isReserved = reservations.length > 0;
  return lines.map((line) => ({
    orderId: request.orderId,
    lineNo: line.lineNo,
    skuId: line.sku.id,
    skuName: line.sku.name,
    spec: line.sku.spec,
    baseUnit: line.sku.baseUnit,
    caseUnit: line.caseUnit,
    caseFactor: line.caseFactor,
    quantity: line.quantity,
    unitPriceE4: line.price?.unitPriceE4 ?? 0,
    priceListId: line.price?.priceListId ?? "",
    amountFen: line.amountFen,
    payableFen: line.payableFen,
    reserved: isReserved ? line.quantity - line.allocation.short : 0,
    shipped: 0,
    signed: 0,
    cancelled: line.cancelled
  }));
}
function composeHolds({ request, holds }) {
  return holds.map((hold) => ({
    orderId: request.orderId,
    ...hold,
    status: "open",
    clearedBy: null,
    clearedAt: null
  }));
}
function reservedUntil({ verdict, reservations, heldFen, request }) {
  const tookSomething = reservations.length > 0 || heldFen > 0;
  return verdict === "held" && tookSomething ? request.at + reservedForMs : null;
}

// core/src/orders/load-facts-service.ts
var distinct = (values) => [...new Set(values)];
async function loadFacts(tx, wanted) {
  const buyerIds = distinct(wanted.buyerIds);
  const skuIds = distinct(wanted.skuIds);
  const supplies = await loadSupplies(tx, buyerIds);
  const sellerIds = distinct(wanted.sellerIds ?? supplies.map(({ sellerId }) => sellerId));
  const accounts = await loadAccounts(tx, buyerIds, sellerIds, wanted.locked);
  const accountIds = [...accounts.values()].map(({ id: id2 }) => id2);
  return {
    parties: await loadParties(tx, distinct([...buyerIds, ...sellerIds])),
    supplies,
    addresses: await loadAddresses(tx, distinct(wanted.addressIds), buyerIds),
    skus: await loadSkus(tx, skuIds),
    prices: await loadPrices(tx, sellerIds, buyerIds, skuIds),
    grants: await loadGrants(tx, sellerIds),
    accounts,
    overdue: await loadOverdue(tx, accountIds, wanted.on),
    lots: await loadFreeLots(tx, sellerIds, skuIds, wanted.locked)
  };
}

// core/src/orders/resolve-basket.ts
var refuse = (refused2, detail = "") => ({ refused: refused2, detail });
function resolveBasket(facts, buyerId, orderId, basket, at) {
  const buyer = facts.parties.get(buyerId);
  const sellerIds = facts.supplies.filter((supply) => supply.buyerId === buyerId).map(({ sellerId: sellerId2 }) => sellerId2);
  const sellerId = basket.supplierId ?? sellerIds[0];
  const seller = sellerId && sellerIds.includes(sellerId) ? facts.parties.get(sellerId) : void 0;
  if (!buyer || !seller) return refuse("partners.notSupplied");
  if (buyer.status !== "active" || seller.status !== "active") return refuse("partners.suspended");
  const shipTo = addressOf(facts, buyerId, basket.addressId);
  if (!shipTo) return refuse("partners.addressUnknown");
  const seen = /* @__PURE__ */ new Set();
  for (const { skuId } of basket.lines) {
    if (!facts.skus.has(skuId)) return refuse("catalog.skuUnknown", skuId);
    if (seen.has(skuId)) return refuse("orders.lineTwice", skuId);
    seen.add(skuId);
  }
  const lines = basket.lines.map(({ skuId, quantity }, at2) => ({
    lineNo: at2 + 1,
    skuId,
    quantity,
    agreed: null
  }));
  return { refused: null, request: { orderId, buyer, seller, shipTo, lines, accepted: /* @__PURE__ */ new Set(), at } };
}
function addressOf(facts, buyerId, addressId) {
  if (addressId === void 0) {
    return [...facts.addresses.values()].find((address3) => address3.partyId === buyerId && address3.isDefault);
  }
  const address2 = facts.addresses.get(addressId);
  return address2?.partyId === buyerId ? address2 : void 0;
}

// core/src/orders/intake-service.ts
var batchOrders = 256;
var batchLines = 8e3;
var queueLimit = 4096;
function openIntake(platform) {
  const waiting = [];
  let isRunning = false;
  const run = async () => {
    while (waiting.length > 0) {
      const batch = nextBatch(waiting);
      await answerBatch(platform, batch);
    }
    isRunning = false;
  };
  return {
    /** @throws Unavailable when too many orders wait; Refused when the order cannot be served. */
    place(caller, input) {
      if (waiting.length >= queueLimit) return Promise.reject(new Unavailable("the order queue is full"));
      const { orderId, ...asked } = input;
      const requestHash = hashOf({ buyerId: caller.partyId, ...asked });
      return new Promise((resolve, reject) => {
        waiting.push({ command: { caller, input: { orderId, ...asked }, requestHash }, resolve, reject });
        if (!isRunning) {
          isRunning = true;
          setImmediate(() => void run());
        }
      });
    }
  };
}
function nextBatch(waiting) {
  const batch = [];
  const later = [];
  const ids = /* @__PURE__ */ new Set();
  let lines = 0;
  while (waiting.length > 0 && batch.length < batchOrders) {
    const next = waiting[0];
    const { orderId, lines: asked } = next.command.input;
    if (batch.length > 0 && lines + asked.length > batchLines) break;
    waiting.shift();
    if (ids.has(orderId)) {
      later.push(next);
      continue;
    }
    ids.add(orderId);
    lines += asked.length;
    batch.push(next);
  }
  waiting.unshift(...later);
  return batch;
}
async function answerBatch(platform, batch) {
  try {
    const commands = batch.map(({ command }) => command);
    const outcomes = await platform.database.transaction((tx) => placeBatch(tx, platform, commands));
    platform.outbox.poke();
    batch.forEach((one, at) => one.resolve(outcomes[at]));
  } catch (error) {
    if (batch.length === 1 || error instanceof Unavailable) {
      for (const one of batch) one.reject(error);
      return;
    }
    for (const one of batch) await answerBatch(platform, [one]);
  }
}
async function placeBatch(tx, { newId }, commands) {
  const store = orderStore(tx);
  const known = keyBy(await store.orders(commands.map(({ input }) => input.orderId)), ({ id: id2 }) => id2);
  const fresh = commands.filter(({ input }) => !known.has(input.orderId));
  const decided = fresh.length > 0 ? await decideBatch(tx, fresh) : /* @__PURE__ */ new Map();
  const placed = [...decided.values()].filter((one) => "decision" in one);
  const details = keyBy(await writeBatch(tx, newId, placed), ({ order }) => order.id);
  return commands.map(({ input, requestHash, caller }) => {
    const first = known.get(input.orderId);
    if (first) {
      const isSame = first.requestHash === requestHash && first.buyerId === caller.partyId;
      return isSame ? { kind: "known", orderId: first.id } : refused("command.idReused");
    }
    const one = decided.get(input.orderId);
    if (!("decision" in one)) return one;
    return { kind: "placed", detail: details.get(input.orderId) };
  });
}
var refused = (code, detail = "") => ({ kind: "refused", code, detail });
async function decideBatch(tx, commands) {
  const decided = /* @__PURE__ */ new Map();
  for (const [on, ofDay] of groupBy(commands, ({ caller }) => dayOf(caller.at))) {
    const facts = await loadFacts(tx, {
      buyerIds: ofDay.map(({ caller }) => caller.partyId),
      addressIds: ofDay.flatMap(({ input }) => input.addressId ?? []),
      skuIds: ofDay.flatMap(({ input }) => input.lines.map(({ skuId }) => skuId)),
      sellerIds: null,
      on,
      locked: true
    });
    const balances = balancesOf(facts);
    for (const command of ofDay) {
      const { caller, input } = command;
      const resolved = resolveBasket(facts, caller.partyId, input.orderId, input, caller.at);
      if (resolved.refused !== null) {
        decided.set(input.orderId, refused(resolved.refused, resolved.detail));
        continue;
      }
      const decision = decideOrder(facts, balances, resolved.request);
      if (input.expectedPayableFen !== void 0 && input.expectedPayableFen !== decision.payableFen) {
        decided.set(input.orderId, refused("orders.priceChanged", String(decision.payableFen)));
        continue;
      }
      balances.take(
        decision.reservations,
        decision.request.buyer.id,
        decision.request.seller.id,
        decision.heldFen
      );
      decided.set(input.orderId, { command, decision, facts });
    }
  }
  return decided;
}
async function writeBatch(tx, newId, placed) {
  if (placed.length === 0) return [];
  const store = orderStore(tx);
  const numbers = await numberOrders(tx, placed);
  const composed = placed.map(({ decision, command }) => {
    const { caller, requestHash, input } = command;
    const number = numbers.get(decision.request.orderId);
    return composeOrder(decision, { caller, requestHash, number, note: input.note });
  });
  await postCredit(
    tx,
    newId,
    placed.flatMap(({ decision, command }) => holdPosting(decision, command.caller.userId)),
    { withinLimit: true }
  );
  await reserveLots(
    tx,
    placed.flatMap(({ decision }) => decision.reservations)
  );
  await store.addOrders(composed.map(({ order }) => order));
  await store.addLines(composed.flatMap(({ lines }) => lines));
  await store.addHolds(composed.flatMap(({ holds }) => holds));
  await store.addEvents(composed.map(({ event }) => event));
  await emit(
    tx,
    composed.map(({ order }, at) => placedEvent(newId(), order, placed[at].decision))
  );
  return composed.map(({ order, lines, holds, event }, at) => {
    const { decision, facts } = placed[at];
    const lots = keyBy(facts.lots, ({ id: id2 }) => id2);
    return {
      order,
      sellerName: decision.request.seller.name,
      buyerName: decision.request.buyer.name,
      sellerKind: decision.request.seller.kind,
      lines,
      holds,
      promised: decision.reservations.map(({ lineNo, lotId, open }) => {
        const lot = lots.get(lotId);
        if (!lot) throw new Error("a promise from a lot nobody read");
        return {
          lineNo,
          lotNo: lot.lotNo,
          expiresOn: lot.expiresOn,
          quantity: open,
          warehouseId: lot.warehouseId
        };
      }),
      shipments: [],
      shipmentLines: [],
      trail: [event]
    };
  });
}
function holdPosting({ account, heldFen, request }, actorId) {
  if (!account || heldFen === 0) return [];
  const document = { documentKind: "order", documentId: request.orderId, actorId, at: request.at };
  return [{ accountId: account.id, kind: "hold", change: { heldFen }, ...document }];
}
async function numberOrders(tx, placed) {
  const numbers = /* @__PURE__ */ new Map();
  const groups = groupBy(placed, ({ decision: { request } }) => `${request.seller.id} ${dayOf(request.at)}`);
  for (const key of [...groups.keys()].sort()) {
    const group = groups.get(key);
    const { seller, at } = group[0].decision.request;
    const day2 = dayOf(at);
    let count = await orderStore(tx).countUp(seller.id, day2, group.length);
    for (const { decision } of group) {
      count += 1;
      const short = day2.slice(2).replaceAll("-", "");
      numbers.set(decision.request.orderId, `${seller.code}-${short}-${String(count).padStart(4, "0")}`);
    }
  }
  return numbers;
}
function placedEvent(id2, order, { lines, account }) {
  return orderEvent(id2, "order.placed", order.placedAt, {
    orderId: order.id,
    number: order.number,
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    addressId: order.addressId,
    verdict: order.verdict,
    payableFen: order.payableFen,
    quantities: Object.fromEntries(lines.map(({ sku, quantity }) => [sku.id, quantity])),
    placedAt: order.placedAt,
    approvalLimitFen: account?.limitFen ?? null
  });
}
function orRefuse(outcome) {
  if (outcome.kind === "refused") throw new Refused(outcome.code, outcome.detail);
  return outcome;
}

// core/src/orders/review-service.ts
async function lockOrder(tx, caller, orderId) {
  const store = orderStore(tx);
  const order = await store.orderLocked(orderId);
  if (!order || !concerns(caller, order)) throw new Refused("orders.unknown");
  const lines = await store.lines([orderId]);
  return {
    order,
    lines,
    holds: await store.holds([orderId]),
    reserved: lines.reduce((total, line) => total + line.reserved, 0),
    shipmentLines: await store.shipmentLines(orderId)
  };
}
function assertAllowed(caller, locked, action) {
  if (allowedActions(caller, locked).includes(action)) return;
  const isDecision = action === "approve" || action === "reject";
  if (isDecision && locked.order.state === "held" && !mayClear(caller, locked.holds)) {
    throw new Refused("orders.notYourHold");
  }
  throw new Refused("orders.stateForbids");
}
function reviewService({ database, newId, outbox, clock }) {
  const commandOf = (caller, kind, input) => ({
    commandId: input.commandId,
    partyId: caller.partyId,
    kind,
    input,
    at: caller.at
  });
  const once = async (caller, action, input, work) => {
    await database.transaction(async (tx) => {
      const locked = await lockOrder(tx, caller, input.orderId);
      await answerOnce(tx, commandOf(caller, `orders.${action}`, input), async () => {
        assertAllowed(caller, locked, action);
        await work(tx, locked);
        return {};
      });
    });
    outbox.poke();
  };
  const addTrail = (tx, caller, orderId, kind, at, detail) => orderStore(tx).addEvent({
    orderId,
    kind,
    actorId: caller.userId,
    actorName: caller.userName,
    detail: { ...detail },
    at
  });
  const giveBack = async (tx, order, lines, actorId, at) => {
    const account = (await loadAccounts(tx, [order.buyerId], [order.sellerId], true)).get(
      accountKey(order.buyerId, order.sellerId)
    );
    if (account && order.heldFen > 0) {
      const document = { documentKind: "order", documentId: order.id, actorId, at };
      const change = { heldFen: -order.heldFen };
      await postCredit(tx, newId, [{ accountId: account.id, kind: "release", change, ...document }], {
        withinLimit: false
      });
    }
    await releaseOrders(tx, [order.id]);
    await orderStore(tx).changeLines(lines.map((line) => ({ ...line, reserved: 0 })));
  };
  const end = async (tx, caller, { order, lines, holds }, state, reason) => {
    const store = orderStore(tx);
    await giveBack(tx, order, lines, caller.userId, caller.at);
    await store.changeOrder(order, { ...order, state, heldFen: 0, reservedUntil: null });
    await store.replaceHolds(
      order.id,
      holds.map((hold) => cleared(hold, caller))
    );
    await addTrail(tx, caller, order.id, state, caller.at, { reason });
    await emit(tx, [orderEvent(newId(), `order.${state}`, caller.at, decidedPayload(order, reason))]);
  };
  return {
    /**
     * Runs every check of a held order again; `accept` names the rules the reviewer overrules. The order
     * is then approved, still held with fresh findings, or rejected by what nobody may overrule.
     * @throws orders.unknown, orders.stateForbids, orders.notYourHold, command.idReused
     */
    approve: (caller, input) => once(caller, "approve", input, async (tx, { order, lines, holds }) => {
      const store = orderStore(tx);
      await giveBack(tx, order, lines, caller.userId, caller.at);
      const decision = await decideAgain(tx, order, lines, input.accept, caller.at);
      const isOverLimit = decision.findings.some(({ rule }) => rule === "credit.over");
      await postCredit(tx, newId, holdPosting(decision, caller.userId), { withinLimit: !isOverLimit });
      await reserveLots(tx, decision.reservations);
      await store.changeLines(composeLines(decision));
      await store.changeOrder(
        { ...order },
        {
          state: decision.verdict,
          findings: decision.findings,
          payableFen: decision.payableFen,
          heldFen: decision.heldFen,
          reservedUntil: reservedUntil(decision)
        }
      );
      await store.replaceHolds(order.id, renewHolds(holds, decision, caller));
      const kind = decision.verdict === "held" ? "reviewed" : decision.verdict;
      await addTrail(tx, caller, order.id, kind, caller.at, { accept: input.accept, note: input.note });
      if (decision.verdict !== "held") {
        const payload = decidedPayload(order, input.note);
        await emit(tx, [orderEvent(newId(), `order.${decision.verdict}`, caller.at, payload)]);
      }
    }),
    /** @throws orders.unknown, orders.stateForbids, orders.notYourHold, command.idReused */
    reject: (caller, input) => once(caller, "reject", input, (tx, locked) => end(tx, caller, locked, "rejected", input.reason)),
    /** Stock and credit come back together. @throws orders.unknown, orders.stateForbids, command.idReused */
    cancel: (caller, input) => once(caller, "cancel", input, (tx, locked) => end(tx, caller, locked, "cancelled", input.reason)),
    /** Lets held orders go whose reservation time is over; they stay held. Answers how many. */
    async releaseLapsed(at, { isReplay }) {
      const lapsed = await database.read((tx) => orderStore(tx).lapsed(at, isReplay, lapsedTogether));
      for (const { id: id2 } of lapsed) {
        await database.transaction(async (tx) => {
          const store = orderStore(tx);
          const order = await store.orderLocked(id2);
          if (!order || order.reservedUntil === null || order.reservedUntil >= at) return;
          await giveBack(tx, order, await store.lines([id2]), system.userId, at);
          await store.changeOrder(order, { ...order, heldFen: 0, reservedUntil: null });
          await addTrail(tx, system, id2, "lapsed", at, {});
        });
      }
      return lapsed.length;
    },
    /** Every few minutes: held orders do not keep goods from others for longer than promised. */
    lapseJob() {
      return {
        name: "orders.releaseLapsed",
        every: { ms: 6e4 },
        run: async () => {
          while (await this.releaseLapsed(clock.now(), { isReplay: false }) === lapsedTogether) ;
        }
      };
    }
  };
}
var lapsedTogether = 100;
var system = { userId: "system", userName: "\u7CFB\u7EDF" };
async function decideAgain(tx, order, lines, accept, at) {
  const facts = await loadFacts(tx, {
    buyerIds: [order.buyerId],
    addressIds: [],
    skuIds: lines.map(({ skuId }) => skuId),
    sellerIds: [order.sellerId],
    on: dayOf(at),
    locked: true
  });
  const request = {
    orderId: order.id,
    buyer: facts.parties.get(order.buyerId),
    seller: facts.parties.get(order.sellerId),
    shipTo: {
      id: order.addressId,
      receiver: order.receiver,
      phone: order.phone,
      regionCode: order.regionCode,
      detail: order.addressDetail
    },
    lines: lines.map(({ lineNo, skuId, quantity, unitPriceE4, priceListId }) => ({
      lineNo,
      skuId,
      quantity,
      agreed: { unitPriceE4, priceListId }
    })),
    accepted: new Set(accept),
    at
  };
  return decideOrder(facts, balancesOf(facts), request);
}
var cleared = (hold, caller) => hold.status === "open" ? { ...hold, status: "cleared", clearedBy: caller.userName, clearedAt: caller.at } : hold;
function renewHolds(before, decision, caller) {
  const open = keyBy(composeHolds(decision), ({ kind }) => kind);
  const kept = before.map((hold) => {
    const again = open.get(hold.kind);
    open.delete(hold.kind);
    if (!again) return cleared(hold, caller);
    return hold.status === "open" ? hold : again;
  });
  return [...kept, ...open.values()];
}
var decidedPayload = ({ id: id2, number, sellerId, buyerId }, reason) => ({
  orderId: id2,
  number,
  sellerId,
  buyerId,
  reason
});

// core/src/orders/sign-lines.ts
function signLines(lines, differences) {
  const byNo = new Map(differences.map((difference) => [difference.shipmentLineNo, difference]));
  const known = new Set(lines.map(({ shipmentLineNo }) => shipmentLineNo));
  if (byNo.size !== differences.length || differences.some(({ shipmentLineNo }) => !known.has(shipmentLineNo))) {
    return null;
  }
  const signed = lines.map((line) => {
    const { short = 0, damaged = 0, refused: refused2 = 0 } = byNo.get(line.shipmentLineNo) ?? {};
    const accepted = line.quantity - short - damaged - refused2;
    const acceptedFen = accepted < 0 ? 0 : partOfFen(line.amountFen, line.quantity, 0, accepted);
    return { ...line, accepted, acceptedFen, short, damaged, refused: refused2 };
  });
  return signed.some(({ accepted }) => accepted < 0) ? null : signed;
}

// core/src/orders/fulfil-service.ts
function fulfilService({ database, newId, outbox }) {
  const accountFor = async (tx, { buyerId, sellerId }) => {
    const account = (await loadAccounts(tx, [buyerId], [sellerId], true)).get(accountKey(buyerId, sellerId));
    if (!account) throw new Refused("credit.accountUnknown");
    return account;
  };
  const ship = async (tx, caller, input, order, lines) => {
    const store = orderStore(tx);
    await assertRegion(tx, order, lines, caller.at);
    const account = await accountFor(tx, order);
    const reservations = await loadReservations(tx, [order.id]);
    const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
    const releases = planShipment(order.id, lines, reservations, lots, input.lines);
    if (!releases) throw new Refused("orders.overShipped");
    const document = {
      documentKind: "shipment",
      documentId: input.shipmentId,
      actorId: caller.userId,
      at: caller.at
    };
    await issueLots(tx, newId, releases, { kind: "ship", ...document });
    const shipped = shipLines(lines, releases);
    const shipmentLines = releases.map((release2, at) => {
      const lot = lots.get(release2.lotId);
      const line = lines.find(({ lineNo }) => lineNo === release2.lineNo);
      if (!lot || !line) throw new Error("a release of something nobody promised");
      const before = line.shipped + sum(
        releases.slice(0, at).flatMap(({ lineNo, quantity }) => lineNo === line.lineNo ? [quantity] : [])
      );
      return {
        shipmentId: input.shipmentId,
        shipmentLineNo: at + 1,
        orderId: order.id,
        lineNo: line.lineNo,
        skuId: line.skuId,
        lotId: lot.id,
        lotNo: lot.lotNo,
        producedOn: lot.producedOn,
        expiresOn: lot.expiresOn,
        quantity: release2.quantity,
        amountFen: partOfFen(
          line.payableFen,
          line.quantity - line.cancelled,
          before,
          before + release2.quantity
        ),
        accepted: null,
        acceptedFen: 0,
        short: 0,
        damaged: 0,
        refused: 0
      };
    });
    const amountFen = sum(shipmentLines.map((line) => line.amountFen));
    const posting = {
      accountId: account.id,
      kind: "ship",
      change: { heldFen: -amountFen, shippedFen: amountFen },
      ...document
    };
    await postCredit(tx, newId, [posting], { withinLimit: false });
    await store.addShipment({
      id: input.shipmentId,
      orderId: order.id,
      carrier: input.carrier,
      trackingNo: input.trackingNo,
      shippedAt: caller.at,
      signedAt: null
    });
    await store.addShipmentLines(shipmentLines);
    await store.changeLines(shipped);
    const isAllShipped = shipped.every((line) => line.shipped + line.cancelled === line.quantity);
    const heldFen = order.heldFen - amountFen;
    await store.changeOrder(order, { ...order, state: afterShipping(isAllShipped), heldFen });
    await store.addEvent({
      orderId: order.id,
      kind: "shipped",
      actorId: caller.userId,
      actorName: caller.userName,
      detail: {
        shipmentId: input.shipmentId,
        carrier: input.carrier,
        trackingNo: input.trackingNo,
        amountFen
      },
      at: caller.at
    });
    const { id: orderId, number, sellerId, buyerId } = order;
    const payload = { orderId, number, sellerId, buyerId, shipmentId: input.shipmentId };
    await emit(tx, [orderEvent(newId(), "order.shipped", caller.at, payload)]);
  };
  const sign = async (tx, caller, input, order, lines, allShipmentLines) => {
    const store = orderStore(tx);
    const open = allShipmentLines.filter(
      (line) => line.shipmentId === input.shipmentId && line.accepted === null
    );
    if (open.length === 0) throw new Refused("orders.stateForbids");
    const signed = signLines(open, input.differences);
    if (!signed) throw new Refused("orders.overSigned");
    const account = await accountFor(tx, order);
    const shippedFen = sum(signed.map((line) => line.amountFen));
    const acceptedFen = sum(signed.map((line) => line.acceptedFen));
    const posting = {
      accountId: account.id,
      kind: "sign",
      change: { shippedFen: -shippedFen, receivableFen: acceptedFen },
      documentKind: "shipment",
      documentId: input.shipmentId,
      actorId: caller.userId,
      at: caller.at
    };
    await postCredit(tx, newId, [posting], { withinLimit: false });
    if (acceptedFen > 0) {
      await issueBill(tx, newId, {
        account,
        orderId: order.id,
        orderNumber: order.number,
        amountFen: acceptedFen,
        issuedAt: caller.at
      });
    }
    await takeBack(tx, caller, input.shipmentId, order.sellerId, signed);
    await store.signShipment(input.shipmentId, caller.at, signed);
    await store.changeLines(countSigned(lines, signed));
    const after = keyBy(signed, ({ shipmentLineNo }) => String(shipmentLineNo));
    const everyLine = allShipmentLines.map(
      (line) => line.shipmentId === input.shipmentId ? after.get(String(line.shipmentLineNo)) ?? line : line
    );
    const isAllSigned = everyLine.every(({ accepted }) => accepted !== null);
    const hasDifferences = everyLine.some(
      ({ accepted, quantity }) => accepted !== null && accepted < quantity
    );
    await store.changeOrder(order, {
      ...order,
      state: afterSigning(order.state, isAllSigned, hasDifferences)
    });
    const differences = signed.filter(({ accepted, quantity }) => accepted !== quantity).length;
    await store.addEvent({
      orderId: order.id,
      kind: "signed",
      actorId: caller.userId,
      actorName: caller.userName,
      detail: { shipmentId: input.shipmentId, acceptedFen, differences },
      at: caller.at
    });
    const { id: orderId, number, sellerId, buyerId } = order;
    await emit(tx, [
      orderEvent(newId(), "order.signed", caller.at, {
        orderId,
        number,
        sellerId,
        buyerId,
        shipmentId: input.shipmentId,
        accepted: signed.flatMap(
          ({ skuId, lotNo, producedOn, expiresOn, accepted }) => accepted ? [{ skuId, lotNo, producedOn, expiresOn, quantity: accepted }] : []
        )
      })
    ]);
  };
  const takeBack = async (tx, caller, shipmentId, sellerId, signed) => {
    const back = signed.filter(({ refused: refused2, damaged }) => refused2 + damaged > 0);
    if (back.length === 0) return;
    const { lots } = await loadLots(tx, [...new Set(back.map(({ lotId }) => lotId))]);
    const arrivals = back.flatMap((line) => {
      const lot = lots.get(line.lotId);
      if (!lot) throw new Error("a lot that was shipped is not there");
      const { warehouseId, skuId, lotNo, producedOn, expiresOn } = lot;
      const place = { ownerId: sellerId, warehouseId, skuId, lotNo, producedOn, expiresOn };
      return [
        { ...place, quality: "inspection", quantity: line.refused },
        { ...place, quality: "damaged", quantity: line.damaged }
      ].filter(({ quantity }) => quantity > 0);
    });
    await takeIn(tx, newId, arrivals, {
      kind: "return",
      documentKind: "signing",
      documentId: shipmentId,
      actorId: caller.userId,
      at: caller.at
    });
  };
  return {
    /**
     * Ships promised lots, whole or in part; the region is checked once more.
     * @throws orders.unknown, orders.stateForbids, orders.overShipped, orders.regionBlocked, command.idReused
     */
    async ship(caller, input) {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        const command = {
          commandId: input.shipmentId,
          partyId: caller.partyId,
          kind: "orders.ship",
          input,
          at: caller.at
        };
        await answerOnce(tx, command, async () => {
          assertAllowed(caller, locked, "ship");
          await ship(tx, caller, input, locked.order, locked.lines);
          return {};
        });
      });
      outbox.poke();
    },
    /**
     * Signs for a shipment; what is accepted becomes debt, and stock of a buyer that has a warehouse.
     * @throws orders.unknown, orders.stateForbids, orders.overSigned, command.idReused
     */
    async sign(caller, input) {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        const command = {
          commandId: input.commandId,
          partyId: caller.partyId,
          kind: "orders.sign",
          input,
          at: caller.at
        };
        await answerOnce(tx, command, async () => {
          assertAllowed(caller, locked, "sign");
          const lines = await orderStore(tx).shipmentLines(input.orderId);
          await sign(tx, caller, input, locked.order, locked.lines, lines);
          return {};
        });
      });
      outbox.poke();
    }
  };
}
async function assertRegion(tx, order, lines, at) {
  const grants = (await loadGrants(tx, [order.sellerId])).get(order.sellerId) ?? [];
  const buyer = (await loadParties(tx, [order.buyerId])).get(order.buyerId);
  const skus = await loadSkus(
    tx,
    lines.map(({ skuId }) => skuId)
  );
  for (const { skuId } of lines) {
    const passage = {
      skuId,
      productLine: skus.get(skuId)?.productLine ?? "",
      regionCode: order.regionCode,
      channel: buyer?.channel ?? "",
      on: dayOf(at)
    };
    if (checkTerritory(grants, passage).answer === "block") throw new Refused("orders.regionBlocked", skuId);
  }
}
function shipLines(lines, releases) {
  return lines.map((line) => {
    const quantity = sum(
      releases.flatMap((release2) => release2.lineNo === line.lineNo ? [release2.quantity] : [])
    );
    return { ...line, shipped: line.shipped + quantity, reserved: line.reserved - quantity };
  });
}
function countSigned(lines, signed) {
  return lines.map((line) => ({
    ...line,
    signed: line.signed + sum(signed.flatMap(({ lineNo, accepted }) => lineNo === line.lineNo ? [accepted ?? 0] : []))
  }));
}

// core/src/orders/service.ts
function orderService(platform) {
  const intake = openIntake(platform);
  const browse = browseService(platform);
  return {
    ...browse,
    ...reviewService(platform),
    ...fulfilService(platform),
    /**
     * Decides a basket as `place` would, and writes nothing.
     * @throws partners.notSupplied, partners.suspended, partners.addressUnknown, catalog.skuUnknown, orders.lineTwice
     */
    quote: (caller, basket) => platform.database.read(async (tx) => {
      const facts = await loadFacts(tx, {
        buyerIds: [caller.partyId],
        addressIds: basket.addressId ? [basket.addressId] : [],
        skuIds: basket.lines.map(({ skuId }) => skuId),
        sellerIds: null,
        on: dayOf(caller.at),
        locked: false
      });
      const resolved = resolveBasket(facts, caller.partyId, "quote", basket, caller.at);
      if (resolved.refused !== null) throw new Refused(resolved.refused, resolved.detail);
      return decideOrder(facts, balancesOf(facts), resolved.request);
    }),
    /**
     * Takes an order and decides it. The same id with the same basket gets the order as it now stands.
     * @throws command.idReused, orders.priceChanged and what `quote` throws
     */
    async place(caller, input) {
      const outcome = orRefuse(await intake.place(caller, input));
      return outcome.kind === "placed" ? outcome.detail : browse.get(caller, outcome.orderId);
    },
    /** What the caller may do to an order now. */
    actionsOf: (caller, detail) => allowedActions(caller, {
      ...detail,
      reserved: detail.lines.reduce((total, line) => total + line.reserved, 0)
    })
  };
}

// core/src/platform/database/migrations/create-table.ts
var import_typeorm4 = require("typeorm");
async function createTable(runner, name, shape) {
  const type = runner.dataSource.options.type;
  const engine = type === "mariadb" || type === "mysql" ? type : "sqlite";
  await runner.createTable(
    new import_typeorm4.Table({
      name,
      columns: Object.entries(shape.columns).map(([column, described]) => ({
        name: column,
        ...columnType(described, engine),
        isNullable: described.nullable ?? false,
        isPrimary: shape.primary.includes(column),
        ...described.kind === "position" ? { isGenerated: true, generationStrategy: "increment" } : {}
      })),
      indices: [
        ...(shape.unique ?? []).map((on) => ({
          name: keyName("ux", name, on),
          columnNames: [...on],
          isUnique: true
        })),
        ...(shape.index ?? []).map((on) => ({ name: keyName("ix", name, on), columnNames: [...on] }))
      ]
    })
  );
}

// core/src/platform/database/migrations/1763800000000-trunk.ts
var tables = {
  commandAnswer: {
    columns: {
      commandId: id(),
      partyId: id(),
      kind: text(60),
      inputHash: text(64),
      outcome: orNull(json()),
      at: big()
    },
    primary: ["commandId"]
  },
  outboxEvent: {
    columns: {
      position: position(),
      id: id(),
      name: text(60),
      version: integer(),
      aggregate: text(80),
      at: big(),
      payload: json(),
      state: text(8),
      attempts: integer(),
      nextAttemptAt: big(),
      lastError: orNull(text(500)),
      deliveredAt: orNull(big())
    },
    primary: ["position"],
    unique: [["id"]],
    index: [
      ["state", "position"],
      ["aggregate", "state"]
    ]
  },
  outboxSeen: {
    columns: {
      eventId: id(),
      consumer: text(60)
    },
    primary: ["eventId", "consumer"]
  },
  job: {
    columns: {
      id: id(),
      name: text(60),
      slotKey: text(160),
      payload: orNull(json()),
      state: text(8),
      dueAt: big(),
      runAt: big(),
      attempts: integer(),
      owner: orNull(id()),
      lockedUntil: orNull(big()),
      lastError: orNull(text(500)),
      finishedAt: orNull(big())
    },
    primary: ["id"],
    unique: [["slotKey"]],
    index: [
      ["state", "runAt"],
      ["name", "state"]
    ]
  },
  sku: {
    columns: {
      id: id(),
      name: text(80),
      spec: text(40),
      brand: text(40),
      category: text(40),
      productLine: text(40),
      barcode: text(32),
      baseUnit: text(8),
      units: json(),
      shelfLifeDays: integer(),
      taxRateBp: integer(),
      minimumQuantity: big(),
      multipleQuantity: big(),
      maximumQuantity: orNull(big()),
      status: text(16),
      searchText: longText()
    },
    primary: ["id"],
    index: [["category", "name", "id"], ["name", "id"], ["barcode"]]
  },
  priceList: {
    columns: {
      id: id(),
      sellerId: id(),
      name: text(80),
      kind: text(24),
      buyerId: orNull(id()),
      level: orNull(integer()),
      regionPrefix: orNull(text(6)),
      channel: orNull(text(16)),
      priority: integer(),
      startsOn: day(),
      endsOn: orNull(day())
    },
    primary: ["id"],
    index: [["sellerId", "buyerId"]]
  },
  priceListLine: {
    columns: {
      priceListId: id(),
      skuId: id(),
      unitPriceE4: big(),
      floorPriceE4: orNull(big())
    },
    primary: ["priceListId", "skuId"]
  },
  party: {
    columns: {
      id: id(),
      code: text(16),
      kind: text(16),
      name: text(80),
      level: integer(),
      channel: text(16),
      regionCode: text(6),
      status: text(16),
      orderMinimumFen: big(),
      minimumLifeBp: orNull(integer()),
      createdAt: big()
    },
    primary: ["id"],
    unique: [["code"]],
    index: [["kind", "name"]]
  },
  user: {
    columns: {
      id: id(),
      partyId: id(),
      loginName: text(64),
      name: text(40),
      passwordHash: text(200),
      roles: json(),
      status: text(16),
      createdAt: big()
    },
    primary: ["id"],
    unique: [["loginName"]],
    index: [["partyId"]]
  },
  session: {
    columns: {
      id: id(),
      tokenHash: text(64),
      userId: id(),
      device: text(100),
      ip: text(64),
      createdAt: big(),
      lastSeenAt: big(),
      expiresAt: big(),
      endedAt: orNull(big()),
      carriesClock: flag()
    },
    primary: ["id"],
    unique: [["tokenHash"]],
    index: [["userId"], ["expiresAt"]]
  },
  address: {
    columns: {
      id: id(),
      partyId: id(),
      receiver: text(40),
      phone: text(24),
      regionCode: text(6),
      detail: text(200),
      isDefault: flag()
    },
    primary: ["id"],
    index: [["partyId"]]
  },
  supply: {
    columns: {
      buyerId: id(),
      sellerId: id(),
      since: big()
    },
    primary: ["buyerId", "sellerId"],
    index: [["sellerId", "buyerId"]]
  },
  territoryGrant: {
    columns: {
      id: id(),
      sellerId: id(),
      name: text(80),
      productLine: text(40),
      includedSkuIds: json(),
      excludedSkuIds: json(),
      areas: json(),
      channels: json(),
      startsOn: day(),
      endsOn: orNull(day()),
      exclusive: flag(),
      kind: text(16)
    },
    primary: ["id"],
    index: [["sellerId"]]
  },
  warehouse: {
    columns: {
      id: id(),
      ownerId: id(),
      name: text(80),
      regionCode: text(6)
    },
    primary: ["id"],
    index: [["ownerId"]]
  },
  lot: {
    columns: {
      id: id(),
      ownerId: id(),
      warehouseId: id(),
      skuId: id(),
      lotNo: text(40),
      producedOn: day(),
      expiresOn: day(),
      quality: text(16),
      onHand: big(),
      reserved: big(),
      receivedAt: big()
    },
    primary: ["id"],
    unique: [["warehouseId", "skuId", "lotNo", "quality"]],
    index: [
      ["ownerId", "skuId"],
      ["ownerId", "expiresOn", "id"]
    ]
  },
  movement: {
    columns: {
      id: id(),
      lotId: id(),
      ownerId: id(),
      warehouseId: id(),
      skuId: id(),
      quantity: big(),
      kind: text(16),
      documentKind: text(16),
      documentId: id(),
      actorId: id(),
      at: big()
    },
    primary: ["id"],
    index: [["lotId"], ["warehouseId", "at"]]
  },
  reservation: {
    columns: {
      orderId: id(),
      lineNo: integer(),
      lotId: id(),
      open: big()
    },
    primary: ["orderId", "lineNo", "lotId"],
    index: [["lotId"]]
  },
  stockDay: {
    columns: {
      day: day(),
      warehouseId: id(),
      skuId: id(),
      ownerId: id(),
      onHand: big(),
      reserved: big(),
      received: big(),
      shipped: big(),
      stockOut: flag()
    },
    primary: ["day", "warehouseId", "skuId"],
    index: [["skuId", "day"]]
  },
  creditAccount: {
    columns: {
      id: id(),
      sellerId: id(),
      buyerId: id(),
      limitFen: big(),
      termDays: integer(),
      heldFen: big(),
      shippedFen: big(),
      receivableFen: big(),
      unappliedFen: big()
    },
    primary: ["id"],
    unique: [["buyerId", "sellerId"]],
    index: [["sellerId", "id"]]
  },
  creditEntry: {
    columns: {
      id: id(),
      accountId: id(),
      kind: text(16),
      heldFen: big(),
      shippedFen: big(),
      receivableFen: big(),
      unappliedFen: big(),
      documentKind: text(16),
      documentId: id(),
      actorId: id(),
      at: big()
    },
    primary: ["id"],
    index: [["accountId", "id"], ["documentId"]]
  },
  bill: {
    columns: {
      id: id(),
      accountId: id(),
      sellerId: id(),
      buyerId: id(),
      orderId: id(),
      orderNumber: text(40),
      amountFen: big(),
      paidFen: big(),
      issuedAt: big(),
      dueOn: day(),
      settled: flag()
    },
    primary: ["id"],
    index: [
      ["accountId", "settled", "dueOn", "id"],
      ["sellerId", "settled", "dueOn", "id"],
      ["buyerId", "settled", "dueOn", "id"]
    ]
  },
  receipt: {
    columns: {
      id: id(),
      accountId: id(),
      amountFen: big(),
      actorId: id(),
      at: big()
    },
    primary: ["id"],
    index: [["accountId"]]
  },
  application: {
    columns: {
      receiptId: id(),
      billId: id(),
      amountFen: big()
    },
    primary: ["receiptId", "billId"],
    index: [["billId"]]
  },
  riskAssessment: {
    columns: {
      orderId: id(),
      sellerId: id(),
      buyerId: id(),
      addressId: id(),
      payableFen: big(),
      quantities: json(),
      placedAt: big(),
      score: integer(),
      indicators: json(),
      mode: text(16)
    },
    primary: ["orderId"],
    index: [["buyerId", "placedAt"]]
  },
  salesOrder: {
    columns: {
      id: id(),
      number: text(40),
      sellerId: id(),
      buyerId: id(),
      userId: id(),
      state: text(16),
      verdict: text(16),
      findings: json(),
      channel: text(16),
      deviceId: text(64),
      ip: text(64),
      payerId: id(),
      addressId: id(),
      receiver: text(40),
      phone: text(24),
      regionCode: text(6),
      addressDetail: text(200),
      goodsFen: big(),
      payableFen: big(),
      heldFen: big(),
      note: text(200),
      placedAt: big(),
      reservedUntil: orNull(big()),
      requestHash: text(64)
    },
    primary: ["id"],
    unique: [["number"]],
    index: [
      ["sellerId", "state", "placedAt", "id"],
      ["sellerId", "placedAt", "id"],
      ["buyerId", "state", "placedAt", "id"],
      ["buyerId", "placedAt", "id"],
      ["state", "placedAt", "id"],
      ["placedAt", "id"],
      ["reservedUntil"]
    ]
  },
  orderLine: {
    columns: {
      orderId: id(),
      lineNo: integer(),
      skuId: id(),
      skuName: text(80),
      spec: text(40),
      baseUnit: text(8),
      caseUnit: text(8),
      caseFactor: integer(),
      quantity: big(),
      unitPriceE4: big(),
      priceListId: id(),
      amountFen: big(),
      payableFen: big(),
      reserved: big(),
      shipped: big(),
      signed: big(),
      cancelled: big()
    },
    primary: ["orderId", "lineNo"]
  },
  orderHold: {
    columns: {
      orderId: id(),
      kind: text(16),
      status: text(16),
      owner: text(16),
      openedAt: big(),
      dueAt: big(),
      clearedBy: orNull(text(40)),
      clearedAt: orNull(big())
    },
    primary: ["orderId", "kind"]
  },
  orderEvent: {
    columns: {
      orderId: id(),
      eventNo: integer(),
      kind: text(16),
      actorId: id(),
      actorName: text(40),
      detail: json(),
      at: big()
    },
    primary: ["orderId", "eventNo"]
  },
  shipment: {
    columns: {
      id: id(),
      orderId: id(),
      carrier: text(40),
      trackingNo: text(60),
      shippedAt: big(),
      signedAt: orNull(big())
    },
    primary: ["id"],
    index: [["orderId"]]
  },
  shipmentLine: {
    columns: {
      shipmentId: id(),
      shipmentLineNo: integer(),
      orderId: id(),
      lineNo: integer(),
      skuId: id(),
      lotId: id(),
      lotNo: text(40),
      producedOn: day(),
      expiresOn: day(),
      quantity: big(),
      amountFen: big(),
      accepted: orNull(big()),
      acceptedFen: big(),
      short: big(),
      damaged: big(),
      refused: big()
    },
    primary: ["shipmentId", "shipmentLineNo"],
    index: [["orderId"], ["lotId"]]
  },
  orderCount: {
    columns: {
      sellerId: id(),
      day: day(),
      orderCount: big()
    },
    primary: ["sellerId", "day"]
  }
};
var Trunk1763800000000 = class {
  async up(runner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
  }
  async down(runner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
};

// core/src/platform/database/migrations/index.ts
var migrations = [Trunk1763800000000];

// core/src/books.ts
var checks = [...stockBooks, ...creditBooks, ...orderBooks];
function checkBooks(database) {
  return database.snapshot(async (tx) => {
    const sql = sqlOf(tx);
    const results = [];
    for (const { name, table: table3, mismatches } of checks) {
      const [{ counted = 0 } = {}] = await sql.rows(
        `SELECT COUNT(*) AS counted FROM \`${table3}\``
      );
      results.push({ name, counted, mismatches: await sql.rows(mismatches) });
    }
    return results;
  });
}

// core/src/index.ts
var tables2 = [
  ...catalogTables,
  ...partnerTables,
  ...territoryTables,
  ...stockTables,
  ...creditTables,
  ...riskTables,
  ...orderTables
];
async function openCore(settings, options = {}) {
  const platform = await openPlatform(settings, { tables: tables2, migrations, ...options });
  const orders = orderService(platform);
  platform.outbox.register(...orderConsumers(platform));
  platform.jobs.register(orders.lapseJob(), recordDayJob(platform));
  const core = {
    ...platform,
    catalog: catalogService(platform.database),
    partners: partnerService(platform, settings.sessionDays),
    stock: stockService(platform),
    credit: creditService(platform),
    orders,
    async startWork() {
      await platform.outbox.start();
      await platform.jobs.start();
    },
    async loadDemoIfEmpty() {
      if (await core.partners.headquarters()) return false;
      await loadDemo(platform);
      await playDemo(core);
      return true;
    }
  };
  return core;
}

// ../../tmp/gen/try.ts
async function main() {
  const t = Date.now();
  const core = await openCore({ databaseUrl: process.env.DB ?? null, databasePool: 12, dataDir: "/tmp/gen/data", redisUrl: null, sessionDays: 14 }, { log: console });
  console.log("open", Date.now() - t);
  console.log(await core.loadDemoIfEmpty(), Date.now() - t);
  await core.outbox.drain();
  console.log("drained", Date.now() - t, await core.outbox.counts());
  for (const r of await checkBooks(core.database)) console.log(r.mismatches.length ? "BAD" : "ok", r.counted, r.name, JSON.stringify(r.mismatches));
  const hq = await core.partners.logIn({ channel: "pc", deviceId: "x", ip: "1", at: Date.now() }, { loginName: "hq", password: "tongpan-demo", device: "" });
  const p = await core.partners.authenticate(hq.token, { channel: "pc", deviceId: "x", ip: "1", at: Date.now() });
  console.log(p);
  console.log(await core.orders.counts(p.caller, "all"));
  console.log(JSON.stringify((await core.orders.list(p.caller, { side: "all", state: "held", limit: 2 })).items, null, 1).slice(0, 3e3));
  await core.close();
}
main().catch((e) => {
  console.error(e);
  process.exit(1);
});
//# sourceMappingURL=try.cjs.map
