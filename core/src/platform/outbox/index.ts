export { emit } from './emit';
export type { Consumer, DomainEvent } from './event';
export { openOutbox, type Outbox, type OutboxOptions } from './outbox';
export type { OutboxCounts } from './store';
export type { OutboxEvent } from './tables';
