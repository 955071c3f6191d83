import type { Day } from '../platform/clock';

/** 授权: a seller may sell these goods to this channel in these areas, for a time. */
export interface Grant {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  /** `*` is every line. */
  readonly productLine: string;
  readonly includedSkuIds: readonly string[];
  readonly excludedSkuIds: readonly string[];
  /** GB/T 2260 codes; a province or city code covers what lies in it; `*` is the whole country. */
  readonly areas: readonly string[];
  /** Empty is every channel. */
  readonly channels: readonly string[];
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  readonly exclusive: boolean;
  /** A temporary permit lets goods through only after a person has looked. */
  readonly kind: 'regular' | 'temporary';
}
