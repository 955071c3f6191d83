export type { Caller, PartyKind, Role } from './caller';
export {
  addDays,
  type Clock,
  type Day,
  dayMs,
  dayOf,
  daysBetween,
  type Instant,
  isWithin,
  startOfDay,
  systemClock,
} from './clock';
export { groupBy, keyBy, type Known } from './collect';
export { answerOnce, type Command, commandsOver, hashOf } from './commands';
export {
  type Coordination,
  type GateLook,
  type Gates,
  type GateSale,
  type GateTerms,
  type GrabAnswer,
  type GrabRefusal,
  type HeldToken,
  type Lock,
  type RateAnswer,
  type RateLimit,
  withLock,
} from './coordination';
export {
  big,
  type Column,
  day,
  flag,
  id,
  integer,
  json,
  longText,
  orNull,
  position,
  table,
  text,
} from './database/columns';
export { readStanding, standing, type StandingFacts } from './database/standing';
export { newRowsOf } from './database/written-table';
export type { Database, Sql, SqlParameter, SqlValue, Tx } from './database/database';
export type { FileKey, FileStore } from './files';
export { idMaker, type NewId } from './ids';
export { defineJob, type Every, type Job, type JobContext, type JobDefinition, type Jobs } from './jobs';
export { type Log, silentLog } from './log';
export {
  type BasisPoints,
  divideHalfUp,
  type Fen,
  formatPrice,
  formatYuan,
  lineAmountFen,
  type PriceE4,
  sum,
} from './money';
export { openPlatform, type Platform, type PlatformOptions } from './open';
export { type Consumer, type DomainEvent, emit, type Outbox, type OutboxEvent } from './outbox';
export { Contended, Refused, Unavailable } from './refusals';
export { together } from './together';
export { isDuplicateKey } from './database/replay';
export { rehearse } from './database/rehearse';
export { readSettings, type Settings, SettingsInvalid } from './settings';
export { type ShownSetting, showSettings } from './show-settings';
export { platformTables } from './tables';
export type { BookCheck } from './books';
export { statementsExecuted } from './database/statement-count';
export { pageOf, readCursor, writeCursor } from './cursor';
export { anyPair, everyPair } from './database/any-pair';
export { addAmounts, caseById } from './database/case-by-id';
export { numbersOf, whose } from './database/figures';
export { newestFirst } from './database/newest-first';
export { merchantOf, type WechatConfig, type WechatMerchant } from './wechat/config';
export { readWechatConfig } from './wechat/read-config';
export type { Outcome } from './wechat/outcome';
export { retryClass, type RetryClass } from './wechat/platform-refusal';
export { oauthAddress } from './wechat/log-in';
export { isPushSigned, type PushSignature } from './wechat/push-signature';
export { wechatPlatform, type WechatPlatform, type WechatPlatformOptions } from './wechat/wechat-platform';
export { httpSms, type HttpSmsOptions } from './sms/http-sms';
export type { SmsSender, TextMessage } from './sms/sms';
export {
  type EventStage,
  eventStages,
  type JobStage,
  jobStages,
  type SeenEvent,
  type SeenJob,
  type WorkQuery,
  workService,
} from './work';
