import type { Instant } from '../clock';
import type { Tx } from '../database/database';

/** Something that happened, told in the past tense and complete in itself. */
export interface DomainEvent {
  readonly id: string;
  /** Such as `order.approved`. */
  readonly name: string;
  readonly version: number;
  /** What it happened to, such as `order:01J…`. Events of one aggregate are delivered in order. */
  readonly aggregate: string;
  readonly at: Instant;
  /** Plain JSON, not null. */
  readonly payload: unknown;
}

/** Who acts on events. Its effects belong into `tx`: they and the memory of the event are one. */
export interface Consumer {
  readonly name: string;
  readonly events: readonly string[];
  handle(tx: Tx, event: DomainEvent): Promise<void>;
}
