import type { Faults } from './faults';
import type { Keys } from './keys';
import type { People } from './people';
import type { RequestLog } from './request-log';
import type { Settings } from './settings';
import type { Book } from './wechat-pay/book';
import type { Courier } from './wechat-pay/courier';
import type { Pump } from './wechat-pay/pump';
import type { RefundOutcome, Till } from './wechat-pay/till';
import type { PlatformBook } from './wechat-platform/platform-book';
import type { SideBook } from './side-book';

/** Everything the rooms of the stand-in share. */
export interface World {
  readonly keys: Keys;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly people: People;
  readonly requests: RequestLog;
  readonly book: Book;
  readonly till: Till;
  readonly courier: Courier;
  readonly pump: Pump;
  readonly platform: PlatformBook;
  readonly side: SideBook;
  readonly nextRefunds: RefundOutcome[];
  /** A key that is nobody's: forged signatures are made with it. */
  readonly strangerPem: string;
  /** The clock of trade: orders, expiry, bills, tokens. */
  tradeNow(): number;
  /** The clock of signatures. */
  signingNow(): number;
  /** Where this stand-in is reached, without a slash at the end. */
  url(): string;
  /** Says that something changed which a restart must find again. */
  changed(): void;
}
