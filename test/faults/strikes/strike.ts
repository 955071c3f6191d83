import type { House, Topology } from '../house/house';
import type { Visitors } from '../people/ask';
import type { Crew } from '../people/crew';
import type { Ledger } from '../people/ledger';
import type { Luck } from '../people/random';

/** Where a fault strikes, and what it may use. */
export interface Scene {
  readonly house: House;
  readonly luck: Luck;
  readonly crew: Crew;
  readonly visitors: Visitors;
  readonly ledger: Ledger;
  /** Counts what shows that the fault was felt. */
  count(what: string, times?: number): void;
}

/** A fault in the middle of work. What it leaves lying is put up again by the house. */
export interface Strike {
  readonly name: string;
  readonly on: readonly Topology[];
  strike(scene: Scene): Promise<void>;
}

export const everywhere: readonly Topology[] = ['embedded', 'one', 'two'];
export const onServers: readonly Topology[] = ['one', 'two'];
