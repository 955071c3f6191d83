import type { Visitors } from './ask';
import type { Ledger } from './ledger';
import type { Luck } from './random';

/** Somebody who does one thing after the other. */
export interface Person {
  readonly name: string;
  readonly login: string;
  readonly partyId: string;
  readonly luck: Luck;
  readonly ledger: Ledger;
  readonly visitors: Visitors;
  /** Ids that no other game and nobody else makes. */
  newId(): string;
}
