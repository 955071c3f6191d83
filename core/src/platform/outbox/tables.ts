import { big, id, integer, json, orNull, position, table, text } from '../database/columns';
import type { Instant } from '../clock';
import type { DomainEvent } from './event';

export type EventState = 'open' | 'done' | 'dead';

export interface OutboxEvent extends DomainEvent {
  /** Counts up in the order of insertion. */
  readonly position: number;
  readonly state: EventState;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly lastError: string | null;
  readonly deliveredAt: Instant | null;
}

/** A consumer's effects of an event are in the database. */
export interface OutboxSeen {
  readonly eventId: string;
  readonly consumer: string;
}

export const lastErrorLength = 500;

export const outboxEventTable = table<OutboxEvent>(
  'outboxEvent',
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
    lastError: orNull(text(lastErrorLength)),
    deliveredAt: orNull(big()),
  },
  {
    primary: ['position'],
    unique: [['id']],
    index: [
      ['state', 'position'],
      ['aggregate', 'state'],
    ],
  },
);

export const outboxSeenTable = table<OutboxSeen>(
  'outboxSeen',
  { eventId: id(), consumer: text(60) },
  { primary: ['eventId', 'consumer'] },
);
