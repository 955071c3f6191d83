import type { Channel } from '../partners';

export type Place = readonly [regionCode: string, street: string];

/** A distributor of the demo, and where it may sell. */
export interface DemoDistributor {
  readonly code: string;
  readonly name: string;
  readonly areas: readonly string[];
  readonly place: Place;
  readonly contact: string;
}

/** A store of the demo, and who supplies it. */
export interface DemoStore {
  readonly code: string;
  readonly name: string;
  readonly distributorCode: string;
  readonly channel: Channel;
  readonly place: Place;
  readonly contact: string;
}
