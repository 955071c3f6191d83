import type { api } from '../../../api';
import type { PriceList } from './model';

type ListInput = Omit<
  Parameters<typeof api.catalog.putPriceList>[0],
  'commandId' | 'expectedVersion' | 'priceListId'
>;

/** Whom a list is for: one customer, a group, a kind of customer, or everybody. */
export type Audience = 'everybody' | 'customer' | 'group' | 'kind';

/** The head of a list as a form holds it. */
export interface ListValues {
  readonly name: string;
  readonly audience: Audience;
  readonly buyerId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly level?: number | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly channel?: PriceList['channel'] | undefined;
  readonly priority: number;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

const audienceOf = ({ kind }: PriceList): Audience =>
  kind === 'customer' || kind === 'group' ? kind : kind === 'standard' ? 'everybody' : 'kind';

/** A list as the form shows it. */
export const listValuesOf = (list: PriceList): ListValues => ({
  name: list.name,
  audience: audienceOf(list),
  buyerId: list.buyerId ?? undefined,
  groupId: list.groupId ?? undefined,
  level: list.level ?? undefined,
  regions: list.regionPrefix === null ? [] : [list.regionPrefix],
  channel: list.channel ?? undefined,
  priority: list.priority,
  startsOn: list.startsOn,
  endsOn: list.endsOn ?? undefined,
});

/** What the form holds as the server takes it: what does not belong to the chosen audience is left out. */
export function listInputOf(values: ListValues): ListInput {
  const { name, audience, priority, startsOn } = values;
  const isKind = audience === 'kind';
  return {
    name,
    buyerId: audience === 'customer' ? (values.buyerId ?? null) : null,
    groupId: audience === 'group' ? (values.groupId ?? null) : null,
    level: isKind ? (values.level ?? null) : null,
    regionPrefix: isKind ? (values.regions?.[0] ?? null) : null,
    channel: isKind ? (values.channel ?? null) : null,
    priority,
    startsOn,
    endsOn: values.endsOn ?? null,
  };
}
